import { styled } from '#src/ui/styled.ts'
import { useState } from 'react'
import { textFields } from '#src/lib/identity-params.ts'
import type { How, IdentityListParams, TextField } from '#src/lib/identity-params.ts'
import { useMessages } from '#src/lib/messages/context.tsx'
import { Button } from '#src/ui/Button.tsx'
import { Field } from '#src/ui/Field.tsx'
import { useIdentitiesTexts } from '../texts.ts'

const Form = styled('form')(({ theme }) => ({
  display: 'grid',
  gap: theme.spacing(3),
  padding: theme.spacing(2),
  width: 268,
  maxWidth: '100%',
  '& > p': { ...theme.typography.caption, margin: 0, color: theme.vars.palette.text.secondary },
  '& > [data-pair]': { display: 'grid', gridTemplateColumns: '1fr 1fr', gap: theme.spacing(2) },
  '& > [data-buttons]': { display: 'flex', justifyContent: 'flex-end', gap: theme.spacing(2) },
}))

type Where = IdentityListParams['where']

interface Props {
  /** The field whose condition is changed; null for a new one. */
  readonly field: TextField | null
  readonly where: Where
  readonly onChange: (where: Where) => void
  readonly onClose: () => void
}

/** One condition on a text: which field, how compared, with what. */
export function TextConditionForm({ field: given, where, onChange, onClose }: Props) {
  const messages = useMessages()
  const { chips: words } = useIdentitiesTexts()
  const before = given === null ? undefined : where[given]
  const [field, setField] = useState<TextField>(given ?? textFields.find((each) => where[each] === undefined) ?? 'name')
  const [how, setHow] = useState<How>(before?.how ?? 'starts')
  const [text, setText] = useState(before?.values.join(given === 'id' ? ' ' : '') ?? '')
  const isId = field === 'id'
  const without = (name: TextField): Where => Object.fromEntries(Object.entries(where).filter(([key]) => key !== name))
  const apply = () => {
    const values = (isId ? text.split(/[\s,;]+/) : [text]).map((value) => value.trim()).filter((value) => value !== '')
    onChange(values.length === 0 ? without(field) : { ...where, [field]: { how: isId ? 'is' : how, values } })
    onClose()
  }
  return (
    <Form
      onSubmit={(event) => {
        event.preventDefault()
        apply()
      }}
    >
      <div data-pair="">
        <Field label={words.field}>
          {(control) => (
            <select
              {...control}
              value={field}
              disabled={given !== null}
              onChange={({ target }) => setField(textFields.find((each) => each === target.value) ?? field)}
            >
              {textFields.map((each) => (
                <option key={each} value={each}>
                  {words.fields[each]}
                </option>
              ))}
            </select>
          )}
        </Field>
        <Field label={words.how}>
          {(control) => (
            <select
              {...control}
              value={isId ? 'is' : how}
              onChange={({ target }) => setHow(target.value === 'is' ? 'is' : 'starts')}
            >
              {!isId && <option value="starts">{words.hows.starts}</option>}
              <option value="is">{words.hows.is}</option>
            </select>
          )}
        </Field>
      </div>
      <Field label={words.value} {...(isId && { hint: words.idHint })}>
        {(control) => (
          <input
            {...control}
            type="text"
            autoComplete="off"
            spellCheck={false}
            value={text}
            maxLength={isId ? 4000 : 200}
            onChange={({ target }) => setText(target.value)}
          />
        )}
      </Field>
      <p>{words.noContains}</p>
      <div data-buttons="">
        {before ? (
          <Button
            variant="text"
            onClick={() => {
              onChange(without(field))
              onClose()
            }}
          >
            {words.remove}
          </Button>
        ) : (
          <Button variant="text" onClick={onClose}>
            {messages.cancel}
          </Button>
        )}
        <Button variant="contained" type="submit">
          {words.apply}
        </Button>
      </div>
    </Form>
  )
}

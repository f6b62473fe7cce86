import { styled } from '#src/ui/styled.ts'
import { useState } from 'react'
import { useOutcomeTexts } from '#src/components/outcome-words.ts'
import { Button } from '#src/ui/Button.tsx'
import { Field } from '#src/ui/Field.tsx'
import { useLater } from '#src/ui/use-later.ts'
import { useActivityTexts } from '../activity-words.ts'
import { isNarrowed, receiptOperations, receiptStates } from './receipt-params.ts'
import type { ReceiptParams } from './receipt-params.ts'
import { theme } from '#src/ui/theme.ts'

const Form = styled('search')(({ theme }) => ({
  display: 'grid',
  gridTemplateColumns: 'repeat(auto-fill, minmax(150px, 1fr))',
  alignItems: 'start',
  gap: theme.spacing(3, 4),
  '& > :first-of-type': { gridColumn: 'span 2' },
  '& > [data-foot]': {
    ...theme.typography.body2,
    gridColumn: '1 / -1',
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: theme.spacing(2),
  },
  [theme.breakpoints.down('sm')]: { gridTemplateColumns: 'repeat(2, minmax(0, 1fr))' },
}))

/** The list follows when the typing pauses, ms. */
const follows = 300

interface Props {
  readonly params: ReceiptParams
  readonly onChange: (part: Partial<ReceiptParams>) => void
  readonly onClear: () => void
  /** Only who may see what others did can ask for them. */
  readonly mayAskForOthers: boolean
}

/** What receipts can be found by. */
export function ReceiptFilterForm({ params, onChange, onClear, mayAskForOthers }: Props) {
  const { acts } = useOutcomeTexts()
  const { search: words, states } = useActivityTexts()
  return (
    <Form aria-label={words.label}>
      <TypedField
        label={words.subject}
        hint={words.subjectHint}
        value={params.subject}
        onChange={(subject) => onChange({ subject })}
      />
      {mayAskForOthers && (
        <TypedField label={words.actor} hint={words.actorHint} value={params.actor} onChange={(actor) => onChange({ actor })} />
      )}
      <Field label={words.operation}>
        {(control) => (
          <select
            {...control}
            value={params.operation ?? ''}
            onChange={({ target }) =>
              onChange({ operation: receiptOperations.find((operation) => operation === target.value) ?? null })
            }
          >
            <option value="">{words.any}</option>
            {receiptOperations.map((operation) => (
              <option key={operation} value={operation}>
                {acts[operation]}
              </option>
            ))}
          </select>
        )}
      </Field>
      <Field label={words.state}>
        {(control) => (
          <select
            {...control}
            value={params.state ?? ''}
            onChange={({ target }) => onChange({ state: receiptStates.find((state) => state === target.value) ?? null })}
          >
            <option value="">{words.any}</option>
            {receiptStates.map((state) => (
              <option key={state} value={state}>
                {states[state]}
              </option>
            ))}
          </select>
        )}
      </Field>
      {(['from', 'to'] as const).map((end) => (
        <Field key={end} label={words[end]}>
          {(control) => (
            <input
              {...control}
              type="date"
              value={params[end] ?? ''}
              onChange={({ target }) => onChange({ [end]: target.value === '' ? null : target.value })}
            />
          )}
        </Field>
      ))}
      {isNarrowed(params) && (
        <div data-foot="">
          {params.run !== null && <span>{words.ofRun}.</span>}
          <Button variant="text" onClick={onClear} sx={{ marginLeft: theme.spacing(-3) }}>
            {words.clear}
          </Button>
        </div>
      )}
    </Form>
  )
}

interface TypedProps {
  readonly label: string
  readonly hint: string
  readonly value: string
  readonly onChange: (value: string) => void
}

/** A text that the address follows. */
function TypedField({ label, hint, value, onChange }: TypedProps) {
  const [typed, setTyped] = useState({ text: value, of: value })
  if (typed.of !== value) setTyped({ text: typed.text.trim() === value ? typed.text : value, of: value })
  const { later } = useLater((text: string) => onChange(text.trim()), follows)
  return (
    <Field label={label}>
      {(control) => (
        <input
          {...control}
          type="search"
          placeholder={hint}
          value={typed.text}
          maxLength={200}
          autoComplete="off"
          spellCheck={false}
          onChange={({ target }) => {
            setTyped({ text: target.value, of: typed.of })
            later(target.value)
          }}
        />
      )}
    </Field>
  )
}

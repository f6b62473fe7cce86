import { styled } from '#src/ui/styled.ts'
import { useMemo, useRef, useState } from 'react'
import { useMessages } from '#src/lib/messages/context.tsx'
import { mostEntries } from '#src/lib/most-entries.ts'
import { readPastedPeople } from '#src/lib/pasted-people.ts'
import { Button } from '#src/ui/Button.tsx'
import { Dialog } from '#src/ui/Dialog.tsx'
import { Field } from '#src/ui/Field.tsx'
import { useIdentitiesTexts } from '../texts.ts'

const Form = styled('form')(({ theme }) => ({
  display: 'grid',
  gap: theme.spacing(4),
  marginTop: theme.spacing(2),
  '& textarea': { minHeight: 180, fontFamily: 'ui-monospace, monospace', fontSize: '0.8125rem' },
  '& > div[data-buttons]': { display: 'flex', alignItems: 'center', justifyContent: 'flex-end', gap: theme.spacing(2) },
  '& output': { ...theme.typography.caption, marginRight: 'auto', color: theme.vars.palette.text.secondary },
}))

interface Props {
  readonly text: string
  readonly onFind: (text: string) => void
  readonly onClose: () => void
}

/** Takes a pasted list of people. */
export function FindDialog({ text: before, onFind, onClose }: Props) {
  const messages = useMessages()
  const { find: words } = useIdentitiesTexts()
  const [text, setText] = useState(before)
  const [wasTried, setWasTried] = useState(false)
  const field = useRef<HTMLTextAreaElement>(null)
  const sought = useMemo(() => readPastedPeople(text), [text])
  const problem =
    sought.length === 0 ? words.missing : sought.length > mostEntries ? words.tooMany(sought.length, mostEntries) : null
  return (
    <Dialog title={words.title} onClose={onClose}>
      <Form
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          setWasTried(true)
          if (problem === null) onFind(text)
          else field.current?.focus()
        }}
      >
        <Field label={words.field} hint={words.hint(mostEntries)} error={wasTried ? problem : null}>
          {(control) => (
            <textarea
              {...control}
              ref={field}
              spellCheck={false}
              autoComplete="off"
              value={text}
              onChange={({ target }) => setText(target.value)}
            />
          )}
        </Field>
        <div data-buttons="">
          <output>{words.read(sought.length)}</output>
          <Button variant="text" onClick={onClose}>
            {messages.cancel}
          </Button>
          <Button variant="contained" type="submit">
            {words.confirm}
          </Button>
        </div>
      </Form>
    </Dialog>
  )
}

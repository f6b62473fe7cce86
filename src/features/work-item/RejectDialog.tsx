import { Button } from '#src/ui/Button.tsx'
import { styled } from '#src/ui/styled.ts'
import { useId, useState } from 'react'
import { useMessages } from '#src/lib/messages/context.tsx'
import { Dialog } from '#src/ui/Dialog.tsx'
import { useWorkItemTexts } from './work-item-words.ts'

const Form = styled('form')(({ theme }) => ({
  display: 'grid',
  gap: theme.spacing(1.5),
  marginTop: theme.spacing(4),
  '& label': { ...theme.typography.body2, fontWeight: 560 },
  '& p': { ...theme.typography.caption, margin: 0, color: theme.vars.palette.text.secondary },
  '& textarea': {
    ...theme.typography.body1,
    minHeight: 88,
    resize: 'vertical',
    padding: theme.spacing(2, 2.5),
    borderRadius: 6,
    border: `1px solid ${theme.vars.palette.text.disabled}`,
    color: 'inherit',
    background: theme.vars.palette.background.default,
  },
}))

const Buttons = styled('div')(({ theme }) => ({
  display: 'flex',
  justifyContent: 'flex-end',
  gap: theme.spacing(2),
  marginTop: theme.spacing(3),
}))

interface Props {
  readonly title: string
  readonly initialNote: string
  readonly onNote: (note: string) => void
  readonly onReject: (note: string) => void
  readonly onCancel: () => void
}

/** Asks for a note before rejecting. It can stay empty. */
export function RejectDialog({ title, initialNote, onNote, onReject, onCancel }: Props) {
  const { cancel } = useMessages()
  const { reject } = useWorkItemTexts()
  const [note, setNote] = useState(initialNote)
  const noteId = useId()
  return (
    <Dialog title={title} onClose={onCancel}>
      <Form
        onSubmit={(event) => {
          event.preventDefault()
          onReject(note)
        }}
      >
        <label htmlFor={noteId}>{reject.note}</label>
        <textarea
          id={noteId}
          aria-describedby={`${noteId}-hint`}
          value={note}
          maxLength={2000}
          onChange={({ target }) => {
            setNote(target.value)
            onNote(target.value)
          }}
          onKeyDown={(event) => {
            if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) onReject(note)
          }}
        />
        <p id={`${noteId}-hint`}>{reject.noteHint}</p>
        <Buttons>
          <Button variant="text" onClick={onCancel}>
            {cancel}
          </Button>
          <Button variant="contained" tone="danger" type="submit">
            {reject.confirm}
          </Button>
        </Buttons>
      </Form>
    </Dialog>
  )
}

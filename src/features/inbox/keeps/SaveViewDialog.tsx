import { SmallText } from '#src/ui/text.ts'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { putView } from '#src/api/desk-keeps.ts'
import { ApiError } from '#src/api/errors.ts'
import { errorSentence } from '#src/components/Problem.tsx'
import { useMessages } from '#src/lib/messages/context.tsx'
import { useAnnounce } from '#src/ui/Announcer.tsx'
import { Button } from '#src/ui/Button.tsx'
import { Dialog } from '#src/ui/Dialog.tsx'
import { Field } from '#src/ui/Field.tsx'
import { DialogForm } from './DialogForm.tsx'
import { useViewTexts } from './view-words.ts'
import { theme } from '#src/ui/theme.ts'

interface Props {
  /** The list's search parameters, as in its address. */
  readonly query: string
  readonly onClose: () => void
}

/** Gives what the list shows right now a name. */
export function SaveViewDialog({ query, onClose }: Props) {
  const messages = useMessages()
  const words = useViewTexts()
  const client = useQueryClient()
  const announce = useAnnounce()
  const [name, setName] = useState('')
  const [wasTried, setWasTried] = useState(false)
  const { mutate, isPending, error } = useMutation({
    mutationFn: () => putView(client, { id: crypto.randomUUID(), name: name.trim(), query }),
    onSuccess: () => {
      announce(words.saved(name.trim()))
      onClose()
    },
  })
  const problem =
    error instanceof ApiError && error.code === 'name_taken' ? words.taken : error ? errorSentence(messages, error) : null
  return (
    <Dialog title={words.saveTitle} onClose={onClose} isSheet>
      <DialogForm
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          setWasTried(true)
          if (name.trim() !== '') mutate()
        }}
      >
        <SmallText sx={{ color: theme.vars.palette.text.secondary }}>{words.saveText}</SmallText>
        <Field label={words.name} error={problem ?? (wasTried && name.trim() === '' ? words.nameMissing : null)}>
          {(control) => (
            <input {...control} value={name} maxLength={80} autoComplete="off" onChange={({ target }) => setName(target.value)} />
          )}
        </Field>
        <div data-buttons="">
          <Button variant="text" onClick={onClose}>
            {messages.cancel}
          </Button>
          <Button variant="contained" type="submit" disabled={isPending}>
            {words.save}
          </Button>
        </div>
      </DialogForm>
    </Dialog>
  )
}

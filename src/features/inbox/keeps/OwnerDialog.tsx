import { SmallText } from '#src/ui/text.ts'
import { useRef, useState } from 'react'
import { useNavigate } from 'react-router'
import { PersonPicker } from '#src/components/PersonPicker.tsx'
import type { ChosenPerson } from '#src/components/PersonPicker.tsx'
import { useMessages } from '#src/lib/messages/context.tsx'
import { paths } from '#src/lib/paths.ts'
import { plainList, writeListParams } from '#src/lib/search-params.ts'
import { Button } from '#src/ui/Button.tsx'
import { Dialog } from '#src/ui/Dialog.tsx'
import { DialogForm } from './DialogForm.tsx'
import { theme } from '#src/ui/theme.ts'
import { useOwnerListTexts } from '#src/components/owner-list-words.ts'

/** Chooses whose list to look at. */
export function OwnerDialog({ onClose }: { readonly onClose: () => void }) {
  const { cancel } = useMessages()
  const words = useOwnerListTexts()
  const navigate = useNavigate()
  const [person, setPerson] = useState<ChosenPerson | null>(null)
  const [wasTried, setWasTried] = useState(false)
  const input = useRef<HTMLInputElement>(null)
  return (
    <Dialog title={words.title} onClose={onClose}>
      <DialogForm
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          setWasTried(true)
          if (person === null) return input.current?.focus()
          onClose()
          return void navigate(`${paths.inbox}${writeListParams({ ...plainList, owner: person.id })}`)
        }}
      >
        <SmallText sx={{ color: theme.vars.palette.text.secondary }}>{words.text}</SmallText>
        <PersonPicker
          label={words.person}
          value={person}
          onChange={setPerson}
          error={wasTried && person === null ? words.missing : null}
          inputRef={input}
        />
        <div data-buttons="">
          <Button variant="text" onClick={onClose}>
            {cancel}
          </Button>
          <Button variant="contained" type="submit">
            {words.open}
          </Button>
        </div>
      </DialogForm>
    </Dialog>
  )
}

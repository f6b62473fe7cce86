import { styled } from '#src/ui/styled.ts'
import { useState } from 'react'
import type { Identity } from '#contract/identity.ts'
import { scalarTextOf } from '#contract/json.ts'
import type { Clocks } from '#src/api/identity-details.ts'
import type { PersonAction } from '#src/components/action-draft.ts'
import { useMessages } from '#src/lib/messages/context.tsx'
import { visibleText } from '#src/lib/visible-text.ts'
import { Button } from '#src/ui/Button.tsx'
import { Dialog } from '#src/ui/Dialog.tsx'
import { Field } from '#src/ui/Field.tsx'
import { DialogForm } from './dialog-form.ts'
import { LookAlikes } from './LookAlikes.tsx'
import { useIdentityTexts } from './texts.ts'

const Ways = styled('fieldset')(({ theme }) => ({
  margin: 0,
  padding: 0,
  border: 0,
  minWidth: 0,
  '& > legend': { ...theme.typography.body2, fontWeight: 560, padding: 0, marginBottom: theme.spacing(1) },
  '& > label': {
    ...theme.typography.body2,
    display: 'grid',
    gridTemplateColumns: '16px minmax(0, 1fr)',
    gap: theme.spacing(0, 2.5),
    alignItems: 'center',
    padding: theme.spacing(1, 0),
    cursor: 'pointer',
    '@media (pointer: coarse)': { minHeight: 44 },
  },
  '& input': { width: 15, height: 15, margin: 0, accentColor: theme.vars.palette.primary.main },
  '& small': {
    ...theme.typography.caption,
    display: 'block',
    color: theme.vars.palette.text.secondary,
    overflowWrap: 'anywhere',
  },
  '& > p': { ...theme.typography.caption, margin: theme.spacing(1, 0, 0), color: theme.vars.palette.text.secondary },
}))

const ways = ['EMAIL_WORK', 'EMAIL_PERSONAL', 'LINK_WORK', 'LINK_PERSONAL'] as const
type Way = (typeof ways)[number]

interface Props {
  readonly person: Identity
  readonly clocks: Clocks | undefined
  readonly userId: string
  readonly onSend: (what: PersonAction['what'], note: string) => void
  readonly onClose: () => void
}

/** Where a mail with a link for a new password is to go. */
export function PasswordMailDialog({ person, clocks, userId, onSend, onClose }: Props) {
  const messages = useMessages()
  const { mail: words } = useIdentityTexts()
  const personal = scalarTextOf(person.attributes['personalEmail'])
  const [way, setWay] = useState<Way>(person.email === null && personal !== null ? 'EMAIL_PERSONAL' : 'EMAIL_WORK')
  const [source, setSource] = useState('')
  const [note, setNote] = useState('')
  const before = clocks?.passwordMail
  const addressOf = (each: Way): string => {
    const address = each.endsWith('WORK') ? person.email : personal
    if (address !== null) return visibleText(address)
    return each.endsWith('WORK') ? words.noAddress : words.address(null)
  }
  return (
    <Dialog title={words.title(visibleText(person.name ?? messages.unnamedPerson))} onClose={onClose}>
      <DialogForm
        onSubmit={(event) => {
          event.preventDefault()
          const name = source.trim()
          onSend({ operation: 'sendIdentityVerificationAccountToken', via: way, sourceName: name === '' ? null : name }, note)
        }}
      >
        <LookAlikes person={person} isLinked={false} />
        {before && before.validMs > 0 && (
          <p>{words.before(before.validUntil, before.by.id === userId ? null : visibleText(before.by.name))}</p>
        )}
        <Ways>
          <legend>{words.where}</legend>
          {ways.map((each) => (
            <label key={each}>
              <input type="radio" name="via" checked={way === each} onChange={() => setWay(each)} />
              <span>
                {words.vias[each]}
                <small>{addressOf(each)}</small>
              </span>
            </label>
          ))}
          <p>{words.documented}</p>
        </Ways>
        <Field label={words.source} hint={words.sourceHint}>
          {(control) => (
            <input
              {...control}
              type="text"
              autoComplete="off"
              spellCheck={false}
              maxLength={200}
              value={source}
              onChange={({ target }) => setSource(target.value)}
            />
          )}
        </Field>
        <Field label={words.note} hint={words.noteHint}>
          {(control) => (
            <input
              {...control}
              type="text"
              autoComplete="off"
              maxLength={500}
              value={note}
              onChange={({ target }) => setNote(target.value)}
            />
          )}
        </Field>
        <p data-quiet="">{words.valid}</p>
        <div data-buttons="">
          <Button variant="text" onClick={onClose}>
            {messages.cancel}
          </Button>
          <Button variant="contained" type="submit">
            {words.confirm}
          </Button>
        </div>
      </DialogForm>
    </Dialog>
  )
}

import { styled } from '#src/ui/styled.ts'
import { useEffect, useRef, useState } from 'react'
import type { ReactNode } from 'react'
import type { Identity } from '#contract/identity.ts'
import { scalarTextOf } from '#contract/json.ts'
import type { Guard } from '#src/components/action-draft.ts'
import { PersonSign } from '#src/components/PersonSign.tsx'
import { confirmationOf, isConfirmed } from '#src/lib/identity-guard.ts'
import type { GuardReason } from '#src/lib/identity-guard.ts'
import { useMessages } from '#src/lib/messages/context.tsx'
import { visibleText } from '#src/lib/visible-text.ts'
import { Button } from '#src/ui/Button.tsx'
import { Dialog } from '#src/ui/Dialog.tsx'
import { Field } from '#src/ui/Field.tsx'
import { DialogForm } from './dialog-form.ts'
import { LookAlikes } from './LookAlikes.tsx'
import { useIdentityTexts } from './texts.ts'

const Card = styled('fieldset')(({ theme }) => ({
  ...theme.typography.body2,
  display: 'grid',
  gridTemplateColumns: '44px minmax(0, 1fr)',
  gap: theme.spacing(0, 3),
  alignItems: 'center',
  margin: 0,
  minWidth: 0,
  padding: theme.spacing(3),
  border: `1px solid ${theme.vars.palette.divider}`,
  borderRadius: 8,
  '&:focus-visible': { outline: 'none' },
  '& b': { display: 'block', fontSize: '0.9375rem', fontWeight: 600, overflowWrap: 'anywhere' },
  '& span > span': { display: 'block', overflowWrap: 'anywhere' },
  '& small': { ...theme.typography.caption, display: 'block', color: theme.vars.palette.text.secondary },
}))

interface Props {
  readonly title: string
  readonly person: Identity
  /** What happens, in one sentence. */
  readonly consequence: string
  /** Why the account name has to be typed; none when it has not. */
  readonly reasons: readonly GuardReason[]
  readonly confirm: string
  /** Why it cannot be done now; null when it can. */
  readonly blocked?: string | null
  /** Stands above the fields: what was looked at before. */
  readonly children?: ReactNode
  readonly onConfirm: (guard: Guard) => void
  readonly onClose: () => void
}

/**
 * Before a step that cannot be undone: the person with what tells them apart, who could be taken for them, what happens, a ticket and a
 * reason, and for people whose loss is felt by others the account name typed out.
 */
export function GuardDialog(props: Props) {
  const { title, person, consequence, reasons, confirm, blocked = null, children, onConfirm, onClose } = props
  const messages = useMessages()
  const { guard: words } = useIdentityTexts()
  const card = useRef<HTMLFieldSetElement>(null)
  // Whom it is about is seen and heard before anything is typed.
  useEffect(() => card.current?.focus(), [])
  const [ticket, setTicket] = useState('')
  const [reason, setReason] = useState('')
  const [typed, setTyped] = useState('')
  const [wasTried, setWasTried] = useState(false)
  const fields = {
    ticket: useRef<HTMLInputElement>(null),
    reason: useRef<HTMLTextAreaElement>(null),
    typed: useRef<HTMLInputElement>(null),
  }
  const wanted = confirmationOf(person)
  const isTyped = reasons.length > 0
  const problems = {
    ticket: ticket.trim() === '' ? words.ticketMissing : null,
    reason: reason.trim() === '' ? words.reasonMissing : null,
    typed: isTyped && !isConfirmed(typed, wanted) ? words.typeWrong(visibleText(wanted)) : null,
  }
  const submit = () => {
    setWasTried(true)
    const wrong = (['ticket', 'reason', 'typed'] as const).find((name) => problems[name] !== null)
    if (wrong) return fields[wrong].current?.focus()
    if (blocked !== null) return undefined
    return onConfirm({ ticket: ticket.trim(), reason: reason.trim(), ...(isTyped && { typed: typed.trim() }) })
  }
  const department = scalarTextOf(person.attributes['department'])
  const facts = [
    person.manager?.name ? words.reportsTo(visibleText(person.manager.name)) : words.noManager,
    ...(department === null ? [] : [visibleText(department)]),
  ]
  return (
    <Dialog title={title} onClose={onClose}>
      <DialogForm
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          submit()
        }}
      >
        <Card ref={card} tabIndex={-1} aria-label={words.who}>
          <PersonSign name={person.name ?? ''} isLarge />
          <span>
            <b>{visibleText(person.name ?? messages.unnamedPerson)}</b>
            <span>{person.alias === null ? words.noAlias : visibleText(person.alias)}</span>
            <span>{person.email === null ? words.noEmail : visibleText(person.email)}</span>
            <small>{facts.join(' · ')}</small>
          </span>
        </Card>
        <p data-quiet="">{words.readBack}</p>
        <LookAlikes person={person} isLinked={false} />
        <p data-weight="">{consequence}</p>
        {children}
        <Field label={words.ticket} hint={words.ticketHint} error={wasTried ? problems.ticket : null}>
          {(control) => (
            <input
              {...control}
              ref={fields.ticket}
              type="text"
              autoComplete="off"
              required
              maxLength={200}
              value={ticket}
              onChange={({ target }) => setTicket(target.value)}
            />
          )}
        </Field>
        <Field label={words.reason} error={wasTried ? problems.reason : null}>
          {(control) => (
            <textarea
              {...control}
              ref={fields.reason}
              required
              maxLength={2000}
              value={reason}
              onChange={({ target }) => setReason(target.value)}
            />
          )}
        </Field>
        {isTyped && (
          <Field label={words.type(visibleText(wanted))} hint={words.typeWhy(reasons)} error={wasTried ? problems.typed : null}>
            {(control) => (
              <input
                {...control}
                ref={fields.typed}
                type="text"
                autoComplete="off"
                autoCapitalize="off"
                spellCheck={false}
                required
                value={typed}
                onChange={({ target }) => setTyped(target.value)}
              />
            )}
          </Field>
        )}
        {blocked !== null && (
          <p id="guard-blocked" data-weight="">
            {blocked}
          </p>
        )}
        <div data-buttons="">
          <Button variant="text" onClick={onClose}>
            {messages.cancel}
          </Button>
          <Button
            variant="contained"
            tone="danger"
            type="submit"
            disabled={blocked !== null}
            aria-describedby={blocked === null ? undefined : 'guard-blocked'}
          >
            {confirm}
          </Button>
        </div>
      </DialogForm>
    </Dialog>
  )
}

import { styled } from '#src/ui/styled.ts'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { Identity } from '#contract/identity.ts'
import { identityDetails } from '#src/api/identity-details.ts'
import type { PersonAction } from '#src/components/action-draft.ts'
import { useSession } from '#src/components/session-context.ts'
import { useIdentityActs } from '#src/components/use-identity-acts.ts'
import { guardReasons, levelsOf } from '#src/lib/identity-guard.ts'
import { useMessages } from '#src/lib/messages/context.tsx'
import { statusWords } from '#src/lib/person.ts'
import { visibleText } from '#src/lib/visible-text.ts'
import { Button } from '#src/ui/Button.tsx'
import { useNow } from '#src/ui/use-now.ts'
import { mayOf } from '../may.ts'
import { DeleteDialog } from './DeleteDialog.tsx'
import { GuardDialog } from './GuardDialog.tsx'
import { PasswordMailDialog } from './PasswordMailDialog.tsx'
import type { Marked } from './PersonHeader.tsx'
import { openActs } from './open-acts.ts'
import { Plain } from './SectionState.tsx'
import { useIdentityTexts } from './texts.ts'

const Frame = styled('section')(({ theme }) => ({
  position: 'sticky',
  zIndex: 1,
  top: 0,
  display: 'grid',
  gap: theme.spacing(1.5),
  padding: theme.spacing(2.5, 6),
  background: theme.vars.palette.background.default,
  borderTop: `1px solid ${theme.vars.palette.divider}`,
  borderBottom: `1px solid ${theme.vars.palette.divider}`,
  '& > div': { display: 'flex', flexWrap: 'wrap', gap: theme.spacing(1.5) },
  '& > div > button': { paddingInline: theme.spacing(2.5) },
  '& > p': { ...theme.typography.caption },
  '& [data-steady]': { minWidth: 126 },
  '& [data-danger]': { color: theme.vars.palette.error.main },
  '& [data-danger]:disabled': { color: theme.vars.palette.text.disabled },
  [theme.breakpoints.down('sm')]: {
    position: 'static',
    padding: theme.spacing(2.5, 4),
    '& > div > button': { flex: '1 1 auto' },
  },
}))

type Asked = 'mail' | 'reset' | 'delete'

interface Props {
  readonly person: Identity
  /** When the page read the person, ms. */
  readonly readAt: number
  readonly marks: Marked | undefined
}

/** What can be done for somebody, as far as one's levels and their standing let one try. */
export function Acts({ person, readAt, marks }: Props) {
  const messages = useMessages()
  const words = useIdentityTexts()
  const { user, authorities } = useSession()
  const act = useIdentityActs()
  const [asked, setAsked] = useState<Asked | null>(null)
  const [isTried, setIsTried] = useState(false)
  const { data: clocks } = useQuery(identityDetails.clocks(person.id))
  const { data: ownership } = useQuery(identityDetails.ownership(person.id))
  const now = useNow(1000)
  const may = mayOf(authorities)
  const isTrying = isTried && may.perhaps.length > 0
  if (!may.help && !isTrying)
    return (
      <Frame aria-label={words.acts.label}>
        <Plain>{may.perhaps.length > 0 ? words.acts.perhaps(messages.enumerate(may.perhaps)) : words.acts.none}</Plain>
        {may.perhaps.length > 0 && (
          <div>
            <Button variant="outlined" onClick={() => setIsTried(true)}>
              {words.acts.show}
            </Button>
          </div>
        )}
      </Frame>
    )

  const isSelf = user.id === person.id
  const levels = isSelf ? authorities : levelsOf(person)
  const open = openActs(person)
  const run = (what: PersonAction['what'], note?: string) => {
    setAsked(null)
    void act({ person, readAt, isProtected: marks?.isProtected, levels, what, ...(note !== undefined && { note }) })
  }
  const isOpen = (operation: PersonAction['what']['operation']) =>
    clocks?.open.some((each) => each.operation === operation) ?? false
  const syncFreeIn = clocks?.synchronisation
    ? Math.max(0, Math.ceil((clocks.synchronisation.freeInMs - (now - clocks.readAt)) / 1000))
    : 0
  const reasons = guardReasons({ isSelf, isManager: person.isManager, isProtected: marks?.isProtected, ownership, levels })
  const why = [
    ...(open.standing === 'inactive' ? [words.acts.why.inactive(statusWords(person.status?.raw ?? ''))] : []),
    ...(open.standing === 'unregistered' ? [words.acts.why.unregistered] : []),
    ...(open.standing === 'registered' ? [words.acts.why.registered] : []),
    ...(marks && !marks.isCorrelated ? [words.acts.why.uncorrelated] : []),
  ]
  const busy = (clocks?.open ?? []).map(({ operation, by }) =>
    words.acts.busy(messages.acts[operation], by.id === user.id ? null : visibleText(by.name)),
  )
  const name = visibleText(person.name ?? messages.unnamedPerson)
  return (
    <Frame aria-label={words.acts.label}>
      <div>
        <Button
          variant={open.help ? 'contained' : 'outlined'}
          disabled={!open.help || isOpen('sendIdentityVerificationAccountToken')}
          onClick={() => setAsked('mail')}
        >
          {words.acts.mail}
        </Button>
        <Button
          variant={open.standing === 'unregistered' ? 'contained' : 'outlined'}
          disabled={!open.invite || isOpen('startIdentitiesInvite')}
          onClick={() => run({ operation: 'startIdentitiesInvite' })}
        >
          {words.acts.invite}
        </Button>
        <Button
          variant="outlined"
          disabled={marks?.isCorrelated === false || isOpen('startIdentityProcessing')}
          onClick={() => run({ operation: 'startIdentityProcessing' })}
        >
          {words.acts.process}
        </Button>
        {(may.administer || isTrying) && (
          <Button
            variant="outlined"
            data-figures=""
            data-steady=""
            disabled={syncFreeIn > 0 || isOpen('synchronizeAttributesForIdentity')}
            onClick={() => run({ operation: 'synchronizeAttributesForIdentity' })}
          >
            {syncFreeIn > 0 ? words.acts.synchroniseIn(syncFreeIn) : words.acts.synchronise}
          </Button>
        )}
        <Button
          variant="outlined"
          data-danger=""
          disabled={!open.help || isOpen('resetIdentity')}
          onClick={() => setAsked('reset')}
        >
          {words.acts.reset}
        </Button>
        {(may.administer || isTrying) && (
          <Button variant="outlined" data-danger="" disabled={isOpen('deleteIdentity')} onClick={() => setAsked('delete')}>
            {words.acts.delete}
          </Button>
        )}
      </div>
      {[...why, ...busy].length > 0 && <Plain>{[...busy, ...why].join(' ')}</Plain>}
      {asked === 'mail' && (
        <PasswordMailDialog person={person} clocks={clocks} userId={user.id} onSend={run} onClose={() => setAsked(null)} />
      )}
      {asked === 'reset' && (
        <GuardDialog
          title={words.guard.resetTitle(name)}
          person={person}
          consequence={words.guard.reset(name, levels?.map(visibleText) ?? null)}
          reasons={reasons}
          confirm={words.guard.resetConfirm}
          onConfirm={(guard) => run({ operation: 'resetIdentity', guard })}
          onClose={() => setAsked(null)}
        />
      )}
      {asked === 'delete' && (
        <DeleteDialog
          person={person}
          reasons={reasons}
          onConfirm={(guard) => run({ operation: 'deleteIdentity', guard })}
          onClose={() => setAsked(null)}
        />
      )}
    </Frame>
  )
}

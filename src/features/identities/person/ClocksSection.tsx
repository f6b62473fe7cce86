import { styled } from '#src/ui/styled.ts'
import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { identityDetails } from '#src/api/identity-details.ts'
import type { Clocks } from '#src/api/identity-details.ts'
import { useSession } from '#src/components/session-context.ts'
import { useMessages } from '#src/lib/messages/context.tsx'
import { visibleText } from '#src/lib/visible-text.ts'
import { useNow } from '#src/ui/use-now.ts'
import { Plain, SectionState } from './SectionState.tsx'
import { TaskLine } from '#src/components/TaskLine.tsx'
import { useIdentityTexts } from './texts.ts'

const List = styled('ul')(({ theme }) => ({
  ...theme.typography.body2,
  listStyle: 'none',
  margin: 0,
  padding: 0,
  display: 'grid',
  gap: theme.spacing(2),
  '& > li': { display: 'flex', flexWrap: 'wrap', gap: theme.spacing(0, 2), alignItems: 'baseline' },
  '& > li > div': { flexBasis: '100%' },
  '& b': { fontWeight: 560 },
  '& time, & small': { fontSize: 'inherit', color: theme.vars.palette.text.secondary },
  '& [data-good]': { color: theme.vars.palette.success.main },
  '& [data-over]': { color: theme.vars.palette.warning.main },
}))

const Schedule = styled(Plain)(({ theme }) => ({ ...theme.typography.caption, marginTop: theme.spacing(2) }))

/** What was done for somebody through this desk, by whomever, and how long it holds. */
export function ClocksSection({ id }: { readonly id: string }) {
  const words = useIdentityTexts()
  const query = useQuery(identityDetails.clocks(id))
  return (
    <SectionState title={words.clocks.title} query={query}>
      {(clocks) => <ClockList clocks={clocks} />}
    </SectionState>
  )
}

type Clock = Pick<NonNullable<Clocks['reset']>, 'at' | 'by' | 'outcome'>

function ClockList({ clocks }: { readonly clocks: Clocks & { readonly readAt: number } }) {
  const { user } = useSession()
  const messages = useMessages()
  const words = useIdentityTexts()
  const { clocks: texts } = words
  const now = useNow(1000)
  const { passwordMail, invitation, reset, synchronisation, processing, readAt } = clocks
  // What the server said was left, minus what has passed since: the two clocks need not agree.
  const left = (ms: number) => Math.max(0, ms - (now - readAt))
  const nameOf = (clock: Clock) => (clock.by.id === user.id ? null : visibleText(clock.by.name))
  const link = (clock: { readonly validUntil: string; readonly validMs: number }) => {
    const rest = left(clock.validMs)
    return rest > 0 ? (
      <span data-good="">{texts.linkHolds(clock.validUntil, rest)}</span>
    ) : (
      <span data-over="">{texts.linkEnded(clock.validUntil)}</span>
    )
  }
  const line = (key: string, clock: Clock, what: string, more: ReactNode) => (
    <li key={key}>
      <b>{what}</b>
      <time dateTime={clock.at} title={messages.age.exact(clock.at)}>
        {texts.ago(now - Date.parse(clock.at))}
      </time>
      {more}
      {clock.outcome === 'unknown' && <span data-over="">{texts.uncertain}</span>}
    </li>
  )
  const lines = [
    passwordMail && line('mail', passwordMail, texts.mail(nameOf(passwordMail), passwordMail.via), link(passwordMail)),
    invitation &&
      line(
        'invitation',
        invitation,
        texts.invitation(nameOf(invitation)),
        <>
          {link(invitation)}
          {invitation.task && <TaskLine task={invitation.task} />}
        </>,
      ),
    reset && line('reset', reset, texts.reset(nameOf(reset)), null),
    synchronisation &&
      line(
        'sync',
        synchronisation,
        texts.synchronisation(nameOf(synchronisation)),
        left(synchronisation.freeInMs) > 0 ? (
          <small data-figures="">{texts.freeIn(Math.ceil(left(synchronisation.freeInMs) / 1000))}</small>
        ) : (
          <small>{texts.free}</small>
        ),
      ),
    processing &&
      line('process', processing, texts.processing(nameOf(processing)), processing.task && <TaskLine task={processing.task} />),
  ].filter((each) => each !== null)
  return (
    <>
      {lines.length === 0 ? <Plain>{texts.nothing}</Plain> : <List>{lines}</List>}
      <Schedule>{texts.schedule}</Schedule>
    </>
  )
}

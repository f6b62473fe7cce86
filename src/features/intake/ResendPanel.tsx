import { styled } from '#src/ui/styled.ts'
import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { intakeQueries } from '#src/api/intake.ts'
import type { Invitation } from '#src/api/intake.ts'
import { Problem } from '#src/components/Problem.tsx'
import { planResend } from '#src/lib/intake/resend.ts'
import type { ResendVerdict } from '#src/lib/intake/resend.ts'
import { useMessages } from '#src/lib/messages/context.tsx'
import { visibleText } from '#src/lib/visible-text.ts'
import { Button } from '#src/ui/Button.tsx'
import { DataTable } from '#src/ui/DataTable.tsx'
import { EmptyState } from '#src/ui/EmptyState.tsx'
import { Skeleton } from '#src/ui/Skeleton.tsx'
import { VisuallyHidden } from '#src/ui/VisuallyHidden.tsx'
import { useNow } from '#src/ui/use-now.ts'
import { useIntakeTexts } from './intake-words.ts'
import { Column, Strip } from './layout.ts'
import { useAttempt } from './use-attempt.ts'
import { useSend } from './use-send.ts'
import { nameOf } from './verdict-words.ts'

const Small = styled('small')(({ theme }) => ({
  ...theme.typography.caption,
  color: theme.vars.palette.text.secondary,
  '&[data-warn]': { color: theme.vars.palette.warning.main },
}))

const Wide = styled(Column)(({ theme }) => ({ containerType: 'inline-size', maxWidth: 'none', paddingTop: theme.spacing(2) }))

/** Whoever was invited from here, whose link has ended, and who has not registered: one press invites them again. */
export function ResendPanel({ onSent }: { readonly onSent: (runId: string) => void }) {
  const messages = useMessages()
  const words = useIntakeTexts()
  const { resend } = words
  const { data, error, refetch, isFetching } = useQuery(intakeQueries.expired())
  const plan = useMemo(() => planResend(data?.invitations ?? []), [data])
  const ready = plan.verdicts.flatMap((verdict) => (verdict.kind === 'ready' ? verdict.one.person : []))
  const attempt = useAttempt('resend', onSent)
  const { send, isPending, isInOutbox } = useSend('invite', ready, attempt.stored)

  if (error && !data) return <Problem error={error} onRetry={() => void refetch()} />
  if (!data)
    return (
      <Column>
        <VisuallyHidden as="output">{messages.loading}</VisuallyHidden>
        {['52%', '64%', '47%', '58%'].map((width) => (
          <Skeleton key={width} style={{ width }} />
        ))}
      </Column>
    )
  if (plan.verdicts.length === 0) return <EmptyState icon="done" title={resend.emptyTitle} text={resend.emptyText} />
  const sendAll = () => send({ people: ready, readAt: data.readAt }, attempt.begin())
  const left = plan.verdicts.length - ready.length
  return (
    <>
      <Strip>
        <p data-wide="">
          {resend.text}
          <br />
          <small data-figures="">
            {[
              resend.asOf(data.readAt),
              ...(left > 0 ? [resend.left(left)] : []),
              ...(plan.settled > 0 ? [resend.registered(plan.settled)] : []),
              ...(data.unread > 0 ? [resend.unread(data.unread)] : []),
            ].join(' · ')}
          </small>
        </p>
        <Button variant="text" disabled={isFetching} onClick={() => void refetch()}>
          {resend.refresh}
        </Button>
        <Button variant="contained" disabled={isPending || isInOutbox || ready.length === 0} onClick={() => void sendAll()}>
          {resend.send(ready.length)}
        </Button>
      </Strip>
      <Wide>
        <DataTable caption={resend.list} columns={[resend.person, resend.invited, resend.ended]}>
          {plan.verdicts.map((verdict) => (
            <ResendRow key={verdict.one.person.id} verdict={verdict} />
          ))}
        </DataTable>
      </Wide>
    </>
  )
}

function ResendRow({ verdict }: { readonly verdict: ResendVerdict<Invitation> }) {
  const messages = useMessages()
  const { resend: words } = useIntakeTexts()
  const now = useNow(60_000)
  const { person, at, by, validUntil, outcome } = verdict.one
  const ago = (time: string) => words.ago(now - Date.parse(time))
  const facts = [person.alias, person.email].flatMap((fact) => (fact === null ? [] : visibleText(fact)))
  const obstacle =
    verdict.kind === 'shared' ? words.shared(nameOf(messages, verdict.first)) : verdict.kind === 'no-email' ? words.noEmail : null
  return (
    <tr>
      <td>
        <b style={{ fontWeight: 560 }}>{nameOf(messages, person)}</b>
        <br />
        <Small data-warn={obstacle === null ? undefined : ''}>{obstacle ?? facts.join(' · ')}</Small>
      </td>
      <td data-label={words.invited}>
        <time dateTime={at} title={words.exact(at)}>
          {words.by(visibleText(by.name), ago(at))}
        </time>
        {outcome === 'unknown' && (
          <>
            <br />
            <Small>{words.unsure}</Small>
          </>
        )}
      </td>
      <td data-label={words.ended}>
        <time dateTime={validUntil} title={words.exact(validUntil)}>
          {ago(validUntil)}
        </time>
      </td>
    </tr>
  )
}

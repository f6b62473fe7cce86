import { SectionHeading } from '#src/ui/text.ts'
import { styled } from '#src/ui/styled.ts'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { progressQueries } from '#src/api/run-progress.ts'
import { sessionEnd } from '#src/api/session-end.ts'
import { Problem, StaleLine } from '#src/components/Problem.tsx'
import { useMessages } from '#src/lib/messages/context.tsx'
import { Button } from '#src/ui/Button.tsx'
import { EmptyState } from '#src/ui/EmptyState.tsx'
import { Skeleton } from '#src/ui/Skeleton.tsx'
import { useNow } from '#src/ui/use-now.ts'
import { VisuallyHidden } from '#src/ui/VisuallyHidden.tsx'
import { useActivityTexts } from './activity-words.ts'
import { ActivityFrame } from './ActivityFrame.tsx'
import { RunLine } from './RunLine.tsx'
import { theme } from '#src/ui/theme.ts'

const Part = styled('section')(({ theme }) => ({
  '&&': { paddingTop: theme.spacing(5) },
  '& > ul': { listStyle: 'none', margin: 0, padding: 0, borderTop: `1px solid ${theme.vars.palette.divider}` },
  '& > h2': { marginBottom: theme.spacing(2) },
  '& > p': { ...theme.typography.body2, color: theme.vars.palette.text.secondary },
  '&:last-of-type': { paddingBottom: theme.spacing(8) },
}))

const atOnce = 25

/** The person's runs: those on the way, with how far they are, and earlier ones. */
export function ActivityPage() {
  const messages = useMessages()
  const words = useActivityTexts()
  const now = useNow(1000)
  const [count, setCount] = useState(atOnce)
  const progress = useQuery({
    ...progressQueries.all(),
    refetchInterval: ({ state }) => (sessionEnd.hasEnded() ? false : (state.data?.open.length ?? 0) > 0 ? 1500 : 15_000),
  })
  const over = useQuery({ ...progressQueries.over(count), placeholderData: keepPreviousData })
  const open = progress.data?.open ?? []
  const failed = progress.error ?? over.error
  const retry = () => {
    void progress.refetch()
    void over.refetch()
  }
  if (failed && !progress.data)
    return (
      <ActivityFrame tab="runs">
        <Problem error={failed} onRetry={retry} />
      </ActivityFrame>
    )
  return (
    <ActivityFrame tab="runs">
      {failed && <StaleLine text={messages.errors.stale(progress.dataUpdatedAt)} onRetry={retry} />}
      <Part aria-labelledby="activity-open">
        <SectionHeading id="activity-open">{words.open}</SectionHeading>
        {progress.isPending ? (
          <Waiting />
        ) : open.length === 0 ? (
          <EmptyState icon="activity" title={words.openNone} text={words.openNoneText} />
        ) : (
          <ul>
            {open.map((run) => (
              <RunLine key={run.id} run={run} now={now} />
            ))}
          </ul>
        )}
      </Part>
      <Part aria-labelledby="activity-over">
        <SectionHeading id="activity-over">{words.over}</SectionHeading>
        {over.isPending ? (
          <Waiting />
        ) : over.data === undefined || over.data.length === 0 ? (
          <p>{words.overNone}</p>
        ) : (
          <ul>
            {over.data.slice(0, count).map((run) => (
              <RunLine key={run.id} run={run} now={now} />
            ))}
          </ul>
        )}
        {(over.data?.length ?? 0) > count && (
          <Button variant="outlined" onClick={() => setCount(count + 2 * atOnce)} sx={{ marginTop: theme.spacing(3) }}>
            {words.more}
          </Button>
        )}
      </Part>
    </ActivityFrame>
  )
}

const Rows = styled('div')(({ theme }) => ({ display: 'grid', gap: theme.spacing(6), paddingBlock: theme.spacing(4) }))

function Waiting() {
  const { loading } = useMessages()
  return (
    <Rows>
      <VisuallyHidden>{loading}</VisuallyHidden>
      {['58%', '44%', '52%'].map((width) => (
        <Skeleton key={width} sx={{ width }} />
      ))}
    </Rows>
  )
}

import { styled } from '#src/ui/styled.ts'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { Link } from 'react-router'
import { steerRun } from '#src/api/run-progress.ts'
import type { RunAct } from '#src/api/run-progress.ts'
import { useMessages } from '#src/lib/messages/context.tsx'
import { paths } from '#src/lib/paths.ts'
import { countsOf } from '#src/lib/run-counts.ts'
import { Button } from '#src/ui/Button.tsx'
import { Icon } from '#src/ui/Icon.tsx'
import { useNow } from '#src/ui/use-now.ts'
import { VisuallyHidden } from '#src/ui/VisuallyHidden.tsx'
import { useDecisions } from './decisions.tsx'
import { wayText } from './EntryOnItsWay.tsx'
import { outcomeStays, OutboxRow, What } from './outbox-parts.ts'
import { errorSentence } from './Problem.tsx'
import type { RunGroup } from './run-groups.ts'
import { runStateText } from './run-state.ts'
import { actsIn, progressText, runTitle } from './run-title.ts'
import { RunBar } from './RunBar.tsx'
import { useOutboxTexts } from './outbox-words.ts'
import { theme } from '#src/ui/theme.ts'

const Where = styled('span')(({ theme }) => ({
  display: 'flex',
  flexWrap: 'wrap',
  alignItems: 'center',
  columnGap: theme.spacing(3),
  '& > [data-bar]': { width: 96 },
}))

/** Many decisions made together, as one line: what, how far, how to take back what has not gone, and the way to the rest. */
export function RunRow({ group }: { readonly group: RunGroup }) {
  const messages = useMessages()
  const words = useOutboxTexts()
  const { hideRun } = useDecisions()
  const client = useQueryClient()
  const now = useNow(1000)
  const { runId, entries, open, totals, summary, isOver } = group
  const { all, failed, left, needsYou } = countsOf(totals)
  const what = runTitle(messages, summary?.acts ?? actsIn(entries), all, summary?.subject ?? null)
  const [first] = open.filter(({ state }) => state === 'held')
  const isHeld = totals.held === all
  const state = summary
    ? runStateText(messages, words, summary, now, first?.sendsAt ?? null)
    : first
      ? wayText(messages, first, now)
      : null
  const { mutate, isPending, error } = useMutation({ mutationFn: (act: RunAct) => steerRun(client, runId, act) })
  const goesByItself = isOver && failed === 0
  useEffect(() => {
    if (!goesByItself) return undefined
    const timer = setTimeout(() => hideRun(runId), outcomeStays)
    return () => clearTimeout(timer)
  }, [goesByItself, runId, hideRun])
  return (
    <OutboxRow data-bad={failed + needsYou > 0 ? '' : undefined}>
      <What>
        <strong>{what}</strong>
      </What>
      <Where data-figures="">
        {!isHeld && (
          <>
            <span data-bar="">
              <RunBar totals={totals} label={what} />
            </span>
            <span>{progressText(messages, totals)}</span>
          </>
        )}
        {left > 0 && state !== null && <span>{state}</span>}
      </Where>
      {totals.held + totals.queued > 0 && (
        <Button variant="outlined" disabled={isPending} aria-label={words.takeBackOf(what)} onClick={() => mutate('take-back')}>
          {words.takeBack}
        </Button>
      )}
      {totals.held > 0 && left > 0 && (
        <Button variant="text" disabled={isPending} aria-label={words.sendNowOf(what)} onClick={() => mutate('send-now')}>
          {words.sendNow}
        </Button>
      )}
      <Link to={paths.run(runId)} aria-label={words.detailsOf(what)}>
        {words.details}
      </Link>
      {isOver && (
        <Button
          variant="text"
          onClick={() => hideRun(runId)}
          sx={{ minWidth: 28, minHeight: 28, paddingInline: theme.spacing(1) }}
        >
          <Icon name="cross" size={14} />
          <VisuallyHidden>{words.hide(what)}</VisuallyHidden>
        </Button>
      )}
      {error && (
        <span role="alert">
          {words.actFailed} {errorSentence(messages, error)}
        </span>
      )}
    </OutboxRow>
  )
}

import { styled } from '#src/ui/styled.ts'
import { Link } from 'react-router'
import { errorSentence } from '#src/components/Problem.tsx'
import { useMessages } from '#src/lib/messages/context.tsx'
import { paths } from '#src/lib/paths.ts'
import { Button } from '#src/ui/Button.tsx'
import type { ReviewCounts } from './review-plan.ts'
import { useReviewTexts } from './review-words.ts'
import type { Failure } from './use-hand-over.ts'
import { useOutboxTexts } from '#src/components/outbox-words.ts'

const Foot = styled('div')(({ theme }) => ({
  ...theme.typography.body2,
  display: 'flex',
  flexWrap: 'wrap',
  alignItems: 'center',
  gap: theme.spacing(2, 3),
  padding: theme.spacing(2.5, 4),
  borderTop: `1px solid ${theme.vars.palette.divider}`,
  background: theme.vars.palette.surface.raised,
  '& > p': { margin: 0, flex: '1 1 160px' },
  '& > [role=alert]': { flexBasis: '100%', display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: theme.spacing(1, 3) },
  '& > [role=alert] > span': { color: theme.vars.palette.error.main },
}))

interface Props {
  readonly counts: ReviewCounts
  /** How many work items were chosen for this review. */
  readonly chosen: number
  readonly failure: Failure | null
  readonly isPending: boolean
  readonly onLeaveOut: (runId: string) => Promise<void>
  readonly onSubmit: () => void
}

/** How much of it becomes a run, the button that makes it one, and what stood in the way. */
export function ReviewFoot({ counts, chosen, failure, isPending, onLeaveOut, onSubmit }: Props) {
  const messages = useMessages()
  const words = useReviewTexts()
  const { sent } = useOutboxTexts()
  return (
    <Foot>
      {failure && (
        <div role="alert">
          <span>
            {failure.known > 0 && `${words.known(failure.known)} `}
            {failure.stored > 0 && `${words.partly(failure.stored)} `}
            {failure.error.code === 'already_in_run'
              ? words.alreadyInRun
              : `${words.failed} ${errorSentence(messages, failure.error)} ${failure.error.sent === 'unknown' ? words.repeatSafe : sent[failure.error.sent]}`}
          </span>
          {failure.error.runId !== null && (
            <>
              <Link to={paths.run(failure.error.runId)}>{words.seeThatRun}</Link>
              <Button variant="outlined" onClick={() => failure.error.runId !== null && void onLeaveOut(failure.error.runId)}>
                {words.leaveOutBusy}
              </Button>
            </>
          )}
        </div>
      )}
      <p data-figures="">{counts.calls === 0 ? words.summary.nothing : words.foot(counts.items, chosen - counts.items)}</p>
      <Button variant="contained" disabled={counts.calls === 0 || isPending} onClick={onSubmit}>
        {isPending ? words.submitting : words.submit(counts.items)}
      </Button>
    </Foot>
  )
}

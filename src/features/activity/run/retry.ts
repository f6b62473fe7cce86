import { isDecision } from '#src/api/entry-kinds.ts'
import type { DecisionOperation, Entry } from '#src/api/runs.ts'
import { isForgotten } from '#src/components/entry-look.ts'
import type { ReviewPick, ReviewVerdict } from '#src/components/review-draft.ts'

const verdictOf: Partial<Record<DecisionOperation, ReviewVerdict>> = {
  approveApprovalItem: 'approve',
  approveApprovalItemsInBulk: 'approve',
  rejectApprovalItem: 'reject',
  rejectApprovalItemsInBulk: 'reject',
  completeWorkItem: 'complete',
  forwardWorkItem: 'forward',
}

/** What a review of a run's failed decisions begins with. */
export interface Retry {
  readonly picks: readonly ReviewPick[]
  /** What was pressed, where it was the same for all. */
  readonly verdict: ReviewVerdict | null
}

/** The decisions that did not go through: refused, not as the person saw it, or cancelled because nobody came back. Each work item once, with only the parts that failed. */
export function retryOf(entries: readonly Entry[]): Retry {
  const failed = entries
    .filter(isDecision)
    .filter((entry) => entry.state === 'refused' || entry.state === 'conflict' || isForgotten(entry))
  const picks = new Map<string, ReviewPick>()
  for (const { workItemId, approvalItemId, seen } of failed) {
    const before = picks.get(workItemId)
    const isWhole = approvalItemId === null || before?.only === null
    picks.set(workItemId, {
      id: workItemId,
      name: seen.name,
      sight: null,
      only: isWhole ? null : [...(before?.only ?? []), approvalItemId],
    })
  }
  const verdicts = new Set(failed.map(({ operation }) => verdictOf[operation] ?? null))
  const [only] = verdicts
  return { picks: [...picks.values()], verdict: verdicts.size === 1 ? (only ?? null) : null }
}

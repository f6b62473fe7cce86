import type { ApprovalItem, WorkItem } from '#contract/work-item.ts'
import { isAbout, isDecision } from '#src/api/entry-kinds.ts'
import type { DecisionOperation, Entry } from '#src/api/runs.ts'
import { coveredBy } from '#src/components/decision-draft.ts'
import { useDecisions } from '#src/components/decisions.tsx'
import { useDecide } from '#src/components/use-decide.ts'

export type Verdict = 'approve' | 'reject'

/** What is to be decided: one approval item, or the whole work item. */
export interface Choice {
  readonly verdict: Verdict
  /** Null for the whole work item. */
  readonly approvalItemId: string | null
}

/** The decisions on one work item: what is on its way, what is left, and how to decide. */
export function useItemDecisions(item: WorkItem, readAt: number) {
  const { open, handovers } = useDecisions()
  const { decide } = useDecide()
  const onItem = open.filter(isDecision).filter(({ workItemId }) => workItemId === item.id)
  const covered = coveredBy(onItem, item)
  const handingOver = handovers.flatMap(({ draft, error }) =>
    error === null ? draft.entries.filter((entry) => isAbout(item.id, entry)) : [],
  )
  const send = (operation: DecisionOperation, approvalItemId: string | null, more: { note?: string; body?: unknown } = {}) =>
    decide({ item, readAt, operation, ...(approvalItemId !== null && { approvalItemId }), ...more })
  const [only, ...others] = item.approvalItems
  return {
    /** The one approval item of a work item that has no other. */
    single: only !== undefined && others.length === 0 ? only : null,
    openItems: item.approvalItems.filter(({ isOpen }) => isOpen),
    /** Open approval items without a decision on its way. */
    leftAfter: (approvalItemId: string | null): ApprovalItem[] =>
      item.approvalItems.filter(({ id, isOpen }) => isOpen && !covered.has(id) && id !== approvalItemId),
    wholeEntry: onItem.find(({ approvalItemId }) => approvalItemId === null) ?? null,
    entryOf: (approvalItemId: string): Entry | null => onItem.find((entry) => entry.approvalItemId === approvalItemId) ?? null,
    isHandingOver: handingOver.length > 0,
    /** Something is on its way, so a decision on the whole work item has to wait. */
    isBusy: onItem.length > 0 || handingOver.length > 0,
    decide: ({ verdict, approvalItemId }: Choice, note?: string) => {
      const more = note === undefined ? {} : { note }
      if (approvalItemId !== null)
        return send(verdict === 'approve' ? 'approveApprovalItem' : 'rejectApprovalItem', approvalItemId, more)
      return send(verdict === 'approve' ? 'approveApprovalItemsInBulk' : 'rejectApprovalItemsInBulk', null, more)
    },
    complete: () => send('completeWorkItem', null),
    submit: (selection: Record<string, unknown>) => send('submitAccountSelection', null, { body: selection }),
  }
}

export type ItemDecisions = ReturnType<typeof useItemDecisions>

import type { WorkItem } from '#contract/work-item.ts'
import type { DecisionOperation } from '#src/api/runs.ts'

interface WholeDecision {
  readonly operation: DecisionOperation
  readonly approvalItemId?: string
  /** How many approval items it decides. */
  readonly count: number
}

/** The one request that approves or rejects all that is open on a work item; null where nothing is. */
export function wholeDecision(item: WorkItem, verdict: 'approve' | 'reject'): WholeDecision | null {
  const open = item.approvalItems.filter(({ isOpen }) => isOpen)
  const [only] = open
  if (only === undefined || !item.isOpen || item.form !== null) return null
  if (open.length === 1)
    return { operation: verdict === 'approve' ? 'approveApprovalItem' : 'rejectApprovalItem', approvalItemId: only.id, count: 1 }
  return {
    operation: verdict === 'approve' ? 'approveApprovalItemsInBulk' : 'rejectApprovalItemsInBulk',
    count: open.length,
  }
}

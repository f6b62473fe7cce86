import type { WorkItem } from '#contract/work-item.ts'
import type { DecisionDraft, DecisionOperation } from '../decision.ts'

/** A decision about a work item as the page makes it: with what was shown of the item, `ageMs` after it was read; test support. */
export const draftOf = (
  operation: DecisionOperation,
  item: WorkItem,
  ageMs: number,
  more: Partial<DecisionDraft> = {},
): DecisionDraft => ({
  operation,
  workItemId: item.id,
  ...more,
  seen: {
    ageMs,
    name: item.name,
    ownerId: item.owner?.id ?? null,
    state: item.state?.raw ?? null,
    modified: item.modified,
    approvalItems: item.approvalItems.map(({ id, state, account, application, attribute, operation: act, value }) => ({
      id,
      state: state?.raw ?? null,
      account,
      application,
      attribute,
      operation: act,
      value,
    })),
  },
})

import type { WorkItem } from '#contract/work-item.ts'
import { factsOf } from '#src/lib/item-facts.ts'
import type { ItemFacts } from '#src/lib/item-facts.ts'
import type { ListRules } from '#src/lib/list-merge.ts'

/** Newest first; what has no date comes last. */
const newestFirst =
  (momentOf: (facts: ItemFacts) => number) =>
  (a: WorkItem, b: WorkItem): number => {
    const difference = momentOf(factsOf(b)) - momentOf(factsOf(a))
    if (difference === 0) return a.id < b.id ? -1 : 1
    return Number.isNaN(difference)
      ? Number(Number.isNaN(momentOf(factsOf(a)))) - Number(Number.isNaN(momentOf(factsOf(b))))
      : difference
  }

/** Newest first. The tenant has no sorting, so the order is ours; the id settles ties so that it never wavers. */
export const openRules: ListRules<WorkItem> = {
  idOf: ({ id }) => id,
  isOnList: ({ isOpen }) => isOpen,
  compare: newestFirst(({ created }) => created),
}

export const completedRules: ListRules<WorkItem> = {
  idOf: ({ id }) => id,
  isOnList: () => true,
  compare: newestFirst(({ ended }) => ended),
}

/** Open and completed together: nothing leaves this list. */
export const allRules: ListRules<WorkItem> = { ...openRules, isOnList: () => true }

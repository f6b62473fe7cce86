import type { WorkItem } from '#contract/work-item.ts'
import type { ListRules } from '#src/lib/list-merge.ts'

const newestFirst = (a: string | null, b: string | null): number => (b ?? '').localeCompare(a ?? '')

/** Newest first. The tenant has no sorting, so the order is ours; the id settles ties so that it never wavers. */
export const openRules: ListRules<WorkItem> = {
  idOf: ({ id }) => id,
  isOnList: ({ isOpen }) => isOpen,
  compare: (a, b) => newestFirst(a.created, b.created) || a.id.localeCompare(b.id),
}

export const completedRules: ListRules<WorkItem> = {
  idOf: ({ id }) => id,
  isOnList: () => true,
  compare: (a, b) => newestFirst(a.completed ?? a.modified, b.completed ?? b.modified) || a.id.localeCompare(b.id),
}

/** Open and completed together: nothing leaves this list. */
export const allRules: ListRules<WorkItem> = { ...openRules, isOnList: () => true }

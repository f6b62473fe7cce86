import type { WorkItem } from '#contract/work-item.ts'
import { createdAt, endedAt } from '#src/lib/item-facts.ts'
import type { ListRules } from '#src/lib/list-merge.ts'

export const openRules: ListRules<WorkItem> = {
  idOf: ({ id }) => id,
  isOnList: ({ isOpen }) => isOpen,
  momentOf: createdAt,
}

export const completedRules: ListRules<WorkItem> = {
  idOf: ({ id }) => id,
  isOnList: () => true,
  momentOf: endedAt,
}

/** Open and completed together: nothing leaves this list. */
export const allRules: ListRules<WorkItem> = { ...openRules, isOnList: () => true }

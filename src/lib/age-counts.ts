import { ageBucketOf } from './age-buckets.ts'
import type { AgeBounds, AgeBucket } from './age-buckets.ts'
import { createdAt } from './item-facts.ts'
import type { WorkItemListRow } from './list-layout.ts'

/** How many open work items wait how long, without those set aside (`snoozes`, by work item). */
export function countAges(
  rows: readonly WorkItemListRow[],
  snoozes: ReadonlyMap<string, string>,
  bounds: AgeBounds,
): Readonly<Record<AgeBucket, number>> {
  const counts = { today: 0, week: 0, month: 0, older: 0 }
  for (const { item, isGone } of rows) {
    const bucket = isGone || !item.isOpen || snoozes.has(item.id) ? null : ageBucketOf(createdAt(item), bounds)
    if (bucket !== null) counts[bucket] += 1
  }
  return counts
}

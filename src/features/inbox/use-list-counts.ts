import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import type { WorkItem } from '#contract/work-item.ts'
import { workItemQueries } from '#src/api/work-items.ts'
import { countAges } from '#src/lib/age-counts.ts'
import type { AgeBounds } from '#src/lib/age-buckets.ts'
import { countGap } from '#src/lib/count-gap.ts'
import type { WorkItemListRow } from '#src/lib/list-layout.ts'
import type { ListView } from '#src/lib/list-merge.ts'

interface Counted {
  /** Everything that has been read. */
  readonly view: ListView<WorkItem>
  /** What the list is about, before it is narrowed down. */
  readonly rows: readonly WorkItemListRow[]
  readonly snoozes: ReadonlyMap<string, string>
  readonly bounds: AgeBounds
  readonly owner: string | null
  readonly isWhole: boolean
  /** Open work items are among what has been read. */
  readonly hasOpen: boolean
  /** It is the inbox as it is by itself: what the tenant counts and what is shown are the same, or the difference is told. */
  readonly isCompared: boolean
}

/** What is counted over a whole list, each once per reading and not per key in the search box. */
export function useListCounts({ view, rows, snoozes, bounds, owner, isWhole, hasOpen, isCompared }: Counted) {
  const { data: summary } = useQuery(workItemQueries.summary(owner))
  const ages = useMemo(() => (hasOpen ? countAges(view.rows, snoozes, bounds) : null), [hasOpen, view.rows, snoozes, bounds])
  const live = useMemo(() => rows.reduce((sum, { isGone }) => sum + Number(!isGone), 0), [rows])
  const snoozed = useMemo(
    () => (snoozes.size === 0 ? 0 : view.rows.filter(({ item, isGone }) => !isGone && snoozes.has(item.id)).length),
    [view.rows, snoozes],
  )
  const open = summary?.open ?? null
  const gap = useMemo(
    () =>
      isCompared && isWhole
        ? countGap({ open, shown: live, snoozed, decided: view.goneCount, arrivals: view.arrivals.length, isWhole })
        : null,
    [isCompared, isWhole, open, live, snoozed, view],
  )
  return { ages, live, gap }
}

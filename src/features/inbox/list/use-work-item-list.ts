import { useQuery } from '@tanstack/react-query'
import { useCallback, useEffect, useMemo, useState } from 'react'
import type { WorkItem } from '#contract/work-item.ts'
import { workItemQueries } from '#src/api/work-items.ts'
import type { WorkItemList } from '#src/api/work-items.ts'
import { inIdleTime } from '#src/lib/in-idle-time.ts'
import { factsOf } from '#src/lib/item-facts.ts'
import { arrange, mergeReading } from '#src/lib/list-merge.ts'
import type { ListRules, ListView } from '#src/lib/list-merge.ts'
import { allRules, completedRules, openRules } from './list-rules.ts'

/** Which work items a list holds. */
export type ListScope = 'open' | 'completed' | 'all'

const rulesOf: Readonly<Record<ListScope, ListRules<WorkItem>>> = { open: openRules, completed: completedRules, all: allRules }

interface Arranged {
  /** Scope and owner: another one is another list. */
  readonly of: string
  readonly scope: ListScope
  readonly reading: WorkItemList | null
  readonly view: ListView<WorkItem>
}

const nothing: ListView<WorkItem> = { rows: [], arrivals: [], goneCount: 0 }

/**
 * A list of work items in an order that holds still: what is new waits in `view.arrivals` until `update` is called, what is gone leaves a
 * tombstone until then.
 */
export function useWorkItemList(scope: ListScope, owner: string | null) {
  const open = useQuery({ ...workItemQueries.list('open', owner), enabled: scope !== 'completed' })
  const completed = useQuery({ ...workItemQueries.list('completed', owner), enabled: scope !== 'open' })
  const openList = scope === 'completed' ? null : (open.data ?? null)
  const completedList = scope === 'open' ? null : (completed.data ?? null)
  const reading = useMemo(() => together(openList, completedList, scope), [openList, completedList, scope])

  const of = `${scope} ${owner ?? ''}`
  const [arranged, setArranged] = useState<Arranged>(() => ({
    of,
    scope,
    reading,
    view: reading ? arrange(reading, rulesOf[scope]) : nothing,
  }))
  // The view is derived from the readings in their order, so it is brought up to date during rendering, before anything is painted.
  if (arranged.reading !== reading || arranged.of !== of) setArranged((before) => follow(before, reading, { of, scope }))

  // What finding something takes is worked out while more of the list is on its way, so that the first key is as quick as the next.
  useEffect(() => (reading === null ? undefined : inIdleTime(reading.items, factsOf)), [reading])

  const update = useCallback(
    () =>
      setArranged((before) => (before.reading ? { ...before, view: arrange(before.reading, rulesOf[before.scope]) } : before)),
    [],
  )
  const queries = [...(scope === 'completed' ? [] : [open]), ...(scope === 'open' ? [] : [completed])]
  return {
    view: arranged.view,
    reading,
    error: queries.find((query) => query.error)?.error ?? null,
    isLoading: reading === null,
    update,
    retry: () => {
      for (const query of queries) void query.refetch()
    },
  }
}

function follow(before: Arranged, reading: WorkItemList | null, list: Pick<Arranged, 'of' | 'scope'>): Arranged {
  const rules = rulesOf[list.scope]
  if (reading === null) return { ...list, reading, view: nothing }
  const isFresh = before.of !== list.of || before.reading === null
  return {
    ...list,
    reading,
    view: isFresh ? arrange(reading, rules) : mergeReading(before.view, reading, rules, reading.isFirstReading),
  }
}

function together(open: WorkItemList | null, completed: WorkItemList | null, scope: ListScope): WorkItemList | null {
  if (scope !== 'all') return open ?? completed
  if (!open || !completed) return null
  // An item decided a moment ago can be on both lists for a while.
  const onOpenList = new Set(open.items.map(({ id }) => id))
  return {
    items: [...open.items, ...completed.items.filter(({ id }) => !onOpenList.has(id))],
    total: open.total === null || completed.total === null ? null : open.total + completed.total,
    isComplete: open.isComplete && completed.isComplete,
    isFirstReading: open.isFirstReading || completed.isFirstReading,
    readAt: Math.min(open.readAt, completed.readAt),
  }
}

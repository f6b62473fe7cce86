import { useQuery } from '@tanstack/react-query'
import { useDeferredValue, useMemo } from 'react'
import type { WorkItem } from '#contract/work-item.ts'
import { snoozeQueries } from '#src/api/desk-keeps.ts'
import { ageBoundsAt } from '#src/lib/age-buckets.ts'
import { matcherOf } from '#src/lib/list-filter.ts'
import { layOut, sortRows } from '#src/lib/list-layout.ts'
import type { ListView } from '#src/lib/list-merge.ts'
import { isNarrowed } from '#src/lib/search-params.ts'
import type { ListParams } from '#src/lib/search-params.ts'
import { useNow } from '#src/ui/use-now.ts'

const nothing: ReadonlyMap<string, string> = new Map()

/** Until when each work item is set aside (ISO 8601), those whose time has come left out. */
function useSnoozes(isOn: boolean, now: number): ReadonlyMap<string, string> {
  const { data } = useQuery({ ...snoozeQueries.all(), enabled: isOn })
  return useMemo(
    () =>
      data === undefined || data.length === 0
        ? nothing
        : new Map(data.flatMap(({ workItemId, until }) => (Date.parse(until) > now ? [[workItemId, until] as const] : []))),
    [data, now],
  )
}

/**
 * What the address asks for, out of what has been read: sorted, without (or only with) what is set aside, narrowed down, in groups. Each
 * step is kept until its own input changes. The text is the one being typed, which the address follows.
 */
export function useShownRows(view: ListView<WorkItem>, params: ListParams, typed: string, collapsed: ReadonlySet<string>) {
  const { scope, facets, sort, group } = params
  const query = useDeferredValue(typed.trim())
  const now = useNow(30_000)
  const dayStart = ageBoundsAt(now).today
  const bounds = useMemo(() => ageBoundsAt(dayStart), [dayStart])
  const snoozes = useSnoozes(scope !== 'all', now)
  const sorted = useMemo(() => sortRows(view.rows, sort), [view.rows, sort])
  const rows = useMemo(
    () =>
      scope === 'all' || (scope === 'open' && snoozes.size === 0)
        ? sorted
        : sorted.filter(({ item }) => snoozes.has(item.id) === (scope === 'snoozed')),
    [sorted, snoozes, scope],
  )
  const shown = useMemo(() => {
    if (!isNarrowed({ query, facets })) return rows
    const matches = matcherOf({ facets, query, bounds })
    return rows.filter(({ item }) => matches(item))
  }, [rows, facets, query, bounds])
  const laid = useMemo(() => layOut(shown, group, collapsed), [shown, group, collapsed])
  return { rows, shown, laid, snoozes, bounds, query }
}

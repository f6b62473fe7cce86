import { useQuery } from '@tanstack/react-query'
import { Activity, Suspense } from 'react'
import { workItemQueries } from '#src/api/work-items.ts'
import type { WorkItemList } from '#src/api/work-items.ts'
import { WorkItemRehearsal } from './pages.ts'

/** Something ordinary, once there is nothing left to read. */
const ordinary = ({ isComplete, items }: WorkItemList) =>
  isComplete ? (items.find(({ approvalItems, form }) => approvalItems.length > 0 && form === null) ?? null) : null

/**
 * Draws a work item out of sight while none is open and nothing else is to do: the first of a visit would otherwise pay for all: for code that
 * has never run and for styles that the browser has never seen, which takes longer than the drawing itself.
 */
export function Rehearsal() {
  // The list beside it reads it; nothing is asked for here.
  const { data: item } = useQuery({ ...workItemQueries.list('open', null), enabled: false, select: ordinary })
  return (
    item && (
      <Activity mode="hidden">
        <Suspense>
          <WorkItemRehearsal item={item} />
        </Suspense>
      </Activity>
    )
  )
}

import { useQuery } from '@tanstack/react-query'
import type { WorkItem } from '#contract/work-item.ts'
import { snoozeQueries } from '#src/api/desk-keeps.ts'
import { useNeighbours } from '#src/components/neighbours.ts'
import { Button } from '#src/ui/Button.tsx'
import { useWorkItemTexts } from './work-item-words.ts'

/** Until when the work item is set aside (ISO date); null when it is not. The list beside it reads it; nothing is asked for here. */
export function useSnoozedUntil({ id }: WorkItem): string | null {
  const { data } = useQuery({ ...snoozeQueries.all(), enabled: false })
  return data?.find(({ workItemId }) => workItemId === id)?.until ?? null
}

/** Sets the work item aside, or brings it back. */
export function SnoozeButton({ item, isSnoozed }: { readonly item: WorkItem; readonly isSnoozed: boolean }) {
  const { snooze: words } = useWorkItemTexts()
  const { snooze, wake } = useNeighbours()
  return (
    <Button variant="outlined" onClick={() => (isSnoozed ? wake(item) : snooze(item))}>
      {isSnoozed ? words.wake : words.open}
    </Button>
  )
}

import { useSyncExternalStore } from 'react'
import { openedItems } from '#src/lib/opened-items.ts'
import { useSession } from './session-context.ts'

/** What the signed-in person has had open, for `mayApprove`. Another set each time something is added. */
export function useOpenedItems(): ReadonlySet<string> {
  const { user } = useSession()
  return useSyncExternalStore(openedItems.subscribe, () => openedItems.of(user.id))
}

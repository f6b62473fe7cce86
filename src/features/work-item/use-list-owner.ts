import type { WorkItem } from '#contract/work-item.ts'
import { useSession } from '#src/components/session-context.ts'

/** Whose lists a work item stands in: null for one's own, else the owner's id, as the lists are asked for. */
export function useListOwner({ owner }: WorkItem): string | null {
  const { user } = useSession()
  return owner === null || owner.id === user.id ? null : owner.id
}

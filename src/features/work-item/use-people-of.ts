import { useQuery } from '@tanstack/react-query'
import type { Identity } from '#contract/identity.ts'
import type { WorkItem } from '#contract/work-item.ts'
import { identityQueries } from '#src/api/identities.ts'
import { useRested } from '#src/ui/use-rested.ts'
import { useTargetIdentity } from './use-target-identity.ts'
import type { TargetIdentity } from './use-target-identity.ts'

interface PeopleOf {
  /** Who asks; null where they may not be read, or not yet. */
  readonly requester: Identity | null
  /** For whom; null as well where no one identity can be named. */
  readonly target: Identity | null
  readonly match: TargetIdentity['match']
}

/** How long a work item rests on screen before the people it names are read, ms. */
const readsAfter = 350

/** The people a work item names, as the tenant knows them. */
export function usePeopleOf(item: WorkItem): PeopleOf {
  const hasRested = useRested(readsAfter)
  const { id: targetId, match } = useTargetIdentity(item)
  const requesterId = item.requester?.id ?? null
  const { data: requester } = useQuery({
    ...identityQueries.card(requesterId ?? ''),
    enabled: hasRested && requesterId !== null,
  })
  const { data: target } = useQuery({ ...identityQueries.card(targetId ?? ''), enabled: hasRested && targetId !== null })
  return { requester: requester ?? null, target: target ?? null, match }
}

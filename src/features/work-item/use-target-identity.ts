import { useQuery } from '@tanstack/react-query'
import type { WorkItem } from '#contract/work-item.ts'
import { identityQueries } from '#src/api/identities.ts'
import { onlyMatch } from '#src/lib/person.ts'
import { targetOf } from '#src/lib/triage.ts'
import { useRested } from '#src/ui/use-rested.ts'

export interface TargetIdentity {
  /** The one identity it is; null when none can be named for sure. */
  readonly id: string | null
  readonly name: string | null
  /** `given`: the work item holds the id; `looked-up`: exactly one identity is called that. */
  readonly match: 'given' | 'looked-up' | 'several' | null
}

/** How long a work item rests on screen before somebody is looked up for it, ms. */
const looksUpAfter = 350

/** Whom a work item is for, as an identity: by the id it holds, else by exactly one exact match. Never chosen between two. */
export function useTargetIdentity(item: WorkItem): TargetIdentity {
  const target = targetOf(item)
  const name = target?.kind === 'one' ? target.name : null
  const given = name === null ? null : givenId(item)
  const hasRested = useRested(looksUpAfter)
  const { data: found } = useQuery({
    ...identityQueries.called(name ?? ''),
    enabled: hasRested && name !== null && given === null,
  })
  if (given !== null) return { id: given, name: null, match: 'given' }
  const only = onlyMatch(found)
  if (only) return { id: only.id, name: only.name, match: 'looked-up' }
  return { id: null, name: null, match: (found?.length ?? 0) > 1 ? 'several' : null }
}

/** The one id that all remediation items name. */
const givenId = ({ remediationItems }: WorkItem): string | null =>
  onlyMatch([...new Set(remediationItems.flatMap(({ target }) => target.id ?? []))])

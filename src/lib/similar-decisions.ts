/** What was decided here before about the same change, for anybody. Counts, never advice. */
import type { WorkItem } from '#contract/work-item.ts'
import { verbOfOperation } from './triage.ts'

export interface EarlierDecision {
  readonly item: WorkItem
  readonly verdict: 'approved' | 'rejected'
}

export interface SimilarDecisions {
  /** The change it is about, as the work item names it. */
  readonly value: string
  readonly application: string | null
  /** The newest first. */
  readonly decisions: readonly EarlierDecision[]
}

const verdicts = { Finished: 'approved', Rejected: 'rejected' } as const

const folded = (text: string | null): string => (text ?? '').trim().toLowerCase()

/**
 * For each different open change of a work item the earlier verdicts on the same kind of change: same source, attribute and value, and
 * the same direction. Changes nobody decided before are left out. At most one verdict per completed work item and change: the first.
 */
export function similarDecisions(item: WorkItem, completed: readonly WorkItem[]): SimilarDecisions[] {
  const wanted = new Map<string, { value: string; application: string | null; decisions: EarlierDecision[] }>()
  for (const each of item.approvalItems) {
    const key = keyOf(each)
    if (key !== null && each.isOpen && each.value !== null && !wanted.has(key))
      wanted.set(key, { value: each.value, application: each.application, decisions: [] })
  }
  if (wanted.size === 0) return []
  for (const other of completed) {
    if (other.id === item.id) continue
    const seen = new Set<string>()
    for (const each of other.approvalItems) {
      const known = each.state?.known ?? null
      const key = known === 'Finished' || known === 'Rejected' ? keyOf(each) : null
      const group = key === null || seen.has(key) ? undefined : wanted.get(key)
      if (key === null || !group || (known !== 'Finished' && known !== 'Rejected')) continue
      seen.add(key)
      group.decisions.push({ item: other, verdict: verdicts[known] })
    }
  }
  return [...wanted.values()]
    .filter(({ decisions }) => decisions.length > 0)
    .map((group) => ({ ...group, decisions: group.decisions.toSorted((a, b) => endOf(b.item).localeCompare(endOf(a.item))) }))
}

const endOf = ({ completed, modified }: WorkItem): string => completed ?? modified ?? ''

function keyOf({ application, attribute, value, operation }: WorkItem['approvalItems'][number]): string | null {
  if (value === null) return null
  return [folded(application), folded(attribute), folded(value), verbOfOperation(operation).kind].join('\n')
}

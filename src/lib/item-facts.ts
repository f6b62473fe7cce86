import type { WorkItem } from '#contract/work-item.ts'
import { searchTextOf, sourcesOf, targetOf, verbOfWorkItem } from './triage.ts'
import type { Target, Verb } from './triage.ts'

/** What finding, sorting and grouping ask of a work item again and again. Texts are as the tenant wrote them. */
export interface ItemFacts {
  /** Everything that can be searched, in lower case. */
  readonly searchText: string
  /** When it was made, ms; NaN when that is not known. */
  readonly created: number
  readonly type: string
  readonly operations: readonly string[]
  readonly sources: readonly string[]
  /** The requester's id, or name where there is no id. */
  readonly requester: string
  readonly verb: Verb
  readonly target: Target | null
  /** Whom it is for: a name, `several`, or nothing. */
  readonly person: { readonly name: string } | 'several' | null
  /** Sort keys, in lower case. */
  readonly name: string
  readonly requesterName: string
}

const known = new WeakMap<WorkItem, ItemFacts>()

/** The facts of a work item, worked out once for as long as the object lives. */
export function factsOf(item: WorkItem): ItemFacts {
  const before = known.get(item)
  if (before) return before
  const facts = readFacts(item)
  known.set(item, facts)
  return facts
}

/** The value that stands for a verb in filters: our word for it, or the tenant's own in lower case. */
export const operationKey = ({ word, raw }: Verb): string => word ?? raw.toLowerCase()

function readFacts(item: WorkItem): ItemFacts {
  const verb = verbOfWorkItem(item)
  const target = targetOf(item)
  const sources = sourcesOf(item)
  return {
    searchText: searchTextOf(item, target, sources),
    created: createdAt(item),
    type: item.type.known ?? item.type.raw,
    operations: verb.parts ? [...new Set(verb.parts.map(operationKey))] : [operationKey(verb)],
    sources,
    requester: item.requester?.id ?? item.requester?.name ?? '',
    verb,
    target,
    person: target === null ? null : target.kind === 'several' ? 'several' : { name: target.name },
    name: (item.name ?? item.description ?? '').toLowerCase(),
    requesterName: (item.requester?.name ?? '').toLowerCase(),
  }
}

const momentOf = (text: string | null): number => (text === null ? Number.NaN : Date.parse(text))

/** When a work item was made, ms; NaN when that is not known. Reading the date is quicker than looking up the facts. */
export const createdAt = ({ created }: WorkItem): number => momentOf(created)

/** When it was completed or else last changed, ms; NaN when that is not known. */
export const endedAt = ({ completed, modified }: WorkItem): number => momentOf(completed ?? modified)

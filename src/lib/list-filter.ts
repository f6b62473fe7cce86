import type { WorkItem } from '#contract/work-item.ts'
import { ageBucketOf } from './age-buckets.ts'
import type { AgeBounds } from './age-buckets.ts'
import { factsOf } from './item-facts.ts'
import type { ItemFacts } from './item-facts.ts'
import { facetNames } from './search-params.ts'
import type { FacetName, Facets } from './search-params.ts'

const nowhere: readonly string[] = ['']

/** The values a work item has in one facet; "not stated" is a value too. */
export function valuesIn(facts: ItemFacts, name: FacetName, bounds: AgeBounds): readonly string[] {
  switch (name) {
    case 'type':
      return [facts.type]
    case 'source':
      return facts.sources.length === 0 ? nowhere : facts.sources
    case 'operation':
      return facts.operations
    case 'requester':
      return [facts.requester]
    default:
      return [ageBucketOf(facts.created, bounds) ?? '']
  }
}

interface Wish {
  readonly facets: Facets
  readonly query: string
  readonly bounds: AgeBounds
  /** A facet that is not to narrow: what it would leave is being counted. */
  readonly except?: FacetName
}

/** Decides for one work item after the other whether it matches: one of the values of each facet, and every word of the text. */
export function matcherOf({ facets, query, bounds, except }: Wish): (item: WorkItem) => boolean {
  const wanted = facetNames
    .filter((name) => name !== except && facets[name].length > 0)
    .map((name) => [name, new Set(facets[name])] as const)
  const words = query === '' ? [] : query.toLowerCase().split(/\s+/)
  return (item) => {
    const facts = factsOf(item)
    return (
      wanted.every(([name, values]) => valuesIn(facts, name, bounds).some((value) => values.has(value))) &&
      words.every((word) => facts.searchText.includes(word))
    )
  }
}

export interface ValueCount {
  readonly value: string
  readonly count: number
  /** Some work item with this value, to take its wording from; null when none has it. */
  readonly sample: WorkItem | null
}

/**
 * How many work items each value of a facet would show, everything else that narrows being as it is; the most frequent first and "not stated" last.
 * Chosen values are always among them.
 */
export function countValues(items: readonly WorkItem[], name: FacetName, wish: Omit<Wish, 'except'>): ValueCount[] {
  const matches = matcherOf({ ...wish, except: name })
  const counts = new Map<string, { count: number; sample: WorkItem | null }>()
  for (const value of wish.facets[name]) counts.set(value, { count: 0, sample: null })
  for (const item of items) {
    const isMatch = matches(item)
    for (const value of valuesIn(factsOf(item), name, wish.bounds)) {
      const known = counts.get(value)
      if (known) {
        if (isMatch) known.count += 1
        known.sample ??= item
      } else if (isMatch) counts.set(value, { count: 1, sample: item })
    }
  }
  return [...counts]
    .map(([value, found]) => ({ value, ...found }))
    .toSorted((a, b) => Number(a.value === '') - Number(b.value === '') || b.count - a.count || a.value.localeCompare(b.value))
}

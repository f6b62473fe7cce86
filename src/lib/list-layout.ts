import type { WorkItem } from '#contract/work-item.ts'
import { factsOf } from './item-facts.ts'
import type { ItemFacts } from './item-facts.ts'
import type { ListRow } from './list-merge.ts'
import type { Grouping, Sort } from './search-params.ts'

export type WorkItemListRow = ListRow<WorkItem>

export interface GroupRow {
  readonly kind: 'group'
  readonly key: string
  /** A member to take the wording from. */
  readonly sample: WorkItem
  readonly members: readonly WorkItemListRow[]
  readonly isCollapsed: boolean
}

/** One line of the list as it is drawn. */
export type LaidRow = GroupRow | { readonly kind: 'item'; readonly row: WorkItemListRow }

const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
/** A missing text comes last. */
const byFilledText = (a: string, b: string): number => (a === '' ? 1 : 0) - (b === '' ? 1 : 0) || byText(a, b)
/** A missing date comes last either way. */
const byMoment = (a: number, b: number): number => {
  if (Number.isNaN(a) || Number.isNaN(b)) return Number(Number.isNaN(a)) - Number(Number.isNaN(b))
  return a - b
}

const comparisons: Readonly<Record<Exclude<Sort, 'newest'>, (a: ItemFacts, b: ItemFacts) => number>> = {
  oldest: (a, b) => byMoment(a.created, b.created),
  name: (a, b) => byFilledText(a.name, b.name),
  requester: (a, b) => byFilledText(a.requesterName, b.requesterName),
  source: (a, b) => byFilledText(a.sources[0]?.toLowerCase() ?? '', b.sources[0]?.toLowerCase() ?? ''),
}

/** The rows in another order; rows that are alike keep the order they had. `newest` is the order the list has by itself. */
export function sortRows(rows: readonly WorkItemListRow[], sort: Sort): readonly WorkItemListRow[] {
  if (sort === 'newest') return rows
  const compare = comparisons[sort]
  return rows
    .map((row) => ({ row, facts: factsOf(row.item) }))
    .toSorted((a, b) => compare(a.facts, b.facts))
    .map(({ row }) => row)
}

/** What puts a work item into its group; empty where the item does not say. One with several takes them together. */
export function groupKey(item: WorkItem, grouping: Grouping): string {
  const facts = factsOf(item)
  switch (grouping) {
    case 'person':
      return facts.person === null ? '' : facts.person === 'several' ? 'several' : `one ${facts.person.name.toLowerCase()}`
    case 'source':
      return facts.sources.join('\n')
    case 'operation':
      return facts.operations.toSorted().join('\n')
    case 'requester':
      return facts.requester
    default:
      return facts.type
  }
}

/** The rows under the headings of their groups, the largest group first and what belongs nowhere last. */
export function layOut(
  rows: readonly WorkItemListRow[],
  grouping: Grouping | null,
  collapsed: ReadonlySet<string>,
): readonly LaidRow[] {
  if (grouping === null) return rows.map((row) => ({ kind: 'item', row }))
  const groups = new Map<string, WorkItemListRow[]>()
  for (const row of rows) {
    const key = groupKey(row.item, grouping)
    const members = groups.get(key)
    if (members) members.push(row)
    else groups.set(key, [row])
  }
  return [...groups]
    .toSorted(([a, one], [b, other]) => Number(a === '') - Number(b === '') || other.length - one.length || byText(a, b))
    .flatMap(([key, members]): LaidRow[] => {
      const [first] = members
      if (!first) return []
      const isCollapsed = collapsed.has(key)
      const heading: LaidRow = { kind: 'group', key, sample: first.item, members, isCollapsed }
      return isCollapsed ? [heading] : [heading, ...members.map((row): LaidRow => ({ kind: 'item', row }))]
    })
}

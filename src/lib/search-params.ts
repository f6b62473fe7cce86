import { toggled } from './toggled.ts'

/** What a list can be narrowed by, several values each. */
export const facetNames = ['type', 'source', 'operation', 'requester', 'age'] as const
export type FacetName = (typeof facetNames)[number]
/** The chosen values; none chosen means all. An empty text stands for "not stated". */
export type Facets = Readonly<Record<FacetName, readonly string[]>>

export const sorts = ['newest', 'oldest', 'name', 'requester', 'source'] as const
export type Sort = (typeof sorts)[number]
export const groupings = ['person', 'source', 'operation', 'requester', 'type'] as const
export type Grouping = (typeof groupings)[number]
export const scopes = ['open', 'snoozed', 'all'] as const
/** Which work items of the inbox: the open ones, those set aside, or open and completed together. */
export type InboxScope = (typeof scopes)[number]

/** What the address of a list says. */
export interface ListParams {
  /** The quick filter's text, without surrounding blanks. */
  readonly query: string
  readonly scope: InboxScope
  readonly facets: Facets
  readonly sort: Sort
  readonly group: Grouping | null
  /** Whose list it is; null for one's own. */
  readonly owner: string | null
}

export const noFacets: Facets = { type: [], source: [], operation: [], requester: [], age: [] }
export const plainList: ListParams = { query: '', scope: 'open', facets: noFacets, sort: 'newest', group: null, owner: null }

const longestText = 200
const mostValues = 50

const oneOf = <Value extends string>(values: readonly Value[], text: string | null): Value | null =>
  values.find((value) => value === text) ?? null

/** Reads the search parameters of a list; what it does not understand it leaves out. */
export function parseListParams(params: URLSearchParams): ListParams {
  const valuesOf = (name: FacetName) => [
    ...new Set(
      params
        .getAll(name)
        .filter((value) => value.length <= longestText)
        .slice(0, mostValues),
    ),
  ]
  const owner = (params.get('owner') ?? '').trim()
  return {
    query: (params.get('q') ?? '').trim().slice(0, longestText),
    scope: oneOf(scopes, params.get('show')) ?? 'open',
    facets: {
      type: valuesOf('type'),
      source: valuesOf('source'),
      operation: valuesOf('operation'),
      requester: valuesOf('requester'),
      age: valuesOf('age'),
    },
    sort: oneOf(sorts, params.get('sort')) ?? 'newest',
    group: oneOf(groupings, params.get('group')),
    owner: owner === '' || owner.length > longestText ? null : owner,
  }
}

/** The same as a query string with its question mark, or nothing. One list has one text, whatever order things were chosen in. */
export function writeListParams({ query, scope, facets, sort, group, owner }: ListParams): string {
  const params = new URLSearchParams()
  if (owner !== null) params.set('owner', owner)
  if (scope !== 'open') params.set('show', scope)
  for (const name of facetNames) for (const value of facets[name].toSorted()) params.append(name, value)
  if (query.trim() !== '') params.set('q', query.trim())
  if (sort !== 'newest') params.set('sort', sort)
  if (group !== null) params.set('group', group)
  const text = params.toString()
  return text === '' ? '' : `?${text}`
}

export const countFacets = (facets: Facets): number => facetNames.reduce((sum, name) => sum + facets[name].length, 0)

/** Whether anything narrows the list. */
export const isNarrowed = ({ query, facets }: Pick<ListParams, 'query' | 'facets'>): boolean =>
  query !== '' || countFacets(facets) > 0

/** The facets with one value added, or taken away where it was chosen. */
export function toggleValue(facets: Facets, name: FacetName, value: string): Facets {
  return { ...facets, [name]: toggled(facets[name], value) }
}

import { formatSorters, identitySorterFields } from '#contract/sorters.ts'
import type { IdentitySorterField } from '#contract/sorters.ts'

/** The text fields the tenant can look in, as people know them. */
export const textFields = ['name', 'alias', 'firstname', 'lastname', 'email', 'id'] as const
export type TextField = (typeof textFields)[number]
/** `id` can only be equal. */
export type How = 'is' | 'starts'

/** One text field that has to be, or to start with, one of the values. */
export interface TextCondition {
  readonly how: How
  readonly values: readonly string[]
}

/** Who is listed: those with an authoritative account, everybody, or only those without one. */
export const crowds = ['correlated', 'all', 'uncorrelated'] as const
export type Crowd = (typeof crowds)[number]

export const pageSizes = [50, 100, 250] as const

export interface IdentitySort {
  readonly field: IdentitySorterField
  readonly descending: boolean
}

/** What the address of the list of identities says. */
export interface IdentityListParams {
  /** Start of a name, account name or e-mail address; no surrounding blanks. */
  readonly query: string
  readonly where: Readonly<Partial<Record<TextField, TextCondition>>>
  readonly status: readonly string[]
  readonly processing: readonly string[]
  readonly isProtected: boolean | null
  readonly crowd: Crowd
  readonly sort: IdentitySort
  /** From 1. */
  readonly page: number
  readonly size: (typeof pageSizes)[number]
  /** A pasted list, by the key under which this tab keeps it; null for none. */
  readonly list: string | null
}

export const plainIdentities: IdentityListParams = {
  query: '',
  where: {},
  status: [],
  processing: [],
  isProtected: null,
  crowd: 'correlated',
  sort: { field: 'name', descending: false },
  page: 1,
  size: 50,
  list: null,
}

const longestText = 200
const mostValues = 100
const lastPage = 1_000_000
const plainKey = /^[A-Za-z0-9-]{1,40}$/

const oneOf = <Value extends string>(values: readonly Value[], text: string | null): Value | null =>
  values.find((value) => value === text) ?? null

/** Reads the search parameters; what it does not understand it leaves out. */
export function parseIdentityParams(params: URLSearchParams): IdentityListParams {
  const valuesOf = (name: string) =>
    [...new Set(params.getAll(name).map((value) => value.trim()))]
      .filter((value) => value !== '' && value.length <= longestText)
      .slice(0, mostValues)
  const where: Partial<Record<TextField, TextCondition>> = {}
  for (const field of textFields) {
    // Only of ids one may name several.
    const is = valuesOf(`${field}.is`).slice(0, field === 'id' ? mostValues : 1)
    const starts = field === 'id' ? [] : valuesOf(`${field}.starts`).slice(0, 1)
    if (is.length > 0) where[field] = { how: 'is', values: is }
    else if (starts.length > 0) where[field] = { how: 'starts', values: starts }
  }
  const protection = params.get('protected')
  const page = Number(params.get('page') ?? 1)
  const list = params.get('list') ?? ''
  return {
    query: (params.get('q') ?? '').trim().slice(0, longestText),
    where,
    status: valuesOf('status'),
    processing: valuesOf('processing'),
    isProtected: protection === 'yes' ? true : protection === 'no' ? false : null,
    crowd: oneOf(crowds, params.get('show')) ?? 'correlated',
    sort: sortOf(params.get('sort') ?? ''),
    page: Number.isInteger(page) && page >= 1 && page <= lastPage ? page : 1,
    size: pageSizes.find((size) => String(size) === params.get('size')) ?? plainIdentities.size,
    list: plainKey.test(list) ? list : null,
  }
}

function sortOf(text: string): IdentitySort {
  const descending = text.startsWith('-')
  const field = oneOf(identitySorterFields, descending ? text.slice(1) : text)
  return field === null ? plainIdentities.sort : { field, descending }
}

/** The same as a query string with its question mark, or nothing. One list has one text, whatever order things were chosen in. */
export function writeIdentityParams(params: IdentityListParams): string {
  const text = new URLSearchParams()
  const { query, where, status, processing, isProtected, crowd, sort, page, size, list } = params
  if (list !== null) text.set('list', list)
  if (query.trim() !== '') text.set('q', query.trim())
  for (const field of textFields) {
    const condition = where[field]
    for (const value of condition?.values.toSorted() ?? []) text.append(`${field}.${condition?.how ?? 'is'}`, value)
  }
  for (const value of status.toSorted()) text.append('status', value)
  for (const value of processing.toSorted()) text.append('processing', value)
  if (isProtected !== null) text.set('protected', isProtected ? 'yes' : 'no')
  if (crowd !== 'correlated') text.set('show', crowd)
  if (sort.field !== 'name' || sort.descending) text.set('sort', formatSorters([sort]))
  if (page > 1) text.set('page', String(page))
  if (size !== plainIdentities.size) text.set('size', String(size))
  const written = text.toString()
  return written === '' ? '' : `?${written}`
}

/** How many chips narrow the list; the search text is not one of them. */
export const countConditions = ({ where, status, processing, isProtected }: IdentityListParams): number =>
  Object.keys(where).length + Number(status.length > 0) + Number(processing.length > 0) + Number(isProtected !== null)

/** Whether anything but the crowd narrows the list. */
export const isNarrowedDown = (params: IdentityListParams): boolean => params.query !== '' || countConditions(params) > 0

import type { Filter } from '#contract/filter.ts'
import { and, eq, formatFilter, isIn, or, sw } from '#contract/filter-builder.ts'
import { formatSorters } from '#contract/sorters.ts'
import { looksLikeId, plainId } from './identity-id.ts'
import { textFields } from './identity-params.ts'
import type { IdentityListParams, TextCondition, TextField } from './identity-params.ts'

/** What `GET /identities` is asked for, without the page. */
export interface IdentityQuestion {
  readonly filters?: string
  readonly sorters: string
  readonly defaultFilter: 'CORRELATED_ONLY' | 'NONE'
}

/** The tenant's own words for what an address asks for. One address is always the same question. */
export function questionOf(params: IdentityListParams): IdentityQuestion {
  const { query, where, status, processing, isProtected, crowd, sort } = params
  const conditions = [
    ...(query === '' ? [] : [startsSomehow(query)]),
    ...textFields.flatMap((field) => conditionOn(field, where[field])),
    ...anyOf(status.map((value) => eq('cloudStatus', value))),
    ...anyOf(processing.map((value) => eq('processingState', value))),
    ...(isProtected === null ? [] : [eq('protected', isProtected)]),
    ...(crowd === 'uncorrelated' ? [eq('correlated', false)] : []),
  ]
  const [first, ...others] = conditions
  return {
    ...(first && { filters: formatFilter(and(first, ...others)) }),
    sorters: formatSorters([sort]),
    // Left out, the tenant adds "correlated" by itself; said, so that the address means the same everywhere.
    defaultFilter: crowd === 'correlated' ? 'CORRELATED_ONLY' : 'NONE',
  }
}

/**
 * Somebody whose name, account name, first or last name or e-mail address starts with the text; the tenant knows no "contains". Of two
 * words one may begin the first name and the other the last name, in either order.
 */
function startsSomehow(text: string): Filter {
  const [one = '', two = ''] = text.split(/[\s,]+/).filter((word) => word !== '')
  const both = two === '' ? [] : [and(sw('firstname', one), sw('lastname', two)), and(sw('firstname', two), sw('lastname', one))]
  const id = looksLikeId(text) ? [eq('id', plainId(text))] : []
  return or(sw('name', text), sw('alias', text), sw('firstname', text), sw('lastname', text), sw('email', text), ...both, ...id)
}

function conditionOn(field: TextField, condition: TextCondition | undefined): Filter[] {
  if (!condition) return []
  const { how, values } = condition
  if (field === 'id') return values.length === 0 ? [] : [isIn('id', values)]
  return anyOf(values.map((value) => (how === 'is' ? eq(field, value) : sw(field, value))))
}

function anyOf(conditions: readonly Filter[]): Filter[] {
  const [first, ...others] = conditions
  return first ? [or(first, ...others)] : []
}

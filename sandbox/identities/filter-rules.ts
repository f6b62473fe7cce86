import { conditionsOf, identityFilterFields } from '#contract/filter.ts'
import type { Filter, FilterCondition, IdentityFilterField } from '#contract/filter.ts'
import { parseFilter } from '#contract/filter-parser.ts'
import { identitySorterFields, parseSorters } from '#contract/sorters.ts'
import type { IdentitySorterField } from '#contract/sorters.ts'
import { badRequest } from '../http/errors.ts'

const MAX_LENGTH = 8192
const BOOLEAN_FIELDS: ReadonlySet<string> = new Set(['correlated', 'protected'])

export const isFilterField = (field: string): field is IdentityFilterField => Object.hasOwn(identityFilterFields, field)
const isSorterField = (field: string): field is IdentitySorterField => identitySorterFields.some((known) => known === field)

/** Why `GET /identities` does not take this condition; undefined when it does. */
function problemWith(condition: FilterCondition): string | undefined {
  const { field, operator } = condition
  if (!isFilterField(field)) return `The filter names a field that cannot be searched: ${field}.`
  const supported: readonly string[] = identityFilterFields[field]
  if (!supported.includes(operator)) return `The field ${field} cannot be searched with ${operator}.`
  if (condition.kind === 'presence') return undefined
  const literals = condition.kind === 'list' ? condition.values : [condition.value]
  const wanted = BOOLEAN_FIELDS.has(field) ? 'boolean' : 'string'
  const stranger = literals.find(({ kind }) => kind !== wanted)
  return stranger && `The field ${field} takes a ${wanted}, not a ${stranger.kind}.`
}

/** The filter, held against what the operation supports. Raises the tenant's 400. */
export function readFilter(text: string): Filter {
  if (text.length > MAX_LENGTH) throw badRequest(`The filter is longer than ${MAX_LENGTH} characters.`)
  const parsed = parseFilter(text)
  if (!parsed.ok) throw badRequest(`The filter cannot be read: ${parsed.error.message} (position ${parsed.error.position}).`)
  for (const condition of conditionsOf(parsed.filter)) {
    const problem = problemWith(condition)
    if (problem) throw badRequest(problem)
  }
  return parsed.filter
}

/** The sorters, supported fields only. Raises the tenant's 400. */
export function readSorters(text: string): Array<{ field: IdentitySorterField; descending: boolean }> {
  const parsed = parseSorters(text)
  if (!parsed.ok) throw badRequest(`The sorters cannot be read: ${parsed.error.message} (position ${parsed.error.position}).`)
  return parsed.sorters.map(({ field, descending }) => {
    if (!isSorterField(field)) throw badRequest(`The sorters name a field that cannot be sorted by: ${field}.`)
    return { field, descending }
  })
}

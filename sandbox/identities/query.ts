import type { Expression, ExpressionBuilder, SqlBool } from 'kysely'
import { sql } from 'kysely'
import type { Filter, FilterCondition, IdentityFilterField } from '#contract/filter.ts'
import type { IdentitySorterField } from '#contract/sorters.ts'
import type { SandboxStore } from '../store/open.ts'
import type { IdentityTable, SandboxSchema } from '../store/schema.ts'
import { fold } from '../text.ts'
import type { AnsweredIdentity } from './answer.ts'
import { answeredColumns } from './answer.ts'
import { isFilterField } from './filter-rules.ts'

type Builder = ExpressionBuilder<SandboxSchema, 'identity'>
type Condition = Expression<SqlBool>

/** Which column answers a field; text is compared folded, since the tenant's comparison is mostly case-insensitive. */
const columns = {
  id: { column: 'id', folded: false },
  name: { column: 'name_key', folded: true },
  alias: { column: 'alias_key', folded: true },
  firstname: { column: 'firstname_key', folded: true },
  lastname: { column: 'lastname_key', folded: true },
  email: { column: 'email_key', folded: true },
  cloudStatus: { column: 'status', folded: false },
  processingState: { column: 'processing_state', folded: false },
  correlated: { column: 'correlated', folded: false },
  protected: { column: 'protected', folded: false },
} as const satisfies Readonly<Record<IdentityFilterField, { column: keyof IdentityTable; folded: boolean }>>

const sortColumns = { name: 'name_key', alias: 'alias_key', cloudStatus: 'status' } as const satisfies Readonly<
  Record<IdentitySorterField, keyof IdentityTable>
>

/** Greater than every text that starts with what precedes it, in SQLite's byte order. */
const LAST_CHARACTER = '\u{10FFFF}'

function conditionOf(build: Builder, condition: FilterCondition): Condition {
  if (!isFilterField(condition.field) || condition.kind === 'presence')
    throw new RangeError('Unsupported conditions are refused before.')
  const { column, folded } = columns[condition.field]
  const bound = (value: string | number | boolean): string | number =>
    typeof value === 'boolean' ? Number(value) : typeof value === 'string' && folded ? fold(value) : value
  const known = build(column, 'is not', null)
  if (condition.kind === 'list')
    return build.and([
      known,
      build(
        column,
        'in',
        condition.values.map(({ value }) => bound(value)),
      ),
    ])
  const value = bound(condition.value.value)
  if (condition.operator === 'eq') return build.and([known, build(column, '=', value)])
  // A range instead of LIKE: it uses the index and needs no escaping of % and _.
  return build.and([known, build(column, '>=', value), build(column, '<', `${value}${LAST_CHARACTER}`)])
}

function expressionOf(build: Builder, filter: Filter): Condition {
  if ('operands' in filter) return build[filter.kind](filter.operands.map((operand) => expressionOf(build, operand)))
  if (filter.kind === 'not') return build.not(expressionOf(build, filter.operand))
  return conditionOf(build, filter)
}

export interface IdentityQuery {
  filter?: Filter
  correlatedOnly: boolean
  sorters: ReadonlyArray<{ field: IdentitySorterField; descending: boolean }>
  limit: number
  offset: number
}

const matching = (store: SandboxStore, query: IdentityQuery) => {
  const { filter } = query
  let select = store.selectFrom('identity')
  if (query.correlatedOnly) select = select.where('correlated', '=', 1)
  return filter ? select.where((build) => expressionOf(build, filter)) : select
}

/**
 * One page of the identities that match. Without sorters by name; ties by id, so that pages do not overlap, and in the direction of the
 * last sorter, so that one walk along an index finds the page.
 */
export async function findIdentities(store: SandboxStore, query: IdentityQuery): Promise<AnsweredIdentity[]> {
  let select = matching(store, query).select(answeredColumns)
  const sorters = query.sorters.length > 0 ? query.sorters : [{ field: 'name', descending: false } as const]
  for (const { field, descending } of sorters) select = select.orderBy(sortColumns[field], descending ? 'desc' : 'asc')
  return select
    .orderBy('id', sorters.at(-1)?.descending === true ? 'desc' : 'asc')
    .limit(query.limit)
    .offset(query.offset)
    .execute()
}

/** How many match, whatever the page. */
export async function countIdentities(store: SandboxStore, query: IdentityQuery): Promise<number> {
  const row = await matching(store, query)
    .select(sql<number>`count(*)`.as('total'))
    .executeTakeFirstOrThrow()
  return row.total
}

/** The vendor's filter language as data: what the parser gives and the builder makes. Used by `GET /identities` only. */

export type FilterLiteral =
  | { readonly kind: 'string'; readonly value: string }
  | { readonly kind: 'number'; readonly value: number }
  | { readonly kind: 'boolean'; readonly value: boolean }
  /** RFC 3339, as it was written. */
  | { readonly kind: 'date-time'; readonly value: string }

export const comparisonOperators = ['eq', 'ne', 'gt', 'ge', 'lt', 'le', 'co', 'sw'] as const
export const listOperators = ['in', 'ca'] as const
export type ComparisonOperator = (typeof comparisonOperators)[number]
export type ListOperator = (typeof listOperators)[number]
export type PresenceOperator = 'pr' | 'isnull'
export type FilterOperator = ComparisonOperator | ListOperator | PresenceOperator

export type FilterCondition =
  | { readonly kind: 'comparison'; readonly field: string; readonly operator: ComparisonOperator; readonly value: FilterLiteral }
  /** `in`: one of the values; `ca`: all of them. Never empty. */
  | { readonly kind: 'list'; readonly field: string; readonly operator: ListOperator; readonly values: readonly FilterLiteral[] }
  | { readonly kind: 'presence'; readonly field: string; readonly operator: PresenceOperator }

export type Filter =
  | FilterCondition
  /** Two operands or more. */
  | { readonly kind: 'and' | 'or'; readonly operands: readonly Filter[] }
  | { readonly kind: 'not'; readonly operand: Filter }

/** Which operators each field of `GET /identities` takes; anything else is a 400. The same list stands in the document. */
export const identityFilterFields = {
  id: ['eq', 'in'],
  name: ['eq', 'sw'],
  alias: ['eq', 'sw'],
  firstname: ['eq', 'sw'],
  lastname: ['eq', 'sw'],
  email: ['eq', 'sw'],
  cloudStatus: ['eq'],
  processingState: ['eq'],
  correlated: ['eq'],
  protected: ['eq'],
} as const satisfies Readonly<Record<string, readonly FilterOperator[]>>

export type IdentityFilterField = keyof typeof identityFilterFields

/** The fields that take this operator. */
export type FieldWith<Operator extends FilterOperator> = {
  [Field in IdentityFilterField]: Operator extends (typeof identityFilterFields)[Field][number] ? Field : never
}[IdentityFilterField]

/** Every condition of a filter, from left to right. */
export function conditionsOf(filter: Filter): FilterCondition[] {
  if ('operands' in filter) return filter.operands.flatMap(conditionsOf)
  return filter.kind === 'not' ? conditionsOf(filter.operand) : [filter]
}

/**
 * Builds filters for `GET /identities` without ever joining user text into them: conditions are data, and `formatFilter`
 * writes them out with the vendor's escape rule. URL encoding is left to whoever builds the URL.
 */
import type { FieldWith, Filter, FilterLiteral } from './filter.ts'

/** The field equals the value; `cloudStatus` is the filter's name for an identity's status, `email` for its address. */
export function eq(field: FieldWith<'eq'>, value: string | boolean): Filter {
  return { kind: 'comparison', field, operator: 'eq', value: literalOf(value) }
}

/** The field starts with the text. */
export function sw(field: FieldWith<'sw'>, text: string): Filter {
  return { kind: 'comparison', field, operator: 'sw', value: literalOf(text) }
}

/** The field is one of the values. Throws a RangeError without any: the syntax has no empty list. */
export function isIn(field: FieldWith<'in'>, values: readonly string[]): Filter {
  if (values.length === 0) throw new RangeError('A list condition needs a value')
  return { kind: 'list', field, operator: 'in', values: values.map(literalOf) }
}

export function and(first: Filter, ...others: readonly Filter[]): Filter {
  return others.length === 0 ? first : { kind: 'and', operands: [first, ...others] }
}

export function or(first: Filter, ...others: readonly Filter[]): Filter {
  return others.length === 0 ? first : { kind: 'or', operands: [first, ...others] }
}

export function not(operand: Filter): Filter {
  return { kind: 'not', operand }
}

/** The filter as text, with no more parentheses than it needs. */
export function formatFilter(filter: Filter): string {
  if ('operands' in filter) {
    return filter.operands.map((operand) => formatOperand(operand, priorities[filter.kind])).join(` ${filter.kind} `)
  }
  switch (filter.kind) {
    case 'not':
      return `not ${formatOperand(filter.operand, priorities.not)}`
    case 'list':
      return `${filter.field} ${filter.operator} (${filter.values.map(formatLiteral).join(',')})`
    case 'presence':
      return filter.operator === 'pr' ? `pr ${filter.field}` : `${filter.field} isnull`
    default:
      return `${filter.field} ${filter.operator} ${formatLiteral(filter.value)}`
  }
}

/** The higher binds the tighter. */
const priorities = { or: 1, and: 2, not: 3 }

function formatOperand(operand: Filter, outer: number): string {
  const text = formatFilter(operand)
  const isLooser = 'operands' in operand && priorities[operand.kind] <= outer
  return isLooser ? `(${text})` : text
}

/** Inside a string a backslash and a quote are escaped with a backslash; nothing else is. */
function formatLiteral(literal: FilterLiteral): string {
  return literal.kind === 'string' ? `"${literal.value.replaceAll(/[\\"]/g, String.raw`\$&`)}"` : String(literal.value)
}

function literalOf(value: string | boolean): FilterLiteral {
  return typeof value === 'boolean' ? { kind: 'boolean', value } : { kind: 'string', value }
}

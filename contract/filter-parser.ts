/**
 * Parses the vendor's filter language, the whole of it: eq ne gt ge lt le co sw, in and ca with a list, `pr field`,
 * `field isnull`, and, or, not, parentheses. `not` binds tightest, then `and`, then `or`. Operators are lower case only.
 * Strings stand in double quotes; booleans, numbers and RFC 3339 date-times stand bare.
 *
 * Which fields and operators an operation supports is not the parser's business.
 */
import { comparisonOperators, listOperators } from './filter.ts'
import type { Filter, FilterLiteral } from './filter.ts'
import { FilterSyntaxError, tokensOf } from './filter-tokens.ts'
import type { FilterError, FilterToken } from './filter-tokens.ts'

export type FilterParse = { readonly ok: true; readonly filter: Filter } | { readonly ok: false; readonly error: FilterError }

/** Deeper nesting is refused, so that a hostile filter cannot exhaust the stack. */
const maximumDepth = 64

/** Never throws: a text that is no filter gives an error with its position. */
export function parseFilter(text: string): FilterParse {
  try {
    return { ok: true, filter: new Parser(text).parse() }
  } catch (error) {
    if (error instanceof FilterSyntaxError) return { ok: false, error: error.detail }
    throw error
  }
}

class Parser {
  readonly #tokens: readonly FilterToken[]
  readonly #end: number
  #next = 0
  #depth = 0

  constructor(text: string) {
    this.#tokens = tokensOf(text)
    this.#end = text.length
  }

  parse(): Filter {
    if (this.#tokens.length === 0) throw new FilterSyntaxError('empty', 0, 'The filter is empty')
    const filter = this.#chain('or')
    const rest = this.#tokens[this.#next]
    if (rest) throw unexpected(rest, 'and, or, or the end')
    return filter
  }

  /** Operands joined by this word; those of `or` are themselves joined by `and`. */
  #chain(joint: 'or' | 'and'): Filter {
    const operands: Filter[] = []
    do operands.push(joint === 'or' ? this.#chain('and') : this.#operand())
    while (this.#skip('word', joint))
    const [only, ...others] = operands
    return only && others.length === 0 ? only : { kind: joint, operands }
  }

  #operand(): Filter {
    const token = this.#take('a condition')
    if (token.kind === 'word' && token.text === 'not') {
      return { kind: 'not', operand: this.#deeper(token, () => this.#operand()) }
    }
    if (token.kind === 'mark' && token.text === '(') {
      const inner = this.#deeper(token, () => this.#chain('or'))
      this.#expect(')')
      return inner
    }
    if (token.kind === 'word' && token.text === 'pr') {
      return { kind: 'presence', field: this.#field(this.#take('a field')), operator: 'pr' }
    }
    return this.#condition(this.#field(token))
  }

  #condition(field: string): Filter {
    const token = this.#take('an operator')
    if (token.kind !== 'word') throw unexpected(token, 'an operator')
    if (token.text === 'isnull') return { kind: 'presence', field, operator: 'isnull' }
    const list = listOperators.find((name) => name === token.text)
    if (list) return { kind: 'list', field, operator: list, values: this.#values() }
    const operator = comparisonOperators.find((name) => name === token.text)
    if (operator) return { kind: 'comparison', field, operator, value: literalOf(this.#take('a value')) }
    throw new FilterSyntaxError('unknown-operator', token.position, `There is no operator ${token.text}`)
  }

  #values(): FilterLiteral[] {
    this.#expect('(')
    const values: FilterLiteral[] = []
    do values.push(literalOf(this.#take('a value')))
    while (this.#skip('mark', ','))
    this.#expect(')')
    return values
  }

  #field(token: FilterToken): string {
    const isName = token.kind === 'word' && /^[A-Za-z_][\w.-]*$/.test(token.text)
    if (!isName || token.text === 'and' || token.text === 'or' || token.text === 'not') throw unexpected(token, 'a field')
    return token.text
  }

  #deeper(token: FilterToken, read: () => Filter): Filter {
    this.#depth++
    if (this.#depth > maximumDepth) {
      throw new FilterSyntaxError('too-deep', token.position, `A filter nests at most ${maximumDepth} times`)
    }
    const filter = read()
    this.#depth--
    return filter
  }

  #take(wanted: string): FilterToken {
    const token = this.#tokens[this.#next]
    if (!token) throw new FilterSyntaxError('unexpected-end', this.#end, `The filter ends where ${wanted} should stand`)
    this.#next++
    return token
  }

  #skip(kind: FilterToken['kind'], text: string): boolean {
    const token = this.#tokens[this.#next]
    const isThere = token?.kind === kind && token.text === text
    if (isThere) this.#next++
    return isThere
  }

  #expect(mark: '(' | ')'): void {
    const token = this.#take(mark)
    if (token.kind !== 'mark' || token.text !== mark) throw unexpected(token, mark)
  }
}

const dateTime = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d+)?(?:Z|[+-]\d{2}:\d{2})$/

function literalOf(token: FilterToken): FilterLiteral {
  const { kind, text } = token
  if (kind === 'string') return { kind: 'string', value: text }
  if (kind === 'word') {
    if (text === 'true' || text === 'false') return { kind: 'boolean', value: text === 'true' }
    if (/^-?\d{1,15}(?:\.\d{1,15})?$/.test(text)) return { kind: 'number', value: Number(text) }
    if (dateTime.test(text) && !Number.isNaN(Date.parse(text))) return { kind: 'date-time', value: text }
    throw new FilterSyntaxError('unknown-value', token.position, `${text} is no value; texts stand in double quotes`)
  }
  throw unexpected(token, 'a value')
}

function unexpected(token: FilterToken, wanted: string): FilterSyntaxError {
  return new FilterSyntaxError('unexpected-text', token.position, `Here ${wanted} should stand, not ${token.text}`)
}

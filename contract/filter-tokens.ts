/** Splits a filter text into tokens. */

export interface FilterError {
  readonly code:
    | 'empty'
    | 'unterminated-string'
    | 'unknown-escape'
    | 'unknown-operator'
    | 'unknown-value'
    | 'unexpected-end'
    | 'unexpected-text'
    | 'too-deep'
  /** Where in the text, counted in UTF-16 units from 0. */
  readonly position: number
  /** An English sentence for a developer. */
  readonly message: string
}

export type FilterToken =
  | { readonly kind: 'string'; readonly text: string; readonly position: number }
  | { readonly kind: 'word'; readonly text: string; readonly position: number }
  | { readonly kind: 'mark'; readonly text: '(' | ')' | ','; readonly position: number }

/** Thrown inside the parser, never out of it. */
export class FilterSyntaxError extends Error {
  override readonly name = 'FilterSyntaxError'
  readonly detail: FilterError
  constructor(code: FilterError['code'], position: number, message: string) {
    super(message)
    this.detail = { code, position, message }
  }
}

/** All tokens in order. Throws a FilterSyntaxError for a string that does not end or holds an unknown escape. */
export function tokensOf(text: string): FilterToken[] {
  const tokens: FilterToken[] = []
  const pattern = /\s+|([(),])|"|[^\s(),"]+/gy
  for (let match = pattern.exec(text); match; match = pattern.exec(text)) {
    const [found, mark] = match
    const position = match.index
    if (mark === '(' || mark === ')' || mark === ',') tokens.push({ kind: 'mark', text: mark, position })
    else if (found === '"') {
      const { value, end } = stringAt(text, position)
      tokens.push({ kind: 'string', text: value, position })
      pattern.lastIndex = end
    } else if (found.trim() !== '') tokens.push({ kind: 'word', text: found, position })
  }
  return tokens
}

/** The string that opens at this quote, unescaped, and the place after its closing quote. */
function stringAt(text: string, start: number): { value: string; end: number } {
  let value = ''
  for (let at = start + 1; at < text.length; at++) {
    const character = text.charAt(at)
    if (character === '"') return { value, end: at + 1 }
    if (character !== '\\') {
      value += character
      continue
    }
    at++
    const escaped = text.charAt(at)
    if (escaped === '') break
    if (escaped !== '"' && escaped !== '\\') {
      throw new FilterSyntaxError('unknown-escape', at - 1, `Only \\" and \\\\ are escapes, not \\${escaped}`)
    }
    value += escaped
  }
  throw new FilterSyntaxError('unterminated-string', start, 'This string does not end')
}

import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import identities from './generated/identities.json' with { type: 'json' }
import { comparisonOperators, conditionsOf, identityFilterFields } from './filter.ts'
import type { Filter, FilterLiteral } from './filter.ts'
import { and, eq, formatFilter, isIn, not, or, sw } from './filter-builder.ts'
import { parseFilter } from './filter-parser.ts'

const parsed = (text: string): Filter => {
  const result = parseFilter(text)
  if (!result.ok) throw new Error(`${result.error.message} at ${result.error.position}`)
  return result.filter
}
const failure = (text: string) => {
  const result = parseFilter(text)
  return result.ok ? undefined : [result.error.code, result.error.position]
}
const text = (value: string): FilterLiteral => ({ kind: 'string', value })
const is = (field: string): Filter => ({ kind: 'comparison', field, operator: 'eq', value: { kind: 'number', value: 1 } })

test.each(comparisonOperators)('%s compares a field with a value', (operator) => {
  expect(parsed(`name ${operator} "Pri"`)).toEqual({ kind: 'comparison', field: 'name', operator, value: text('Pri') })
})

test('in and ca take a list, pr stands before and isnull after the field', () => {
  expect(parsed('id in ("a","b")')).toEqual({ kind: 'list', field: 'id', operator: 'in', values: [text('a'), text('b')] })
  expect(parsed('groups ca ( "a" , 2 )')).toMatchObject({ operator: 'ca', values: [text('a'), { kind: 'number', value: 2 }] })
  expect(parsed('pr email')).toEqual({ kind: 'presence', field: 'email', operator: 'pr' })
  expect(parsed('email isnull')).toEqual({ kind: 'presence', field: 'email', operator: 'isnull' })
})

test.each<[string, FilterLiteral]>([
  ['true', { kind: 'boolean', value: true }],
  ['false', { kind: 'boolean', value: false }],
  ['-12.5', { kind: 'number', value: -12.5 }],
  ['2026-03-04T09:15:27.418Z', { kind: 'date-time', value: '2026-03-04T09:15:27.418Z' }],
  ['2026-03-04T09:15:27+02:00', { kind: 'date-time', value: '2026-03-04T09:15:27+02:00' }],
  ['"true"', text('true')],
  ['""', text('')],
  [String.raw`"a \"b\" \\ c"`, text(String.raw`a "b" \ c`)],
  ['"a and (b, c)"', text('a and (b, c)')],
])('the value %s is read', (written, value) => {
  expect(parsed(`field eq ${written}`)).toMatchObject({ value })
})

test('not binds tighter than and, and tighter than or; parentheses change that', () => {
  const [a, b, c] = [is('a'), is('b'), is('c')]
  expect(parsed('a eq 1 or b eq 1 and c eq 1')).toEqual({ kind: 'or', operands: [a, { kind: 'and', operands: [b, c] }] })
  expect(parsed('(a eq 1 or b eq 1) and c eq 1')).toEqual({ kind: 'and', operands: [{ kind: 'or', operands: [a, b] }, c] })
  expect(parsed('not a eq 1 and b eq 1')).toEqual({ kind: 'and', operands: [{ kind: 'not', operand: a }, b] })
  expect(parsed('not (a eq 1 and b eq 1)')).toEqual({ kind: 'not', operand: { kind: 'and', operands: [a, b] } })
  expect(parsed('a eq 1 and b eq 1 and c eq 1')).toEqual({ kind: 'and', operands: [a, b, c] })
  expect(parsed('((a eq 1))')).toEqual(a)
})

test('the conditions of a filter can be listed', () => {
  const fields = conditionsOf(parsed('a eq 1 or not (b eq 1 and pr c)')).map((condition) => condition.field)
  expect(fields).toEqual(['a', 'b', 'c'])
})

test.each([
  ['', 'empty', 0],
  ['   ', 'empty', 0],
  ['name EQ "x"', 'unknown-operator', 5],
  ['name like "x"', 'unknown-operator', 5],
  ['name eq "x" AND a eq 1', 'unexpected-text', 12],
  ['NOT (name eq "x")', 'unexpected-text', 4],
  ['name eq x', 'unknown-value', 8],
  ['name eq null', 'unknown-value', 8],
  ['name eq TRUE', 'unknown-value', 8],
  ['name eq 2026-03-04', 'unknown-value', 8],
  ['name eq 2026-13-44T09:15:27Z', 'unknown-value', 8],
  ['name eq "x', 'unterminated-string', 8],
  [String.raw`name eq "x\"`, 'unterminated-string', 8],
  [String.raw`name eq "x\n"`, 'unknown-escape', 10],
  ['name eq', 'unexpected-end', 7],
  ['name', 'unexpected-end', 4],
  ['pr', 'unexpected-end', 2],
  ['(name eq "x"', 'unexpected-end', 12],
  ['name eq "x")', 'unexpected-text', 11],
  ['name eq "x" and', 'unexpected-end', 15],
  ['and name eq "x"', 'unexpected-text', 0],
  ['"name" eq "x"', 'unexpected-text', 0],
  ['name "x"', 'unexpected-text', 5],
  ['id in "a"', 'unexpected-text', 6],
  ['id in ()', 'unexpected-text', 7],
  ['id in ("a",)', 'unexpected-text', 11],
  ['id in ("a" "b")', 'unexpected-text', 11],
  ['name eq "x" or name eq "y" name', 'unexpected-text', 27],
  ['1name eq "x"', 'unexpected-text', 0],
])('%j is refused as %s at %i', (filter, code, position) => {
  expect(failure(filter)).toEqual([code, position])
})

test('a filter that nests without end is refused, a long one is not', () => {
  expect(failure(`${'('.repeat(100_000)}a eq 1`)).toEqual(['too-deep', 64])
  expect(failure(`${'not '.repeat(100_000)}a eq 1`)?.[0]).toBe('too-deep')
  expect(conditionsOf(parsed(Array.from({ length: 5000 }, () => 'a eq 1').join(' or ')))).toHaveLength(5000)
})

test('no text makes the parser throw', () => {
  const piece = fc.constantFrom(
    'name',
    'eq',
    'in',
    'pr',
    'isnull',
    'and',
    'or',
    'not',
    '(',
    ')',
    ',',
    '"x"',
    '"',
    '\\',
    ' ',
    '1',
    'true',
  )
  fc.assert(
    fc.property(fc.array(fc.oneof(piece, fc.string())), (pieces) => {
      expect(() => parseFilter(pieces.join(' '))).not.toThrow()
      expect(() => parseFilter(pieces.join(''))).not.toThrow()
    }),
  )
})

test('the builder writes the documented syntax, with user text escaped', () => {
  expect(formatFilter(eq('correlated', false))).toBe('correlated eq false')
  expect(formatFilter(sw('name', 'a" or name sw "'))).toBe(String.raw`name sw "a\" or name sw \""`)
  expect(formatFilter(eq('alias', String.raw`corp\p.nadar`))).toBe(String.raw`alias eq "corp\\p.nadar"`)
  expect(formatFilter(isIn('id', ['a', 'b']))).toBe('id in ("a","b")')
  expect(formatFilter(or(sw('name', 'x'), and(sw('alias', 'x'), eq('protected', true))))).toBe(
    'name sw "x" or alias sw "x" and protected eq true',
  )
  expect(formatFilter(and(or(sw('name', 'x'), sw('alias', 'x')), not(eq('cloudStatus', 'ERROR'))))).toBe(
    '(name sw "x" or alias sw "x") and not cloudStatus eq "ERROR"',
  )
  expect(formatFilter(and(eq('name', 'x')))).toBe('name eq "x"')
  expect(formatFilter(or(eq('name', 'x')))).toBe('name eq "x"')
  expect(() => isIn('id', [])).toThrow(RangeError)
})

const literal = fc.oneof(fc.string(), fc.string({ unit: 'binary' }), fc.stringMatching(/^["\\ ]*$/))
const filters = fc.letrec<{ filter: Filter; condition: Filter; many: Filter; negation: Filter }>((tie) => ({
  filter: fc.oneof({ maxDepth: 5 }, tie('condition'), tie('many'), tie('negation')),
  condition: fc.oneof(
    fc.tuple(fc.constantFrom('name', 'email', 'cloudStatus'), literal).map(([field, value]) => eq(field, value)),
    fc.tuple(fc.constantFrom('name', 'alias', 'lastname'), literal).map(([field, value]) => sw(field, value)),
    fc.boolean().map((value) => eq('correlated', value)),
    fc.array(literal, { minLength: 1, maxLength: 4 }).map((values) => isIn('id', values)),
  ),
  many: fc
    .tuple(fc.boolean(), tie('filter'), fc.array(tie('filter'), { maxLength: 3 }))
    .map(([isAnd, first, others]) => (isAnd ? and(first, ...others) : or(first, ...others))),
  negation: tie('filter').map(not),
})).filter

test('what the builder writes, the parser reads back unchanged', () => {
  fc.assert(
    fc.property(filters, (filter) => {
      expect(parseFilter(formatFilter(filter))).toEqual({ ok: true, filter })
    }),
    { numRuns: 1000 },
  )
})

test('the fields and their operators are those of the document', () => {
  const parameter = identities.paths['/identities'].get.parameters.find((entry) => 'name' in entry && entry.name === 'filters')
  expect(parameter).toMatchObject({ 'x-countersign-filters': identityFilterFields })
})

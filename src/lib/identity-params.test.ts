import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { parseFilter } from '#contract/filter-parser.ts'
import { questionOf } from './identity-filter.ts'
import {
  countConditions,
  isNarrowedDown,
  pageSizes,
  parseIdentityParams,
  plainIdentities,
  writeIdentityParams,
} from './identity-params.ts'
import type { IdentityListParams, TextCondition } from './identity-params.ts'

const read = (text: string) => parseIdentityParams(new URLSearchParams(text))

test('a plain address is the plain list, and the plain list a plain address', () => {
  expect(read('')).toEqual(plainIdentities)
  expect(writeIdentityParams(plainIdentities)).toBe('')
})

test('what cannot be understood is left out', () => {
  expect(read('show=everyone&sort=created&page=-2&size=7&protected=maybe&id.starts=a&name.is=&list=../x')).toEqual(
    plainIdentities,
  )
  expect(read('page=1.5').page).toBe(1)
  expect(read('page=99999999999').page).toBe(1)
})

const text = fc.string({ minLength: 1, maxLength: 30 }).filter((value) => value.trim() === value)
const condition = (hows: readonly TextCondition['how'][], most = 1) =>
  fc.option(fc.record({ how: fc.constantFrom(...hows), values: fc.uniqueArray(text, { minLength: 1, maxLength: most }) }), {
    nil: undefined,
  })
const params: fc.Arbitrary<IdentityListParams> = fc.record({
  query: fc.oneof(fc.constant(''), text),
  where: fc
    .record({ name: condition(['is', 'starts']), email: condition(['is', 'starts']), id: condition(['is'], 3) })
    .map((all) => Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined))),
  status: fc.uniqueArray(text, { maxLength: 2 }),
  processing: fc.uniqueArray(fc.constantFrom('OK', 'ERROR')),
  isProtected: fc.constantFrom(true, false, null),
  crowd: fc.constantFrom('correlated', 'all', 'uncorrelated'),
  sort: fc.record({ field: fc.constantFrom('name', 'alias', 'cloudStatus'), descending: fc.boolean() }),
  page: fc.integer({ min: 1, max: 5000 }),
  size: fc.constantFrom(...pageSizes),
  list: fc.constantFrom(null, 'k3-9'),
})

test('every list comes back from its address, and has one address', () => {
  fc.assert(
    fc.property(params, (some) => {
      const address = writeIdentityParams(some)
      expect(writeIdentityParams(read(address))).toBe(address)
      expect(questionOf(read(address)).sorters).toBe(questionOf(some).sorters)
      expect(countConditions(read(address))).toBe(countConditions(some))
    }),
  )
})

test('whatever is typed, the tenant gets a filter it can read, and nothing typed becomes part of its syntax', () => {
  fc.assert(
    fc.property(params, (some) => {
      const { filters } = questionOf(some)
      expect(filters === undefined || parseFilter(filters).ok).toBe(true)
      expect(filters === undefined).toBe(!isNarrowedDown(some) && some.crowd !== 'uncorrelated')
    }),
  )
})

test('the search starts with the text in five fields, and takes first and last name in either order', () => {
  const { filters, defaultFilter } = questionOf({ ...plainIdentities, query: 'schmidt anna' })
  expect(defaultFilter).toBe('CORRELATED_ONLY')
  expect(filters).toBe(
    'name sw "schmidt anna" or alias sw "schmidt anna" or firstname sw "schmidt anna" or lastname sw "schmidt anna" or email sw "schmidt anna"' +
      ' or firstname sw "schmidt" and lastname sw "anna" or firstname sw "anna" and lastname sw "schmidt"',
  )
})

test('an id typed into the search finds that one', () => {
  const id = '7f3c0b9e51d24a6c8e0f19a2b4d6c8e1'
  expect(questionOf({ ...plainIdentities, query: id.toUpperCase() }).filters).toContain(`or id eq "${id}"`)
})

test('chips say is, starts with, one of; a search beside them keeps its own parentheses', () => {
  const some = read(
    'q=a&alias.starts=anna&id.is=1&id.is=2&status=LOCKED&status=ERROR&processing=ERROR&protected=yes&show=uncorrelated',
  )
  const { filters, defaultFilter } = questionOf(some)
  expect(defaultFilter).toBe('NONE')
  expect(filters).toBe(
    '(name sw "a" or alias sw "a" or firstname sw "a" or lastname sw "a" or email sw "a") and alias sw "anna" and id in ("1","2")' +
      ' and (cloudStatus eq "LOCKED" or cloudStatus eq "ERROR") and processingState eq "ERROR" and protected eq true and correlated eq false',
  )
})

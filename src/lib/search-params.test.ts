import { expect, test } from 'vitest'
import { parseListParams, writeListParams } from './search-params.ts'

test.each([
  ['', { query: '', showAll: false }],
  ['?q=ledger', { query: 'ledger', showAll: false }],
  ['?q=%20%20ledger%20clerk%20', { query: 'ledger clerk', showAll: false }],
  ['?show=all&q=a', { query: 'a', showAll: true }],
  ['?show=ALL&page=7&q', { query: '', showAll: false }],
])('%s is understood', (search, expected) => {
  expect(parseListParams(new URLSearchParams(search))).toEqual(expected)
})

test('an endless query is cut', () => {
  expect(parseListParams(new URLSearchParams({ q: 'x'.repeat(5000) })).query).toHaveLength(200)
})

test('what is written is read back', () => {
  const params = { query: 'größe & "ziel" +1', showAll: true }
  expect(parseListParams(new URLSearchParams(writeListParams(params)))).toEqual(params)
  expect(writeListParams({ query: '  ', showAll: false })).toBe('')
})

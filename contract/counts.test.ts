import { expect, test } from 'vitest'
import { readCount, readSummary, readTotalCount } from './counts.ts'

test.each([
  [{ count: 17 }, 17],
  [[{ count: 17 }], 17],
  [[], 0],
  [{ count: '17' }, 17],
  [{ count: 0 }, 0],
  [{}, null],
  [null, null],
  [{ count: -1 }, null],
  [{ count: 1.5 }, null],
  ['<html>', null],
  [[null], null],
])('the count in %j is %j', (answer, count) => {
  expect(readCount(answer)).toBe(count)
})

test.each([
  [
    { open: 17, completed: 204, total: 221 },
    { open: 17, completed: 204, total: 221 },
  ],
  [[{ open: 17, completed: 204, total: 221 }], { open: 17, completed: 204, total: 221 }],
  [
    { open: 2, completed: 3 },
    { open: 2, completed: 3, total: 5 },
  ],
  [[], { open: 0, completed: 0, total: 0 }],
  [{ total: 5 }, null],
  [undefined, null],
])('the summary in %j is %j', (answer, summary) => {
  expect(readSummary(answer)).toEqual(summary)
})

test('the total of a list comes from its header', () => {
  expect(readTotalCount('412')).toBe(412)
  expect(readTotalCount(null)).toBeNull()
  expect(readTotalCount('many')).toBeNull()
  expect(readTotalCount('-3')).toBeNull()
})

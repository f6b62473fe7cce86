import { expect, test } from 'vitest'
import { ageBoundsAt, ageBucketOf } from './age-buckets.ts'

const now = new Date(2026, 10, 23, 10, 2).getTime()
const bounds = ageBoundsAt(now)
const daysAgo = (days: number, hour = 12) => new Date(2026, 10, 23 - days, hour).getTime()

test.each([
  ['this morning', daysAgo(0, 1), 'today'],
  ['a moment in the future', now + 5000, 'today'],
  ['yesterday, a few hours ago', daysAgo(1, 23), 'week'],
  ['seven days ago', daysAgo(7, 0), 'week'],
  ['eight days ago', daysAgo(8, 23), 'month'],
  ['thirty days ago', daysAgo(30, 0), 'month'],
  ['31 days ago', daysAgo(31, 23), 'older'],
  ['no date at all', Number.NaN, null],
])('%s', (_when, since, bucket) => {
  expect(ageBucketOf(since, bounds)).toBe(bucket)
})

test('the bounds hold for a whole day', () => {
  expect(ageBoundsAt(now + 3_600_000)).toEqual(bounds)
  expect(ageBoundsAt(now + 86_400_000)).not.toEqual(bounds)
})

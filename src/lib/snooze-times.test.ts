import { expect, test } from 'vitest'
import { isStillToday, morningOf, snoozeUntil } from './snooze-times.ts'

const monday = new Date(2026, 10, 23, 10, 2).getTime()

test('later is in three hours or a little more, on the hour', () => {
  const until = snoozeUntil('later', monday)
  expect(new Date(until)).toEqual(new Date(2026, 10, 23, 14))
  expect(isStillToday(until, monday)).toBe(true)
  expect(isStillToday(snoozeUntil('later', new Date(2026, 10, 23, 22).getTime()), monday)).toBe(false)
})

test('tomorrow and next week begin at eight', () => {
  expect(new Date(snoozeUntil('tomorrow', monday))).toEqual(new Date(2026, 10, 24, 8))
  expect(new Date(snoozeUntil('week', monday))).toEqual(new Date(2026, 10, 30, 8))
  expect(new Date(snoozeUntil('week', new Date(2026, 10, 29, 9).getTime()))).toEqual(new Date(2026, 10, 30, 8))
})

test('a date must be in the future and within a year', () => {
  expect(morningOf('2026-12-01', monday)).toBe(new Date(2026, 11, 1, 8).getTime())
  expect(['', '2026-11-23', '2020-01-01', '2028-01-01', 'soon'].map((text) => morningOf(text, monday))).toEqual(
    Array(5).fill(null),
  )
})

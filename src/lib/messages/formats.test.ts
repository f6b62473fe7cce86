import { expect, test } from 'vitest'
import { en } from './en.ts'
import { createFormats, largestUnit } from './formats.ts'
import { workItemTexts } from './en-work-item.ts'

const formats = createFormats({ words: 'en', figures: 'en-GB' })
const messages = en(formats)
const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR

test.each([
  [0, [0, 'second']],
  [59_999, [59, 'second']],
  [MINUTE, [1, 'minute']],
  [HOUR - 1, [59, 'minute']],
  [25 * HOUR, [1, 'day']],
  [97 * DAY, [97, 'day']],
  [-5000, [0, 'second']],
])('%i ms is told in its largest unit', (ms, expected) => {
  expect(largestUnit(ms)).toEqual(expected)
})

test('ages are words, with the right plural', () => {
  expect(messages.age.short(30_000)).toBe('just now')
  expect(messages.age.short(HOUR)).toBe('1 hour')
  expect(messages.age.short(12 * DAY)).toBe('12 days')
  expect(messages.age.open(3 * DAY)).toBe('waiting for 3 days')
})

test('counts say what they cover', () => {
  expect(messages.list.count(1)).toBe('1 work item')
  expect(messages.list.count(1204)).toBe('1,204 work items')
  expect(messages.list.matches(3, 250, 1204)).toBe('3 found, searched 250 of 1,204')
  expect(messages.list.matches(3, 150, null)).toBe('3 of 150 work items')
  expect(workItemTexts(formats).approvals.progress(4, 19)).toBe('4 of 19 decided')
})

test('a hold is told to the second', () => {
  expect(messages.entry.heldUntil(new Date(2026, 10, 23, 10, 2, 15).getTime())).toBe('Will be sent at 10:02:15')
})

test('several verbs read as one phrase', () => {
  expect(messages.several(['Grant', 'Remove', 'Change'])).toBe('Grant, remove, change')
})

test('a date that cannot be read is shown as it is', () => {
  expect(formats.exact('yesterday-ish')).toBe('yesterday-ish')
})

test.each([
  ['en-GB', '09:45', '09:45:22', '21 Nov, 09:45'],
  ['en-US', '9:45 AM', '9:45:22 AM', 'Nov 21, 9:45 AM'],
])('the hours of the day are written alike everywhere, as one does in %s', (figures, time, clock, moment) => {
  const written = createFormats({ words: 'en', figures })
  const at = new Date(2026, 10, 21, 9, 45, 22).getTime()
  const plain = (text: string) => text.replaceAll('\u202f', ' ')
  expect(plain(written.time(at))).toBe(time)
  expect(plain(written.clock(at))).toBe(clock)
  expect(plain(written.exact(at))).toContain(clock)
  expect(plain(written.moment(at, at + DAY))).toBe(moment)
})

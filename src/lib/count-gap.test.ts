import { assert, boolean, nat, property } from 'fast-check'
import { expect, test } from 'vitest'
import { countGap } from './count-gap.ts'

const whole = { snoozed: 0, decided: 0, arrivals: 0, isWhole: true }

test('without a difference there is nothing to explain', () => {
  expect(countGap({ ...whole, open: 150, shown: 150, decided: 3 })).toBeNull()
  expect(countGap({ ...whole, open: null, shown: 3 })).toBeNull()
})

test('612 open, 600 shown: 9 snoozed, 3 just decided', () => {
  expect(countGap({ ...whole, open: 612, shown: 600, snoozed: 9, decided: 3 })?.reasons).toEqual([
    { kind: 'snoozed', count: 9 },
    { kind: 'decided', count: 3 },
  ])
})

test('a list that is still loading says so; a whole one admits what it cannot explain', () => {
  expect(countGap({ ...whole, open: 612, shown: 250, isWhole: false })?.reasons).toEqual([{ kind: 'unloaded', count: 362 }])
  expect(countGap({ ...whole, open: 612, shown: 611 })?.reasons).toEqual([{ kind: 'unexplained', count: 1 }])
  expect(countGap({ ...whole, open: 611, shown: 612 })?.reasons).toEqual([{ kind: 'unexplained', count: -1 }])
})

test('the reasons always add up', () => {
  const few = nat(50)
  assert(
    property(few, few, few, few, few, boolean(), (open, shown, snoozed, decided, arrivals, isWhole) => {
      const gap = countGap({ open, shown, snoozed, decided, arrivals, isWhole })
      expect((gap?.reasons ?? []).reduce((sum, { count }) => sum + count, 0)).toBe(open - shown)
    }),
  )
})

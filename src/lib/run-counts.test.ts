import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { countsOf, countStates, further, isWorthTelling, noStates } from './run-counts.ts'

test('the few numbers add up to all, whatever the states are', () => {
  const count = fc.nat(5000)
  const totals = fc.record({
    held: count,
    queued: count,
    sending: count,
    verifying: count,
    'needs-you': count,
    done: count,
    refused: count,
    conflict: count,
    cancelled: count,
    dismissed: count,
  })
  fc.assert(
    fc.property(totals, (states) => {
      const { all, done, needsYou, failed, takenBack, forgotten, dismissed, left } = countsOf(
        states,
        Math.min(1, states.cancelled),
      )
      expect(done + needsYou + failed + takenBack + forgotten + dismissed + left).toBe(all)
      expect(all).toBe(Object.values(states).reduce((sum, count) => sum + count, 0))
    }),
  )
})

test('single entries are counted by state', () => {
  expect(countStates([{ state: 'done' }, { state: 'held' }, { state: 'done' }])).toEqual({ ...noStates, done: 2, held: 1 })
})

test('a run of 300 is told at each quarter, at its end, and when it needs somebody', () => {
  const at = (done: number, needsYou = 0) => countsOf({ ...noStates, done, 'needs-you': needsYou, queued: 300 - done - needsYou })
  expect(isWorthTelling(null, at(10))).toBe(false)
  expect(isWorthTelling(at(10), at(74))).toBe(false)
  expect(isWorthTelling(at(74), at(75))).toBe(true)
  expect(isWorthTelling(at(75), at(149))).toBe(false)
  expect(isWorthTelling(at(75), at(80, 1))).toBe(true)
  expect(isWorthTelling(at(80, 1), at(90, 1))).toBe(false)
  expect(isWorthTelling(at(290), at(300))).toBe(true)
  expect(isWorthTelling(at(300), at(300))).toBe(false)
})

test('of two readings the one with more ends counts; with as many the first', () => {
  const older = { ...noStates, done: 5, queued: 5 }
  const newer = { ...noStates, done: 5, refused: 1, queued: 4 }
  expect(further(older, newer)).toBe(newer)
  expect(further(newer, older)).toBe(newer)
  const uncertain = { ...noStates, done: 5, 'needs-you': 5 }
  expect(further(uncertain, older)).toBe(uncertain)
})

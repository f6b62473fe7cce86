import { expect, test } from 'vitest'
import type { EntryDraft, RunDraft } from '#src/api/runs.ts'
import { splitRun } from './split-run.ts'

const entry = (index: number, description = ''): EntryDraft => ({
  operation: 'completeWorkItem',
  workItemId: `w${index}`,
  seen: { ageMs: 0, name: null, state: null, modified: null, description, approvalItems: [] },
})
const draft = (entries: EntryDraft[]): RunDraft => ({ holdMs: 15_000, note: 'Quarter end', entries })

test('what fits is one run', () => {
  const whole = draft(Array.from({ length: 5000 }, (_, index) => entry(index)))
  expect(splitRun(whole)).toEqual([whole])
})

test('more than 5,000 entries become several runs, none lost, in their order, with the same note and hold', () => {
  const whole = draft(Array.from({ length: 10_001 }, (_, index) => entry(index)))
  const runs = splitRun(whole)
  expect(runs.map(({ entries }) => entries.length)).toEqual([5000, 5000, 1])
  expect(runs.flatMap(({ entries }) => entries)).toEqual(whole.entries)
  for (const { note, holdMs } of runs) expect([note, holdMs]).toEqual(['Quarter end', 15_000])
})

test('no run is longer than 4 MiB, in letters of several bytes too', () => {
  const whole = draft(Array.from({ length: 900 }, (_, index) => entry(index, 'ü'.repeat(4000))))
  const runs = splitRun(whole)
  expect(runs.length).toBe(2)
  expect(runs.flatMap(({ entries }) => entries)).toEqual(whole.entries)
  for (const run of runs) expect(new TextEncoder().encode(JSON.stringify(run)).length).toBeLessThan(4 * 1024 * 1024)
})

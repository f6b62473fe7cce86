import { expect, test } from 'vitest'
import type { Entry } from '#src/api/runs.ts'
import { groupRuns } from './run-groups.ts'

function entry(runId: string, position: number, state: Entry['state']): Entry {
  return {
    kind: 'decision',
    runId,
    position,
    state,
    operation: 'forwardWorkItem',
    workItemId: `w${position}`,
    approvalItemId: null,
    body: null,
    seen: { ageMs: 0, name: null, state: null, modified: null, approvalItems: [] },
    note: null,
    attempt: 0,
    sent: 'no',
    sendsInMs: null,
    sendsAt: null,
    canTakeBack: false,
    waiting: null,
    waitMs: null,
    confirmedByReading: false,
    trackingId: null,
    problem: null,
    createdAt: '2026-01-01T00:00:00Z',
    sentAt: null,
    endedAt: null,
  }
}

test('four decisions of one run are one line that adds up; fewer stand alone', () => {
  const many = [entry('many', 0, 'done'), entry('many', 3, 'refused'), entry('many', 1, 'done')]
  const few = [entry('few', 0, 'done'), entry('few', 1, 'done')]
  const { groups, isGrouped } = groupRuns([entry('many', 2, 'held'), entry('one', 0, 'held')], [...many, ...few])
  expect(groups).toHaveLength(1)
  expect(groups[0]).toMatchObject({ runId: 'many', done: 2, failed: 1 })
  expect(groups[0]?.entries.map(({ position }) => position)).toEqual([0, 1, 2, 3])
  expect(groups[0]?.open.map(({ state }) => state)).toEqual(['held'])
  expect(few.some(isGrouped)).toBe(false)
  expect(many.every(isGrouped)).toBe(true)
})

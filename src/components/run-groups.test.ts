import { expect, test } from 'vitest'
import type { RunSummary } from '#src/api/run-progress.ts'
import type { Entry } from '#src/api/runs.ts'
import { noStates } from '#src/lib/run-counts.ts'
import type { StateCounts } from '#src/lib/run-counts.ts'
import { groupRuns } from './run-groups.ts'
import { aDecision } from './testing/entry.ts'

const entry = (runId: string, position: number, state: Entry['state']): Entry =>
  aDecision({ runId, position, state, workItemId: `w${position}` })

test('four decisions of one run are one line that adds up; fewer stand alone', () => {
  const many = [entry('many', 0, 'done'), entry('many', 3, 'refused'), entry('many', 1, 'done')]
  const few = [entry('few', 0, 'done'), entry('few', 1, 'done')]
  const open = [entry('many', 2, 'held'), entry('one', 0, 'held')]
  const { groups, isGrouped } = groupRuns(open, [...many, ...few], undefined)
  expect(groups).toHaveLength(1)
  expect(groups[0]).toMatchObject({ runId: 'many', totals: { done: 2, refused: 1, held: 1 }, isOver: false })
  expect(groups[0]?.entries.map(({ position }) => position)).toEqual([0, 1, 2, 3])
  expect(groups[0]?.open.map(({ state }) => state)).toEqual(['held'])
  expect(few.some(isGrouped)).toBe(false)
  expect(many.every(isGrouped)).toBe(true)
})

function summary(id: string, totals: Partial<StateCounts>): RunSummary {
  return {
    id,
    createdAt: '2026-01-01T00:00:00Z',
    note: null,
    forOwner: null,
    holdMs: 0,
    open: true,
    following: 0,
    forgotten: 0,
    acts: [],
    subject: null,
    paused: false,
    stopped: false,
    waiting: null,
    waitMs: null,
    totals: { ...noStates, ...totals },
    readAt: 0,
  }
}

test('a large run counts as the server says; one whose entries are all known counts by them', () => {
  const progress = { open: [summary('large', { done: 290, queued: 10 }), summary('small', { held: 4 })], ended: [] }
  const known = Array.from({ length: 4 }, (_, index) => entry('small', index, 'done'))
  const { groups } = groupRuns([entry('large', 299, 'queued')], known, progress)
  const of = (id: string) => groups.find(({ runId }) => runId === id)
  expect(of('large')).toMatchObject({ totals: { done: 290, queued: 10 }, isOver: false })
  expect(of('small')).toMatchObject({ totals: { done: 4, held: 0 }, isOver: true })
})

test('a large run that has ended stays to be told, without its entries', () => {
  const { groups } = groupRuns([], [], { open: [], ended: [summary('large', { done: 299, refused: 1 })] })
  expect(groups).toMatchObject([{ runId: 'large', isOver: true, entries: [] }])
})

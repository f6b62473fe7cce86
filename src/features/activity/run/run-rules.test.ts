import { expect, test } from 'vitest'
import type { DecisionEntry, Entry } from '#src/api/runs.ts'
import { countsOf, countStates } from '#src/lib/run-counts.ts'
import { alikeEntries } from './alike.ts'
import { countIn, matchingEntries, resultFilters, searchedText } from './entry-filter.ts'
import { retryOf } from './retry.ts'

function entry(position: number, part: Partial<DecisionEntry> = {}): DecisionEntry {
  return {
    kind: 'decision',
    runId: 'r',
    position,
    state: 'done',
    operation: 'approveApprovalItem',
    workItemId: `w${position}`,
    approvalItemId: `a${position}`,
    body: null,
    seen: { ageMs: 0, name: `Item ${position}`, state: null, modified: null, approvalItems: [] },
    note: null,
    attempt: 1,
    sent: 'yes',
    sendsInMs: null,
    sendsAt: null,
    canTakeBack: false,
    waiting: null,
    waitMs: null,
    confirmedByReading: false,
    trackingId: null,
    problem: null,
    createdAt: '2026-01-01T00:00:00Z',
    sentAt: '2026-01-01T00:00:05Z',
    endedAt: null,
    ...part,
  }
}

const states = [
  'held',
  'queued',
  'sending',
  'verifying',
  'needs-you',
  'done',
  'refused',
  'conflict',
  'cancelled',
  'dismissed',
] as const
const ofEach = states.map((state, position) => entry(position, { state }))

test('the filters share out all states, so their numbers add up to all entries', () => {
  const totals = countStates(ofEach)
  expect(resultFilters.reduce((sum, filter) => sum + countIn(filter, totals), 0)).toBe(countsOf(totals).all)
  expect(resultFilters.flatMap((filter) => matchingEntries(ofEach, filter, '', searchedText))).toHaveLength(ofEach.length)
})

test('entries are found by every word of a text, in what was shown and in what was answered', () => {
  const refused = entry(1, {
    state: 'refused',
    problem: { code: 'tenant', message: 'Not allowed for this source' },
    seen: { ageMs: 0, name: 'Grant GL-Posting', requesterName: 'Ada Bell', state: null, modified: null, approvalItems: [] },
  })
  const found = (query: string) => matchingEntries([entry(0), refused], null, query, searchedText).map(({ position }) => position)
  expect(found('ada source')).toEqual([1])
  expect(found('gl-posting ben')).toEqual([])
  expect(found('')).toEqual([0, 1])
})

test('what needs the person in the same way is one group', () => {
  const late = { code: 'timeout', message: null }
  const groups = alikeEntries([
    entry(0, { state: 'needs-you', problem: late }),
    entry(1),
    entry(2, { state: 'needs-you', problem: late, sentAt: '2026-01-01T00:00:09Z' }),
    entry(3, { state: 'needs-you', problem: late, operation: 'forwardWorkItem' }),
  ])
  expect(groups.map(({ operation, positions, sentAt }) => [operation, positions, sentAt])).toEqual([
    ['approveApprovalItem', [0, 2], '2026-01-01T00:00:09Z'],
    ['forwardWorkItem', [3], '2026-01-01T00:00:05Z'],
  ])
})

test('only what failed is retried: each work item once, with the parts that failed', () => {
  const entries: readonly Entry[] = [
    entry(0),
    entry(1, { state: 'refused', workItemId: 'w' }),
    entry(2, { state: 'conflict', workItemId: 'w' }),
    entry(3, { state: 'cancelled' }),
    entry(4, { state: 'refused', approvalItemId: null, operation: 'approveApprovalItemsInBulk' }),
  ]
  const { picks, verdict } = retryOf(entries)
  expect(picks.map(({ id, only, sight }) => [id, only, sight])).toEqual([
    ['w', ['a1', 'a2'], null],
    ['w4', null, null],
  ])
  expect(verdict).toBe('approve')
  const mixed = [...entries, entry(5, { state: 'refused', operation: 'rejectApprovalItem' })]
  expect(retryOf(mixed).verdict).toBeNull()
  const problem = { code: 'forgotten', message: null, kind: 'paused-too-long' }
  const cancelled = [entry(6, { state: 'cancelled', problem }), entry(7, { state: 'cancelled' })]
  expect(retryOf(cancelled).picks.map(({ id }) => id)).toEqual(['w6'])
})

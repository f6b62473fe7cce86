import { expect, test } from 'vitest'
import { readWorkItem } from '#contract/work-item.ts'
import type { DecisionEntry } from '#src/api/runs.ts'
import { createFormats } from '#src/lib/messages/formats.ts'
import { en } from '#src/lib/messages/en.ts'
import { outcomeTexts } from '#src/lib/messages/en-outcome.ts'
import { coveredBy, outcomeText, pressedOnAll, pressedText, runOf } from './decision-draft.ts'
import type { Decision } from './decision-draft.ts'
import { entryText } from './EntryStatus.tsx'
import { keptHandovers } from './kept-handovers.ts'

const formats = createFormats({ words: 'en', figures: 'en-GB' })
const messages = en(formats)
const outcomes = outcomeTexts(formats)

const draftOf = (decision: Decision, moment: Parameters<typeof runOf>[2]) => runOf([decision], decision.note, moment)

function sample() {
  const item = readWorkItem({
    id: 'w1',
    name: 'New Ledger account',
    description: 'Open it',
    type: 'Approval',
    state: null,
    modified: '2026-11-20T10:00:00.000Z',
    ownerId: 'o1',
    ownerName: 'Tomas Lindqvist',
    approvalItems: [
      {
        id: 'a1',
        account: 'p.nadar',
        application: 'Ledger',
        name: 'groups',
        operation: 'Add',
        value: 'Finance Reader',
        state: 'Pending',
      },
      {
        id: 'a2',
        account: 'p.nadar',
        application: 'Ledger',
        name: 'costCentre',
        operation: 'set',
        value: 'EMEA-114',
        state: 'Finished',
      },
    ],
  })
  if (!item) throw new Error('not a work item')
  return item
}

const draft = draftOf(
  { item: sample(), readAt: 1000, operation: 'approveApprovalItem', approvalItemId: 'a1', note: '  ' },
  { now: 61_500, holdMs: 5000, userId: 'o1' },
)
const [drafted] = draft.entries

function entry(fields: Partial<DecisionEntry>): DecisionEntry {
  if (!drafted || 'people' in drafted.seen) throw new Error('no entry')
  return {
    kind: 'decision',
    runId: 'r1',
    position: 0,
    operation: 'approveApprovalItem',
    workItemId: 'w1',
    approvalItemId: 'a1',
    body: null,
    seen: drafted.seen,
    note: null,
    state: 'held',
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
    createdAt: '2026-11-23T10:00:00.000Z',
    sentAt: null,
    endedAt: null,
    ...fields,
  }
}

const at = new Date(2026, 10, 23, 10, 2, 16).toISOString()
const conflict = (kind: string, now: string | null = null) =>
  entry({ state: 'conflict', problem: { code: 'conflict', message: null, kind, now, at: null } })

test('a draft carries what was on the screen and how old that was', () => {
  expect(draft).toEqual({
    holdMs: 5000,
    entries: [
      {
        operation: 'approveApprovalItem',
        workItemId: 'w1',
        approvalItemId: 'a1',
        seen: {
          ageMs: 60_500,
          name: 'New Ledger account',
          type: 'Approval',
          description: 'Open it',
          requesterName: null,
          ownerId: 'o1',
          ownerName: 'Tomas Lindqvist',
          state: null,
          modified: '2026-11-20T10:00:00.000Z',
          approvalItems: [
            {
              id: 'a1',
              state: 'Pending',
              account: 'p.nadar',
              application: 'Ledger',
              attribute: 'groups',
              operation: 'Add',
              value: 'Finance Reader',
            },
            {
              id: 'a2',
              state: 'Finished',
              account: 'p.nadar',
              application: 'Ledger',
              attribute: 'costCentre',
              operation: 'set',
              value: 'EMEA-114',
            },
          ],
        },
      },
    ],
  })
})

test('a clock that went backwards does not make the page younger than new', () => {
  const { entries } = draftOf(
    { item: sample(), readAt: 5000, operation: 'completeWorkItem' },
    { now: 1000, holdMs: 0, userId: 'o1' },
  )
  expect(entries[0]?.seen.ageMs).toBe(0)
})

test('D6 no state of an open entry is worded as done', () => {
  const states = ['held', 'queued', 'sending', 'verifying', 'needs-you'] as const
  for (const state of states) {
    expect(outcomeText(messages, outcomes, entry({ state }))).toBeNull()
    expect(entryText(messages, outcomes, entry({ state, sendsAt: 0 }), 1e6)).not.toMatch(/approved|rejected|completed/i)
  }
})

test('an outcome is told in words, with the time of the answer', () => {
  expect(pressedText(messages, entry({}))).toBe('Approve Finance Reader')
  expect(outcomeText(messages, outcomes, entry({ state: 'done', endedAt: at }))).toBe(
    'Approved Finance Reader. SailPoint answered at 10:02:16.',
  )
  expect(outcomeText(messages, outcomes, entry({ state: 'done', endedAt: at, confirmedByReading: true }))).toMatch(
    /confirmed at 10:02:16 by reading/,
  )
  expect(outcomeText(messages, outcomes, entry({ state: 'cancelled' }))).toBe('Taken back. Nothing was sent.')
  const forgotten = (kind: string) => entry({ state: 'cancelled', problem: { code: 'forgotten', message: null, kind } })
  expect(outcomeText(messages, outcomes, forgotten('paused-too-long'))).toMatch(/^Cancelled after 24 hours in a paused run/)
  expect(outcomeText(messages, outcomes, forgotten('sign-in-too-late'))).toMatch(
    /^Cancelled: it waited 12 hours for your sign-in/,
  )
})

test('a hold whose end has passed without word does not go on promising it', () => {
  const held = entry({ sendsAt: 10_000 })
  expect(entryText(messages, outcomes, held, 9000)).toMatch(/^Will be sent at/)
  expect(entryText(messages, outcomes, held, 12_000)).toMatch(/^Will be sent at/)
  expect(entryText(messages, outcomes, held, 13_001)).toMatch(/waiting for word/)
})

test('a conflict says what was found, and decided elsewhere is no error of the person', () => {
  expect(outcomeText(messages, outcomes, conflict('decided-elsewhere', 'FINISHED'))).toMatch(
    /^Decided elsewhere.*It is now finished\.$/,
  )
  expect(outcomeText(messages, outcomes, conflict('changed'))).toMatch(/changed since you looked/)
  expect(outcomeText(messages, outcomes, conflict('something new'))).toMatch(/no longer as you saw it/)
})

test('a decision on the whole work item covers every approval item', () => {
  const item = sample()
  expect([...coveredBy([entry({})], item)]).toEqual(['a1'])
  expect([...coveredBy([entry({ approvalItemId: null })], item)]).toEqual(['a1', 'a2'])
  expect([...coveredBy([entry({ workItemId: 'another' })], item)]).toEqual([])
})

test('a handover that never arrived waits in the tab, marked as uncertain; rubbish is forgotten', () => {
  const [kept] = keptHandovers(JSON.stringify([{ runId: 'r1', draft }]))
  expect(kept).toMatchObject({ runId: 'r1', draft, error: { sent: 'unknown' } })
  expect(['', '{', '{}', '[1]', '[{"runId":"x","draft":{"entries":[{}]}}]'].flatMap(keptHandovers)).toEqual([])
})

test('several decisions are one run; where they are all of somebody else it says whose list it was', () => {
  const decision: Decision = { item: sample(), readAt: 1000, operation: 'forwardWorkItem', body: { targetOwnerId: 't1' } }
  const own = { now: 2000, holdMs: 0, userId: 'o1' }
  const run = runOf([decision, decision], ' absent ', own)
  expect(run).toMatchObject({ note: 'absent', holdMs: 0 })
  expect(run.entries.map(({ body }) => body)).toEqual([{ targetOwnerId: 't1' }, { targetOwnerId: 't1' }])
  expect(run.forOwner).toBeUndefined()
  expect(runOf([decision, decision], undefined, { ...own, userId: 'admin' }).forOwner).toEqual({
    id: 'o1',
    name: 'Tomas Lindqvist',
  })
  const mixed = [decision, { ...decision, item: { ...sample(), owner: null } }]
  expect(runOf(mixed, undefined, { ...own, userId: 'admin' }).forOwner).toBeUndefined()
  expect(pressedOnAll(messages, run.entries)).toBe('Forward 2 work items')
  expect(pressedOnAll(messages, run.entries.slice(1))).toBe('Forward')
})

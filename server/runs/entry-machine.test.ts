import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { canTakeBack, isTerminal, newEntry, step } from './entry-machine.ts'
import type { Clearance, EntryCore, EntryEvent, EntryState, Problem } from './entry-machine.ts'

const problem: Problem = { code: 'any', message: null }
const cleared: Clearance = { lease: true, running: true, signedIn: true, paced: true, intent: true }
const at = (change: Partial<EntryCore>): EntryCore => ({ ...newEntry('decision'), ...change })
const decision = { kind: 'decision' } as const
const action = { kind: 'action' } as const
const wasRefused = { state: 'verifying', doubt: 'was-refused', attempt: 1 } as const
const unknown = { state: 'verifying', doubt: 'unknown', attempt: 1 } as const
const asBefore = (readsAt: number[], timeoutAt = 0): EntryEvent => ({ type: 'read-as-before', readsAt, timeoutAt })

/** The table of the specification, row by row. */
const rows: [name: string, from: Partial<EntryCore>, event: EntryEvent, to: Partial<EntryCore>][] = [
  ['the hold ends', { state: 'held' }, { type: 'hold-ended' }, { state: 'queued' }],
  ['the person ends the hold', { state: 'held' }, { type: 'confirmed' }, { state: 'queued' }],
  ['held, taken back', { state: 'held' }, { type: 'taken-back' }, { state: 'cancelled', sent: 'no' }],
  ['queued, taken back', { state: 'queued' }, { type: 'taken-back' }, { state: 'cancelled', sent: 'no' }],
  ['cleared', { state: 'queued' }, { type: 'cleared', clearance: cleared }, { state: 'sending', attempt: 1, sent: 'unknown' }],
  ['not as seen', { state: 'queued' }, { type: 'expectation-broken', problem }, { state: 'conflict', problem }],
  [
    're-read failed',
    { state: 'queued' },
    { type: 'recheck-failed', waiting: 'network' },
    { state: 'queued', waiting: 'network' },
  ],
  ['sign-in overdue', { state: 'queued' }, { type: 'sign-in-overdue' }, { state: 'held', endless: true }],
  [
    'forgotten while paused',
    { state: 'held' },
    { type: 'forgotten', problem },
    { state: 'cancelled', sent: 'no', endless: false, problem },
  ],
  [
    'forgotten after a sign-in was overdue',
    { state: 'held', endless: true },
    { type: 'forgotten', problem },
    { state: 'cancelled', sent: 'no', endless: false, problem },
  ],
  [
    'forgotten in the queue of a paused run',
    { state: 'queued', waiting: 'rate' },
    { type: 'forgotten', problem },
    { state: 'cancelled', sent: 'no', waiting: null, problem },
  ],
  ['confirmed after that', { state: 'held', endless: true }, { type: 'confirmed' }, { state: 'queued', endless: false }],
  [
    'success',
    { state: 'sending', attempt: 1 },
    { type: 'succeeded', trackingId: 't' },
    { state: 'done', sent: 'yes', confirmed: false },
  ],
  [
    '429',
    { state: 'sending', attempt: 1 },
    { type: 'not-executed', waiting: 'rate' },
    { state: 'queued', attempt: 0, sent: 'no', waiting: 'rate' },
  ],
  [
    '429 on a second attempt',
    { state: 'sending', attempt: 2 },
    { type: 'not-executed', waiting: 'rate' },
    { state: 'queued', attempt: 1, sent: 'unknown' },
  ],
  [
    'an action is refused',
    { ...action, state: 'sending', attempt: 1 },
    { type: 'tenant-refused', problem },
    { state: 'refused', sent: 'yes' },
  ],
  [
    'an action is refused a second time',
    { ...action, state: 'sending', attempt: 2 },
    { type: 'tenant-refused', problem },
    { state: 'verifying', doubt: 'was-refused', sent: 'yes' },
  ],
  [
    'a deletion is accepted',
    { ...action, state: 'sending', attempt: 1, sent: 'unknown' },
    { type: 'accepted', trackingId: 't', problem },
    { state: 'verifying', doubt: 'unknown', sent: 'yes', trackingId: 't' },
  ],
  [
    'a decision is refused',
    { ...decision, state: 'sending', attempt: 1 },
    { type: 'tenant-refused', problem },
    { state: 'verifying', doubt: 'was-refused', sent: 'yes' },
  ],
  [
    'anything else',
    { state: 'sending', attempt: 1, sent: 'unknown' },
    { type: 'in-doubt', problem },
    { state: 'verifying', doubt: 'unknown', sent: 'unknown' },
  ],
  ['re-read shows ours', unknown, { type: 'read-shows-ours' }, { state: 'done', confirmed: true, sent: 'yes' }],
  ['refused, yet re-read shows ours', wasRefused, { type: 'read-shows-ours' }, { state: 'done', confirmed: true }],
  ['re-read shows otherwise', unknown, { type: 'read-shows-otherwise', problem }, { state: 'conflict', problem }],
  ['refused, re-read shows otherwise', wasRefused, { type: 'read-shows-otherwise', problem }, { state: 'conflict' }],
  ['refused, still as before', wasRefused, asBefore([5]), { state: 'refused', doubt: null }],
  ['unknown, one reading', unknown, asBefore([5]), { state: 'verifying', doubt: 'unknown' }],
  ['unknown, two readings too close', unknown, asBefore([5, 2_004]), { state: 'verifying' }],
  ['unknown, one of two readings before the timeout', unknown, asBefore([99, 2_100], 100), { state: 'verifying' }],
  ['unknown, two readings 2 s apart after the timeout', unknown, asBefore([99, 100, 2_100], 100), { state: 'needs-you' }],
  ['forward out of sight', unknown, { type: 'read-out-of-sight' }, { state: 'needs-you' }],
  ['refused forward out of sight', wasRefused, { type: 'read-out-of-sight' }, { state: 'refused' }],
  ['refused a second time, out of sight', { ...wasRefused, attempt: 2 }, { type: 'read-out-of-sight' }, { state: 'needs-you' }],
  [
    'the reading fails',
    unknown,
    { type: 'read-failed', waiting: 'network' },
    { state: 'verifying', doubt: 'unknown', waiting: 'network' },
  ],
  ['gone, says one reading', unknown, { type: 'read-gone-once' }, { state: 'verifying', doubt: 'unknown' }],
  ['refused, and gone, says one reading', wasRefused, { type: 'read-gone-once' }, { state: 'verifying', doubt: 'was-refused' }],
  ['check again', { state: 'needs-you', attempt: 1 }, { type: 'check-again' }, { state: 'verifying', doubt: 'unknown' }],
  [
    'send again',
    { state: 'needs-you', attempt: 1, sent: 'unknown' },
    { type: 'send-again' },
    { state: 'queued', sent: 'unknown' },
  ],
  ['dismiss', { state: 'needs-you', sent: 'unknown' }, { type: 'dismissed' }, { state: 'dismissed', sent: 'unknown' }],
]

describe('the table', () => {
  test.each(rows)('%s', (_, from, event, to) => {
    const result = step(at(from), event)
    expect(result.ok && result.entry).toMatchObject(to)
  })

  test('an attempt counts once its intent is stored, so send again makes the second', () => {
    const again = step(at({ state: 'needs-you', attempt: 1 }), { type: 'send-again' })
    const sent = again.ok && step(again.entry, { type: 'cleared', clearance: cleared })
    expect(sent && sent.ok && sent.entry.attempt).toBe(2)
  })

  test.each(Object.keys(cleared))('nothing is sent without %s', (missing) => {
    expect(step(at({ state: 'queued' }), { type: 'cleared', clearance: { ...cleared, [missing]: false } }).ok).toBe(false)
  })

  test.each<[string, Partial<EntryCore>]>([
    ['queued to be sent again', { state: 'queued', attempt: 1, sent: 'unknown' }],
    ['held, sent before', { state: 'held', endless: true, attempt: 1, sent: 'unknown' }],
    ['on its way', { state: 'sending', attempt: 1, sent: 'unknown' }],
    ['needing the person', { state: 'needs-you', attempt: 1, sent: 'unknown' }],
  ])('what may have been carried out is never forgotten: %s', (_, from) => {
    expect(step(at(from), { type: 'forgotten', problem }).ok).toBe(false)
  })

  test('a hold without end does not end by itself', () => {
    expect(step(at({ state: 'held', endless: true }), { type: 'hold-ended' }).ok).toBe(false)
  })
})

/** All moves the specification knows; `x>x` is an entry that stays where it is. */
const allowed = new Set<string>(
  [
    ['held>queued', 'held>cancelled', 'queued>cancelled', 'queued>sending', 'queued>conflict', 'queued>queued', 'queued>held'],
    ['sending>done', 'sending>queued', 'sending>refused', 'sending>verifying'],
    ['verifying>done', 'verifying>conflict', 'verifying>refused', 'verifying>needs-you', 'verifying>verifying'],
    ['needs-you>verifying', 'needs-you>queued', 'needs-you>dismissed'],
  ].flat(),
)

const anyWaiting = fc.constantFrom('sign-in' as const, 'rate' as const, 'network' as const, null)
const anyEvent: fc.Arbitrary<EntryEvent> = fc.oneof(
  fc.constantFrom<EntryEvent>(
    { type: 'hold-ended' },
    { type: 'confirmed' },
    { type: 'taken-back' },
    { type: 'sign-in-overdue' },
    { type: 'forgotten', problem },
    { type: 'succeeded', trackingId: null },
    { type: 'accepted', trackingId: null, problem },
    { type: 'tenant-refused', problem },
    { type: 'in-doubt', problem },
    { type: 'expectation-broken', problem },
    { type: 'read-shows-ours' },
    { type: 'read-shows-otherwise', problem },
    { type: 'read-out-of-sight' },
    { type: 'read-gone-once' },
    { type: 'check-again' },
    { type: 'send-again' },
    { type: 'dismissed' },
  ),
  anyWaiting.map((waiting): EntryEvent => ({ type: 'recheck-failed', waiting })),
  anyWaiting.map((waiting): EntryEvent => ({ type: 'not-executed', waiting })),
  anyWaiting.map((waiting): EntryEvent => ({ type: 'read-failed', waiting })),
  fc
    .record({ lease: fc.boolean(), running: fc.boolean(), signedIn: fc.boolean(), paced: fc.boolean(), intent: fc.boolean() })
    .map((clearance): EntryEvent => ({ type: 'cleared', clearance })),
  fc.constant<EntryEvent>({ type: 'cleared', clearance: cleared }),
  fc
    .record({
      readsAt: fc.array(fc.nat(9_000), { maxLength: 4 }).map((times) => times.sort((a, b) => a - b)),
      timeoutAt: fc.nat(9_000),
    })
    .map(({ readsAt, timeoutAt }): EntryEvent => ({ type: 'read-as-before', readsAt, timeoutAt })),
)

const anyStart = fc.constantFrom<Partial<EntryCore>>(
  { state: 'held' },
  { state: 'queued' },
  { state: 'sending', attempt: 1, sent: 'unknown' },
  { ...unknown, sent: 'unknown' },
  { ...wasRefused, sent: 'yes' },
  { state: 'needs-you', attempt: 1, sent: 'unknown' },
)

/** What is wrong with a move, in words; nothing when all is well. */
function wrongWith(before: EntryCore, event: EntryEvent, after: EntryCore, effects: readonly string[]): string[] {
  const move = `${before.state}>${after.state}`
  const sends = effects.includes('send')
  const rules: [string, boolean][] = [
    ['an ended entry moved', !isTerminal(before.state)],
    [`${move} is not in the table`, allowed.has(move)],
    ['sent by another move', sends === (move === 'queued>sending')],
    ['sent without clearance', !sends || (event.type === 'cleared' && Object.values(event.clearance).every(Boolean))],
    ['forgotten, yet perhaps sent', event.type !== 'forgotten' || (after.state === 'cancelled' && after.sent === 'no')],
    ['taken back too late', event.type !== 'taken-back' || canTakeBack(before.state)],
    // From the moment a request may have left, only the tenant's own word or a reading makes that certain again.
    ['certain while sending', after.state !== 'sending' || after.sent === 'unknown'],
    ['done, yet not sent', after.state !== 'done' || after.sent === 'yes'],
    ['never sent, yet not said so', after.attempt > 0 || after.sent === 'no'],
    ['fewer than no attempts', after.attempt >= 0],
    ['doubt out of place', (after.doubt !== null) === (after.state === 'verifying')],
  ]
  return rules.filter(([, holds]) => !holds).map(([rule]) => rule)
}

test('whatever happens, only the moves of the table happen, and a request leaves only with its intent', () => {
  const met = new Set<string>()
  const histories = fc.property(
    fc.constantFrom('decision' as const, 'action' as const),
    anyStart,
    fc.array(anyEvent, { minLength: 20, maxLength: 120, size: 'max' }),
    (kind, start, events) => {
      let entry = at({ ...start, kind })
      const wrong: string[] = []
      for (const event of events) {
        const result = step(entry, event)
        if (!result.ok) continue
        wrong.push(...wrongWith(entry, event, result.entry, result.effects))
        met.add(`${entry.state}>${result.entry.state}`)
        entry = result.entry
      }
      expect(wrong).toEqual([])
    },
  )
  fc.assert(histories, { numRuns: 2_000 })
  expect([...allowed].filter((move) => !met.has(move))).toEqual([])
})

const ENDED: readonly EntryState[] = ['done', 'refused', 'conflict', 'cancelled', 'dismissed']
test.each(ENDED)('nothing moves an entry that is %s', (state) => {
  const immovable = fc.property(anyEvent, (event) => !step(at({ state, attempt: 1 }), event).ok)
  expect(() => fc.assert(immovable)).not.toThrow()
})

test('after request bytes have left, an entry is queued again only by 429, 401, an unmade connection or a person', () => {
  const left: Partial<EntryCore>[] = [{ state: 'sending', attempt: 1 }, wasRefused, unknown, { state: 'needs-you', attempt: 1 }]
  const rule = fc.property(fc.constantFrom(...left), anyEvent, (state, event) => {
    const result = step(at(state), event)
    return !result.ok || result.entry.state !== 'queued' || event.type === 'not-executed' || event.type === 'send-again'
  })
  expect(() => fc.assert(rule, { numRuns: 2_000 })).not.toThrow()
})

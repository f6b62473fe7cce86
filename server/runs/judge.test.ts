import { describe, expect, test } from 'vitest'
import type { TenantAnswer, TenantOutcome } from '../tenant/call.ts'
import type { Decision, OwnDecision } from './decision.ts'
import type { Doubt } from './entry-machine.ts'
import { judgeAnswer } from './judge.ts'
import { judgeExpectation } from './judge-expectation.ts'
import { judgeVerification, readingOf } from './judge-reading.ts'
import type { Reading } from './judge-reading.ts'

interface Shape {
  state?: string | null
  a?: string | null
  b?: string | null
  owner?: string | null
  modified?: string | null
  completed?: string | null
  ids?: string[]
  value?: string
  form?: unknown
}

const T0 = '2026-03-01T08:00:00.000Z'
const T1 = '2026-03-01T09:00:00.000Z'

const itemLike = ({
  state = 'Pending',
  a = 'Pending',
  b = 'Pending',
  owner = 'me',
  modified = T0,
  completed = null,
  ids = ['a', 'b'],
  value,
  form,
}: Shape) => ({
  id: 'w',
  ownerId: owner,
  state,
  modified,
  completed,
  approvalItems: ids.map((id) => ({ id, state: id === 'a' ? a : b, name: 'costCentre', value: value ?? 'X' })),
  form: form ?? null,
})

const seen = {
  ageMs: 0,
  name: null,
  ownerId: 'me',
  state: 'Pending',
  modified: T0,
  approvalItems: [
    { id: 'a', state: 'Pending', attribute: 'costCentre', value: 'X' },
    { id: 'b', state: null, attribute: 'costCentre', value: 'X' },
  ],
}
const approve: Decision = { operation: 'approveApprovalItem', workItemId: 'w', approvalItemId: 'a', body: undefined, seen }
const reject: Decision = { ...approve, operation: 'rejectApprovalItem' }
const bulkApprove: Decision = { ...approve, operation: 'approveApprovalItemsInBulk', approvalItemId: null }
const bulkReject: Decision = { ...bulkApprove, operation: 'rejectApprovalItemsInBulk' }
const complete: Decision = { ...bulkApprove, operation: 'completeWorkItem' }
const forward: Decision = { ...bulkApprove, operation: 'forwardWorkItem', body: { targetOwnerId: 'them', comment: 'c' } }
const select: Decision = { ...bulkApprove, operation: 'submitAccountSelection', body: { account: 'p.nadar' } }
const formWith = (value: unknown) => ({ sections: [{ formItems: [{ name: 'inner', formItems: [{ name: 'account', value }] }] }] })

const answer = (status: number, body: unknown, headers: Record<string, string> = {}): TenantAnswer => ({
  kind: 'answer',
  status,
  headers,
  body,
})
const dto = { detailCode: '400.1 Bad', trackingId: 't1', messages: [{ text: 'No.' }], causes: [] }

describe('an answer to a write', () => {
  test.each<[string, Decision, TenantOutcome, string]>([
    ['200 and our state', approve, answer(200, itemLike({ a: 'Finished' })), 'succeeded'],
    ['200 in an array, upper case', approve, answer(200, [itemLike({ a: 'FINISHED' })]), 'succeeded'],
    ['200, still pending', approve, answer(200, itemLike({})), 'in-doubt'],
    ['200, the other verdict', approve, answer(200, itemLike({ a: 'Rejected' })), 'in-doubt'],
    ['200, another work item', approve, answer(200, { ...itemLike({ a: 'Finished' }), id: 'x' }), 'in-doubt'],
    ['200, empty', approve, answer(200, undefined), 'in-doubt'],
    ['200, no work item', approve, answer(200, { ok: true }), 'in-doubt'],
    ['200 to a reject', reject, answer(200, itemLike({ a: 'Rejected' })), 'succeeded'],
    ['200 to a bulk approve, all of it', bulkApprove, answer(200, itemLike({ a: 'Finished', b: 'Finished' })), 'succeeded'],
    ['200 to a bulk approve, half of it', bulkApprove, answer(200, itemLike({ a: 'Finished' })), 'in-doubt'],
    ['200 to a bulk reject', bulkReject, answer(200, itemLike({ a: 'Rejected', b: 'Rejected', state: 'Rejected' })), 'succeeded'],
    ['200 to complete', complete, answer(200, itemLike({ state: 'Finished' })), 'succeeded'],
    ['200 to complete, open', complete, answer(200, itemLike({})), 'in-doubt'],
    ['200 to forward, empty', forward, answer(200, undefined), 'succeeded'],
    ['200 to forward with a body', forward, answer(200, itemLike({})), 'in-doubt'],
    ['200 to a selection that shows', select, answer(200, itemLike({ form: formWith('p.nadar') })), 'succeeded'],
    ['200 to a selection, finished, form gone', select, answer(200, itemLike({ state: 'Finished' })), 'succeeded'],
    [
      '200 to a selection, finished, empty list shown',
      select,
      answer(200, itemLike({ state: 'Finished', form: formWith([]) })),
      'succeeded',
    ],
    // The form may still show what it was filled with when it came.
    [
      '200 to a selection, finished, another value shown',
      select,
      answer(200, itemLike({ state: 'Finished', form: formWith('x') })),
      'succeeded',
    ],
    ['200 to a selection, open, another value shown', select, answer(200, itemLike({ form: formWith('x') })), 'in-doubt'],
    ['202', approve, answer(202, itemLike({ a: 'Finished' })), 'in-doubt'],
    ['400 with the error body', approve, answer(400, dto), 'tenant-refused'],
    ['400 of the gateway', approve, answer(400, { error: 'Experimental Header is missing' }), 'tenant-refused'],
    ['403', approve, answer(403, dto), 'tenant-refused'],
    ['404', approve, answer(404, dto), 'tenant-refused'],
    ['409', approve, answer(409, dto), 'tenant-refused'],
    ['422', approve, answer(422, dto), 'tenant-refused'],
    ['404 of somebody else', approve, answer(404, { hello: 'proxy' }), 'in-doubt'],
    ['403, empty', approve, answer(403, undefined), 'in-doubt'],
    ['405', approve, answer(405, dto), 'in-doubt'],
    ['500', approve, answer(500, dto), 'in-doubt'],
    ['503', approve, answer(503, undefined), 'in-doubt'],
    ['401', approve, answer(401, { error: 'JWT expired' }), 'not-executed'],
    ['429', approve, answer(429, { message: 'slow down' }), 'not-executed'],
    ['429, unreadable', approve, { kind: 'unknown', reason: 'unreadable', status: 429 }, 'not-executed'],
    ['refused connection', approve, { kind: 'not-sent', reason: 'refused' }, 'not-executed'],
    ['unknown name', approve, { kind: 'not-sent', reason: 'dns' }, 'not-executed'],
    ['timeout', approve, { kind: 'unknown', reason: 'timeout' }, 'in-doubt'],
    ['reset', approve, { kind: 'unknown', reason: 'reset' }, 'in-doubt'],
    ['unreadable 200', approve, { kind: 'unknown', reason: 'unreadable', status: 200 }, 'in-doubt'],
    ['too large', approve, { kind: 'unknown', reason: 'too-large', status: 200 }, 'in-doubt'],
  ])('%s', (_, decision, outcome, type) => {
    expect(judgeAnswer({ ...decision, kind: 'decision' }, outcome).type).toBe(type)
  })

  test('a refusal keeps what the tenant said', () => {
    expect(judgeAnswer({ ...approve, kind: 'decision' }, answer(400, dto))).toEqual({
      type: 'tenant-refused',
      problem: { code: 'refused', message: 'No.', status: 400, detailCode: '400.1 Bad', trackingId: 't1' },
    })
  })

  test('an answer whose body cannot be read keeps the tracking id that its head told', () => {
    expect(
      judgeAnswer({ ...approve, kind: 'decision' }, { kind: 'unknown', reason: 'unreadable', status: 200, requestId: 'r1' }),
    ).toEqual({ type: 'in-doubt', problem: { code: 'unreadable', message: null, status: 200, trackingId: 'r1' } })
  })
})

const itemReading = (shape: Shape): Reading => readingOf(approve, answer(200, itemLike(shape)))
const gone = (status: number): Reading => readingOf(approve, answer(status, dto))
const proof = { readsAt: [1], timeoutAt: 0 }

describe('a reading while verifying', () => {
  test.each<[string, Decision, Doubt, Reading, string, string?]>([
    ['approve, ours', approve, 'unknown', itemReading({ a: 'Finished' }), 'read-shows-ours'],
    ['approve, ours although forwarded since', approve, 'unknown', itemReading({ a: 'Finished', owner: 'x' }), 'read-shows-ours'],
    ['approve, pending', approve, 'unknown', itemReading({}), 'read-as-before'],
    ['approve, no state', approve, 'unknown', itemReading({ a: null }), 'read-as-before'],
    ['approve, rejected', approve, 'unknown', itemReading({ a: 'Rejected' }), 'read-shows-otherwise', 'decided-elsewhere'],
    ['approve, item expired', approve, 'unknown', itemReading({ a: 'Expired' }), 'read-shows-otherwise', 'expired'],
    ['approve, whole expired', approve, 'unknown', itemReading({ state: 'Expired' }), 'read-shows-otherwise', 'expired'],
    ['approve, cancelled', approve, 'unknown', itemReading({ state: 'Canceled' }), 'read-shows-otherwise', 'decided-elsewhere'],
    ['approve, item vanished', approve, 'unknown', itemReading({ ids: ['b'] }), 'read-shows-otherwise', 'changed'],
    ['approve, forwarded', approve, 'unknown', itemReading({ owner: 'x' }), 'read-shows-otherwise', 'changed'],
    ['approve, unheard-of state', approve, 'unknown', itemReading({ a: 'Pondered' }), 'read-as-before'],
    ['approve, 404', approve, 'unknown', gone(404), 'read-shows-otherwise', 'gone'],
    ['approve, 403', approve, 'was-refused', gone(403), 'read-shows-otherwise', 'gone'],
    ['reject, ours', reject, 'was-refused', itemReading({ a: 'Rejected' }), 'read-shows-ours'],
    ['reject, approved', reject, 'was-refused', itemReading({ a: 'Finished' }), 'read-shows-otherwise', 'decided-elsewhere'],
    [
      'bulk approve, ours',
      bulkApprove,
      'unknown',
      itemReading({ a: 'Finished', b: 'Finished', state: 'Finished' }),
      'read-shows-ours',
    ],
    ['bulk approve, half', bulkApprove, 'unknown', itemReading({ a: 'Finished' }), 'read-as-before'],
    ['bulk approve, none', bulkApprove, 'unknown', itemReading({}), 'read-as-before'],
    [
      'bulk approve, mixed and over',
      bulkApprove,
      'unknown',
      itemReading({ a: 'Finished', b: 'Rejected', state: 'Finished' }),
      'read-shows-otherwise',
      'decided-elsewhere',
    ],
    [
      'bulk approve, mixed, open',
      bulkApprove,
      'unknown',
      itemReading({ a: 'Finished', b: 'Rejected' }),
      'read-shows-otherwise',
      'decided-elsewhere',
    ],
    [
      'bulk approve, without items',
      bulkApprove,
      'unknown',
      itemReading({ ids: [], state: 'Finished' }),
      'read-shows-otherwise',
      'decided-elsewhere',
    ],
    [
      'bulk reject, ours',
      bulkReject,
      'unknown',
      itemReading({ a: 'Rejected', b: 'Rejected', state: 'Rejected' }),
      'read-shows-ours',
    ],
    ['bulk reject, expired', bulkReject, 'unknown', itemReading({ state: 'Expired' }), 'read-shows-otherwise', 'expired'],
    ['complete, ours', complete, 'unknown', itemReading({ state: 'Finished' }), 'read-shows-ours'],
    ['complete, completed without a state', complete, 'unknown', itemReading({ state: null, completed: T1 }), 'read-shows-ours'],
    ['complete, pending', complete, 'unknown', itemReading({}), 'read-as-before'],
    ['complete, returned', complete, 'unknown', itemReading({ state: 'Returned' }), 'read-shows-otherwise', 'decided-elsewhere'],
    ['forward, ours', forward, 'unknown', itemReading({ owner: 'them' }), 'read-shows-ours'],
    ['forward, still mine', forward, 'unknown', itemReading({}), 'read-as-before'],
    ['forward, somebody else', forward, 'unknown', itemReading({ owner: 'x' }), 'read-shows-otherwise', 'changed'],
    [
      'forward, finished',
      forward,
      'was-refused',
      itemReading({ state: 'Finished' }),
      'read-shows-otherwise',
      'decided-elsewhere',
    ],
    ['forward, 404', forward, 'unknown', gone(404), 'read-out-of-sight'],
    ['forward, 403', forward, 'was-refused', gone(403), 'read-out-of-sight'],
    ['selection, ours', select, 'unknown', itemReading({ state: 'Finished', form: formWith('p.nadar') }), 'read-shows-ours'],
    ['selection, pending', select, 'unknown', itemReading({ form: formWith(null) }), 'read-as-before'],
    [
      'selection, refused, another value shown',
      select,
      'was-refused',
      itemReading({ state: 'Finished', form: formWith('x') }),
      'read-shows-otherwise',
      'decided-elsewhere',
    ],
    [
      'selection, finished, another value shown',
      select,
      'unknown',
      itemReading({ state: 'Finished', form: formWith('x') }),
      'read-as-before',
    ],
    ['selection, open, another value shown', select, 'unknown', itemReading({ form: formWith('x') }), 'read-as-before'],
    ['selection, open, filled with the answer', select, 'unknown', itemReading({ form: formWith('p.nadar') }), 'read-as-before'],
    ['the same, refused', select, 'was-refused', itemReading({ form: formWith('p.nadar') }), 'read-as-before'],
    ['selection, finished, cannot tell', select, 'unknown', itemReading({ state: 'Finished' }), 'read-as-before'],
    [
      'selection, refused and finished',
      select,
      'was-refused',
      itemReading({ state: 'Finished' }),
      'read-shows-otherwise',
      'decided-elsewhere',
    ],
    ['500', approve, 'unknown', gone(500), 'read-failed'],
    ['404 of a proxy', approve, 'unknown', readingOf(approve, answer(404, undefined)), 'read-failed'],
    ['another work item', approve, 'unknown', readingOf(approve, answer(200, { id: 'x' })), 'read-failed'],
    ['no network', approve, 'unknown', readingOf(approve, { kind: 'not-sent', reason: 'dns' }), 'read-failed'],
  ])('%s', (_, decision, doubt, reading, type, kind) => {
    const event = judgeVerification({ ...decision, doubt }, reading, [], proof)
    expect(event.type).toBe(type)
    expect(event.type === 'read-shows-otherwise' ? event.problem.kind : undefined).toBe(kind)
  })

  test('a conflict says what was found, since when, and by whom where the ledger knows', () => {
    const own: OwnDecision[] = [
      { runId: 'r1', operation: 'rejectApprovalItem', approvalItemId: 'a', userName: 'Dana', endedAt: 5 },
    ]
    const event = judgeVerification({ ...approve, doubt: 'unknown' }, itemReading({ a: 'Rejected', modified: T1 }), own, proof)
    expect(event).toMatchObject({ problem: { code: 'conflict', kind: 'decided-elsewhere', now: 'Rejected', at: T1, by: 'Dana' } })
  })
})

describe('what the person saw', () => {
  const own: OwnDecision[] = [{ runId: 'r1', operation: 'approveApprovalItem', approvalItemId: 'b', userName: 'Mia', endedAt: 5 }]
  test.each<[string, Decision, Reading, readonly OwnDecision[], string]>([
    ['unchanged', approve, itemReading({}), [], 'holds'],
    ['other letter case', approve, itemReading({ state: 'PENDING', b: 'pending' }), [], 'holds'],
    ['null for pending', approve, itemReading({ state: null, a: null }), [], 'holds'],
    ['the same moment written otherwise', approve, itemReading({ modified: '2026-03-01T09:00:00.000+01:00' }), [], 'holds'],
    ['modified since', approve, itemReading({ modified: T1 }), [], 'changed'],
    ['modified by our own decision', approve, itemReading({ modified: T1, b: 'Finished' }), own, 'holds'],
    ['another item decided, not by us', approve, itemReading({ modified: T1, b: 'Rejected' }), own, 'changed'],
    ['another value', approve, itemReading({ value: 'Y' }), [], 'changed'],
    ['one more item', bulkApprove, itemReading({ ids: ['a', 'b', 'c'] }), [], 'changed'],
    ['one item less', bulkApprove, itemReading({ ids: ['a'] }), [], 'changed'],
    ['one exchanged', bulkApprove, itemReading({ ids: ['a', 'c'] }), [], 'changed'],
    ['another owner', forward, itemReading({ owner: 'x' }), [], 'changed'],
    ['ours is decided', approve, itemReading({ a: 'Rejected', modified: T1 }), [], 'decided-elsewhere'],
    ['ours is expired', approve, itemReading({ a: 'Expired' }), [], 'expired'],
    ['ours is missing', approve, itemReading({ ids: ['b', 'c'] }), [], 'changed'],
    ['all are decided', bulkReject, itemReading({ a: 'Finished', b: 'Finished' }), [], 'decided-elsewhere'],
    ['one of two is decided', bulkReject, itemReading({ a: 'Finished', modified: T1 }), [], 'changed'],
    ['finished', complete, itemReading({ state: 'Finished', completed: T1 }), [], 'decided-elsewhere'],
    ['rejected', forward, itemReading({ state: 'Rejected' }), [], 'decided-elsewhere'],
    ['expired', forward, itemReading({ state: 'Expired' }), [], 'expired'],
    ['404', forward, gone(404), [], 'gone'],
    ['403', approve, gone(403), [], 'gone'],
    ['500', approve, gone(500), [], 'recheck-failed'],
    ['no answer', approve, readingOf(approve, { kind: 'unknown', reason: 'timeout' }), [], 'recheck-failed'],
  ])('%s', (_, decision, reading, own, expected) => {
    const event = judgeExpectation(decision, reading, own)
    expect(event ? (event.type === 'expectation-broken' ? event.problem.kind : event.type) : 'holds').toBe(expected)
  })
})

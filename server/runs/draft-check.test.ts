import { describe, expect, test } from 'vitest'
import { excludes } from './decision.ts'
import type { DecisionDraft, EntryDraft } from './decision.ts'
import { checkDraft, contentHash } from './draft-check.ts'

const seen = { ageMs: 0, name: null, state: 'Pending', modified: null, approvalItems: [] }
const approve = (workItemId = 'w', approvalItemId = 'a'): DecisionDraft => ({
  operation: 'approveApprovalItem',
  workItemId,
  approvalItemId,
  seen,
})
const bulk = (workItemId = 'w'): DecisionDraft => ({ operation: 'rejectApprovalItemsInBulk', workItemId, seen })
const forward = (body: unknown): DecisionDraft => ({ operation: 'forwardWorkItem', workItemId: 'w', body, seen })
const check = (...entries: DecisionDraft[]) => checkDraft({ holdMs: 0, entries })
const fieldOf = (result: ReturnType<typeof check>) => (!result.ok && 'problems' in result ? result.problems[0]?.field : undefined)

describe('an entry is held against the contract', () => {
  test.each<[string, DecisionDraft]>([
    ['approve', approve()],
    ['bulk', bulk()],
    ['complete without a body', { operation: 'completeWorkItem', workItemId: 'w', seen }],
    ['forward', forward({ targetOwnerId: 'x', comment: 'c' })],
    ['forward, quietly', forward({ targetOwnerId: 'x', comment: 'c', sendNotifications: false })],
    ['selection', { operation: 'submitAccountSelection', workItemId: 'w', body: JSON.parse('{"__proto__":1}'), seen }],
  ])('%s', (_, entry) => {
    expect(check(entry).ok).toBe(true)
  })

  test.each<[string, DecisionDraft, string]>([
    ['approve without an item', { operation: 'approveApprovalItem', workItemId: 'w', seen }, 'entries/0/approvalItemId'],
    ['bulk with an item', { ...bulk(), approvalItemId: 'a' }, 'entries/0/approvalItemId'],
    ['a reserved word', approve('bulk-approve'), 'entries/0/workItemId'],
    ['a reserved word as item', approve('w', 'count'), 'entries/0/approvalItemId'],
    ['complete with a body', { operation: 'completeWorkItem', workItemId: 'w', body: null, seen }, 'entries/0/body'],
    ['approve with a body', { ...approve(), body: {} }, 'entries/0/body'],
    ['forward without a body', { operation: 'forwardWorkItem', workItemId: 'w', seen }, 'entries/0/body'],
    ['forward without a comment', forward({ targetOwnerId: 'x' }), 'entries/0/body/comment'],
    ['forward with an empty comment', forward({ targetOwnerId: 'x', comment: '' }), 'entries/0/body/comment'],
    ['forward with something more', forward({ targetOwnerId: 'x', comment: 'c', cc: 'y' }), 'entries/0/body/cc'],
    ['forward to a path', forward({ targetOwnerId: '../x', comment: 'c' }), 'entries/0/body/targetOwnerId'],
    [
      'forward to its owner',
      { ...forward({ targetOwnerId: 'me', comment: 'c' }), seen: { ...seen, ownerId: 'me' } },
      'entries/0/body/targetOwnerId',
    ],
    ['selection as a list', { operation: 'submitAccountSelection', workItemId: 'w', body: [], seen }, 'entries/0/body'],
  ])('not %s', (_, entry, field) => {
    expect(fieldOf(check(entry))).toBe(field)
  })
})

test.each<[string, DecisionDraft[], [number, number] | undefined]>([
  ['two items of one work item', [approve('w', 'a'), approve('w', 'b')], undefined],
  ['one item twice', [approve('w', 'a'), approve('w', 'b'), approve('w', 'a')], [0, 2]],
  ['the whole after an item', [approve('v'), approve('w'), bulk('w')], [1, 2]],
  ['an item after the whole', [bulk('w'), approve('w')], [0, 1]],
  ['the whole twice', [bulk('w'), forward({ targetOwnerId: 'x', comment: 'c' })], [0, 1]],
  ['the whole of two', [bulk('v'), bulk('w')], undefined],
])('one at a time per object: %s', (_, entries, overlap) => {
  const result = check(...entries)
  expect(!result.ok && 'overlap' in result ? result.overlap : undefined).toEqual(overlap)
})

test('whole and item exclude each other, items only themselves', () => {
  expect([excludes('', ''), excludes('', 'a'), excludes('a', ''), excludes('a', 'a'), excludes('a', 'b')]).toEqual([
    true,
    true,
    true,
    true,
    false,
  ])
})

test('content is the same whatever the order of its keys, and another with any other value', () => {
  const one = contentHash({ holdMs: 1, note: 'n', entries: [approve()] })
  const { operation, ...rest } = approve()
  expect(contentHash({ entries: [{ ...rest, operation }], note: 'n', holdMs: 1 })).toBe(one)
  expect(contentHash({ holdMs: 1, entries: [approve()] })).toBe(contentHash({ holdMs: 1, note: null, entries: [approve()] }))
  expect(contentHash({ holdMs: 2, note: 'n', entries: [approve()] })).not.toBe(one)
  expect(contentHash({ holdMs: 1, note: 'n', entries: [approve('w', 'b')] })).not.toBe(one)
})

const looked = (ageMs: number): DecisionDraft => ({ ...approve(), seen: { ...seen, ageMs } })
const reset = (ageMs: number, status = 'REGISTERED'): EntryDraft => ({
  operation: 'resetIdentity',
  identityId: 'i',
  seen: { ageMs, people: [{ id: 'i', name: 'Ida', alias: 'ida', email: null, status }] },
  guard: { ticket: 'T-1', reason: 'Lost phone' },
})
const hashOf = (...entries: EntryDraft[]) => contentHash({ holdMs: 1, entries })

describe('content is what was decided and seen, not how long ago it was seen', () => {
  test('of a work item', () => {
    expect(hashOf(looked(65_000))).toBe(hashOf(looked(1_000)))
    expect(hashOf({ ...looked(0), seen: { ...seen, state: 'Finished' } })).not.toBe(hashOf(looked(0)))
  })

  test('of a person', () => {
    expect(hashOf(reset(65_000))).toBe(hashOf(reset(1_000)))
    expect(hashOf(reset(0, 'LOCKED'))).not.toBe(hashOf(reset(0)))
  })

  test('an age that is no measure of ours is content: it is in what the tenant is sent', () => {
    const answer = (ageMs: number): DecisionDraft => ({
      operation: 'submitAccountSelection',
      workItemId: 'w',
      body: { ageMs },
      seen,
    })
    expect(hashOf(answer(1))).not.toBe(hashOf(answer(2)))
  })
})

import { expect, test } from 'vitest'
import { readWorkItem } from '#contract/work-item.ts'
import type { WorkItem } from '#contract/work-item.ts'
import { gateReasonOf, mayApprove, sightOf } from './gate.ts'
import { createOpenedItems } from './opened-items.ts'

function itemWith(parts: Record<string, unknown>): WorkItem {
  const item = readWorkItem({ id: 'w1', type: 'Approval', state: 'Pending', ...parts })
  if (!item) throw new Error('not a work item')
  return item
}

const approvals = (...operations: readonly (string | null)[]) =>
  itemWith({ approvalItems: operations.map((operation, index) => ({ id: `a${index}`, operation, value: 'GL-Posting' })) })

const nothing = new Set<string>()

test.each(['add', 'Grant', 'assign', 'create', 'ENABLE', 'unlock', 'set', 'update', 'modify', ' change '])(
  '%s may be approved unopened',
  (operation) => {
    expect(gateReasonOf(approvals(operation))).toBeNull()
    expect(mayApprove(approvals(operation), nothing)).toBe(true)
  },
)

test.each([
  ['remove', 'removes'],
  ['Revoke', 'removes'],
  ['DISABLE', 'removes'],
  ['delete', 'removes'],
  ['lock', 'removes'],
  ['transfer', 'unknown-verb'],
  ['', 'unknown-verb'],
  [null, 'unknown-verb'],
  ['constructor', 'unknown-verb'],
] as const)('%s may not: %s', (operation, reason) => {
  const item = approvals(operation)
  expect(gateReasonOf(item)).toBe(reason)
  expect(mayApprove(item, nothing)).toBe(false)
  expect(mayApprove(item, new Set([sightOf(item)]))).toBe(true)
})

test('one removal among grants is enough, wherever it stands', () => {
  expect(mayApprove(approvals('add', 'add', 'remove'), nothing)).toBe(false)
  expect(mayApprove(approvals('set', 'frobnicate'), nothing)).toBe(false)
  expect(mayApprove(approvals('add', 'set', 'enable'), nothing)).toBe(true)
})

test('a part that cannot be read is enough', () => {
  const item = itemWith({ approvalItems: [{ id: 'a1', operation: 'add' }, 'what is this'] })
  expect(gateReasonOf(item)).toBe('unreadable')
  expect(mayApprove(item, nothing)).toBe(false)
})

test('a revocation of a review needs opening', () => {
  expect(gateReasonOf(itemWith({ type: 'Remediation', remediationItems: [{ id: 'r1' }] }))).toBe('removes')
})

test('what was opened counts only as it was then: a part that came later has not been seen', () => {
  const before = approvals('remove')
  const after = approvals('remove', 'delete')
  const opened = new Set([sightOf(before)])
  expect(mayApprove(before, opened)).toBe(true)
  expect(mayApprove(after, opened)).toBe(false)
  expect(opened.has(before.id)).toBe(false)
})

test('a decision on one part, or another reading of the same, does not close what was opened', () => {
  const before = itemWith({ approvalItems: [{ id: 'a1', operation: 'remove', state: 'Pending' }] })
  const after = itemWith({
    approvalItems: [{ id: 'a1', operation: 'remove', state: 'Finished' }],
    modified: '2026-01-01T00:00:00Z',
  })
  expect(sightOf(after)).toBe(sightOf(before))
})

function memory() {
  const texts = new Map<string, string>()
  return {
    read: (key: string) => texts.get(key) ?? null,
    write: (key: string, text: string | null) => void (text === null ? texts.delete(key) : texts.set(key, text)),
    clear: () => texts.clear(),
  }
}

test('opened items are kept per person, through a reload, and tell whoever listens', () => {
  const store = memory()
  const opened = createOpenedItems(store)
  const item = approvals('remove')
  let told = 0
  const stop = opened.subscribe(() => {
    told += 1
  })
  expect(opened.of('tomas')).toBe(opened.of('tomas'))
  opened.add('tomas', item)
  opened.add('tomas', item)
  expect(told).toBe(1)
  stop()
  expect(mayApprove(item, opened.of('tomas'))).toBe(true)
  expect(mayApprove(item, opened.of('amara'))).toBe(false)
  expect(mayApprove(item, createOpenedItems(store).of('tomas'))).toBe(true)
  store.clear()
  expect(mayApprove(item, createOpenedItems(store).of('tomas'))).toBe(false)
})

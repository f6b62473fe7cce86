import { expect, test } from 'vitest'
import { readWorkItem, readWorkItems, readWorkItemState } from './work-item.ts'

const full = {
  id: '4be0a7a4d1e94b27b5c09d3f5e7a1c22',
  requesterId: '9a1d3c5e7b90426f8d1c2e3f4a5b6c7d',
  requesterDisplayName: 'Priya Nadar',
  ownerId: 'c7e5a3b1908f4d2e9c6b7a8d5f4e3c21',
  ownerName: 'Tomas Lindqvist',
  created: '2026-02-11T08:02:44.120Z',
  modified: '2026-02-12T16:40:03.551Z',
  description: 'Open a Ledger account for Priya Nadar',
  state: 'Pending',
  type: 'ManualAction',
  remediationItems: null,
  approvalItems: [
    {
      id: 'e0d2',
      account: 'p.nadar',
      application: 'Ledger',
      name: 'costCentre',
      operation: 'update',
      value: 'EMEA-114',
      state: 'Pending',
    },
  ],
  name: 'New Ledger account',
  completed: null,
  numItems: 3,
  errors: [],
  form: null,
}

test('a documented work item becomes one clean type', () => {
  expect(readWorkItem(full)).toEqual({
    id: '4be0a7a4d1e94b27b5c09d3f5e7a1c22',
    name: 'New Ledger account',
    description: 'Open a Ledger account for Priya Nadar',
    type: { known: 'ManualAction', raw: 'ManualAction' },
    state: { known: 'Pending', raw: 'Pending' },
    isOpen: true,
    requester: { id: '9a1d3c5e7b90426f8d1c2e3f4a5b6c7d', name: 'Priya Nadar' },
    owner: { id: 'c7e5a3b1908f4d2e9c6b7a8d5f4e3c21', name: 'Tomas Lindqvist' },
    created: '2026-02-11T08:02:44.120Z',
    modified: '2026-02-12T16:40:03.551Z',
    completed: null,
    numItems: 3,
    errors: [],
    approvalItems: [
      {
        id: 'e0d2',
        account: 'p.nadar',
        application: 'Ledger',
        attribute: 'costCentre',
        operation: 'update',
        value: 'EMEA-114',
        state: { known: 'Pending', raw: 'Pending' },
        isOpen: true,
      },
    ],
    remediationItems: [],
    unreadableItems: 0,
    form: null,
  })
})

test('an array of one is that work item, and an empty array is none', () => {
  expect(readWorkItem([full])).toEqual(readWorkItem(full))
  expect(readWorkItem([])).toBeUndefined()
})

test.each([[undefined], [null], [''], ['<html>'], [42], [{}], [{ id: '' }], [{ id: 7 }], [[null]]])(
  '%j holds no work item',
  (answer) => {
    expect(readWorkItem(answer)).toBeUndefined()
  },
)

test('nulls and absent properties are null or empty', () => {
  const nulls = Object.fromEntries(Object.keys(full).map((key) => [key, null]))
  const bare = { id: 'w1' }
  const expected = {
    id: 'w1',
    name: null,
    description: null,
    type: { known: null, raw: '' },
    state: null,
    isOpen: true,
    requester: null,
    owner: null,
    created: null,
    modified: null,
    completed: null,
    numItems: null,
    errors: [],
    approvalItems: [],
    remediationItems: [],
    unreadableItems: 0,
    form: null,
  }
  expect(readWorkItem(bare)).toEqual(expected)
  expect(readWorkItem({ ...nulls, id: 'w1' })).toEqual(expected)
})

test.each([
  ['PENDING', 'Pending'],
  ['finished', 'Finished'],
  [' Canceled ', 'Canceled'],
])('state %j is %s, whatever its case', (raw, known) => {
  expect(readWorkItemState(raw)).toEqual({ known, raw: raw.trim() })
})

test('an unknown state or type stays as text', () => {
  const item = readWorkItem({ id: 'w1', state: 'Escalated', type: 'AgentReview' })
  expect(item?.state).toEqual({ known: null, raw: 'Escalated' })
  expect(item?.type).toEqual({ known: null, raw: 'AgentReview' })
})

test('the misspelt and the upper-case type are understood', () => {
  expect(readWorkItem({ id: 'w1', type: 'PolicyVioloation' })?.type).toEqual({
    known: 'PolicyViolation',
    raw: 'PolicyVioloation',
  })
  expect(readWorkItem({ id: 'w1', type: 'MANUALACTION' })?.type.known).toBe('ManualAction')
})

test.each([
  [{ state: null, completed: null }, true],
  [{}, true],
  [{ state: 'PENDING' }, true],
  [{ state: null, completed: '2026-03-01T00:00:00Z' }, false],
  // A completion time that cannot be read still says that the item is no longer open.
  [{ state: null, completed: 'yesterday' }, false],
  [{ state: 'Finished', completed: null }, false],
  [{ state: 'Returned' }, false],
  [{ state: 'Escalated' }, false],
])('%j is open: %s', (properties, isOpen) => {
  expect(readWorkItem({ id: 'w1', ...properties })?.isOpen).toBe(isOpen)
})

test('approval items are read under their older names too', () => {
  const older = { id: 'a1', attributeName: 'groups', attributeOperation: 'Add', attributeValue: 'GL-Posting' }
  expect(readWorkItem({ id: 'w1', approvalItems: [older] })?.approvalItems[0]).toEqual({
    id: 'a1',
    account: null,
    application: null,
    attribute: 'groups',
    operation: 'Add',
    value: 'GL-Posting',
    state: null,
    isOpen: true,
  })
})

test('an approval item that cannot be read is counted, not forgotten', () => {
  const item = readWorkItem({ id: 'w1', approvalItems: [{ id: 'a1', state: 'Finished' }, null, { account: 'x' }, 'a3'] })
  expect(item?.approvalItems.map(({ id, isOpen }) => [id, isOpen])).toEqual([['a1', false]])
  expect(item?.unreadableItems).toBe(3)
  expect(readWorkItem({ id: 'w1', approvalItems: 'several' })?.unreadableItems).toBe(1)
})

test('a lone approval item outside an array is taken', () => {
  expect(readWorkItem({ id: 'w1', approvalItems: { id: 'a1' } })?.approvalItems).toHaveLength(1)
})

test('remediation items keep whom, where and what, with nulls anywhere', () => {
  const item = readWorkItem({
    id: 'w1',
    remediationItems: [
      {
        id: 'r1',
        targetId: 't1',
        targetName: 'priya.nadar',
        targetDisplayName: 'Priya Nadar',
        applicationName: 'Ledger',
        attributeName: 'groups',
        attributeOperation: 'Remove',
        attributeValue: 'GL-Posting',
        nativeIdentity: 'CN=Priya Nadar',
      },
      { id: null, targetId: null, attributeValue: null },
    ],
  })
  expect(item?.remediationItems).toEqual([
    {
      id: 'r1',
      target: { id: 't1', name: 'priya.nadar', displayName: 'Priya Nadar' },
      application: 'Ledger',
      attribute: 'groups',
      operation: 'Remove',
      value: 'GL-Posting',
      nativeIdentity: 'CN=Priya Nadar',
    },
    {
      id: null,
      target: { id: null, name: null, displayName: null },
      application: null,
      attribute: null,
      operation: null,
      value: null,
      nativeIdentity: null,
    },
  ])
})

test('errors may be null, and only texts among them are kept', () => {
  expect(readWorkItem({ id: 'w1', errors: null })?.errors).toEqual([])
  expect(readWorkItem({ id: 'w1', errors: ['Ledger did not answer', null, {}, 500] })?.errors).toEqual([
    'Ledger did not answer',
    '500',
  ])
})

test('a page keeps each id once and leaves out what is no work item', () => {
  expect(readWorkItems([full, null, { id: 'w2' }, full, 'x']).map((item) => item.id)).toEqual([full.id, 'w2'])
  expect(readWorkItems({ id: 'w1' })).toHaveLength(1)
  expect(readWorkItems(null)).toEqual([])
  expect(readWorkItems([])).toEqual([])
})

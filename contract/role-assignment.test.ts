import { expect, test } from 'vitest'
import { readRoleAssignment, readRoleAssignments } from './role-assignment.ts'

const reference = {
  id: '3c5e',
  role: { type: 'ROLE', id: 'd1f3', name: 'Ledger clerk' },
  addedDate: '2025-11-03T10:20:30.400Z',
  startDate: null,
  removeDate: '2026-12-31T23:59:59.000Z',
}

test('a reference and a full record are told apart by the element itself', () => {
  const detail = {
    ...reference,
    comments: 'Covers month end',
    assignmentSource: 'UI',
    assigner: { type: 'IDENTITY', id: '', name: null },
    assignedDimensions: [{ type: 'DIMENSION', id: 'x1', name: 'Lund' }, null],
    assignmentContext: null,
    accountTargets: [
      { source: { type: 'SOURCE', id: 'f0a1', name: 'Ledger' }, accountInfo: { displayName: 'p.nadar' } },
      { accountInfo: null },
    ],
  }
  const common = {
    id: '3c5e',
    role: { type: 'ROLE', id: 'd1f3', name: 'Ledger clerk' },
    added: '2025-11-03T10:20:30.400Z',
    starts: null,
    ends: '2026-12-31T23:59:59.000Z',
  }
  expect(readRoleAssignments([reference, detail])).toEqual([
    { kind: 'reference', ...common },
    {
      kind: 'detail',
      ...common,
      comments: 'Covers month end',
      source: 'UI',
      assigner: null,
      dimensions: [{ type: 'DIMENSION', id: 'x1', name: 'Lund' }],
      accountTargets: [
        { source: { type: 'SOURCE', id: 'f0a1', name: 'Ledger' }, account: { nativeIdentity: null, displayName: 'p.nadar' } },
        { source: null, account: null },
      ],
    },
  ])
})

test('what has no id is no assignment', () => {
  expect(readRoleAssignment({ role: null })).toBeUndefined()
  expect(readRoleAssignments([null, {}, 'x'])).toEqual([])
  expect(readRoleAssignments(null)).toEqual([])
})

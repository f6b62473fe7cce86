import { expect, test } from 'vitest'
import identities from './generated/identities.json' with { type: 'json' }
import workItems from './generated/work-items.json' with { type: 'json' }
import { isRecord } from './json.ts'
import { isOperationId, operationList, operations, reservedIds } from './operations.ts'

test('the contract holds 25 operations, 12 of them reads', () => {
  expect(operationList).toHaveLength(25)
  expect(operationList.filter((operation) => operation.method === 'GET')).toHaveLength(12)
  expect(operationList.filter((operation) => operation.kind === 'read')).toHaveLength(12)
  expect(operationList.filter((operation) => operation.kind === 'decision')).toHaveLength(7)
  expect(operationList.filter((operation) => operation.kind === 'action')).toHaveLength(6)
})

const idsOf = (document: { readonly paths: unknown }) =>
  Object.values(isRecord(document.paths) ? document.paths : {}).flatMap((item) =>
    Object.values(isRecord(item) ? item : {}).map((operation) => (isRecord(operation) ? operation['operationId'] : undefined)),
  )
const tableOf = (version: string) => operationList.flatMap((operation) => (operation.version === version ? [operation.id] : []))

test('every operation of the documents is in the table, under its own id and version', () => {
  expect(new Set(tableOf('beta'))).toEqual(new Set(idsOf(workItems)))
  expect(new Set(tableOf('v2024'))).toEqual(new Set(idsOf(identities)))
})

test('a read is a GET and a write is not', () => {
  for (const operation of operationList)
    expect([operation.id, operation.kind === 'read']).toEqual([operation.id, operation.method === 'GET'])
})

test('path parameters are exactly those of the template', () => {
  for (const operation of operationList) {
    const named = [...operation.path.matchAll(/\{(\w+)\}/g)].map((match) => match[1])
    expect([operation.id, new Set(operation.pathParameters)]).toEqual([operation.id, new Set(named)])
  }
})

test('an operation carries its query parameters and says whether it needs a body', () => {
  expect(operations.listWorkItems.queryParameters).toEqual(['limit', 'offset', 'count', 'ownerId'])
  expect(operations.getCountCompletedWorkItems).toMatchObject({
    path: '/work-items/completed/count',
    queryParameters: ['ownerId'],
  })
  expect(operations.listIdentities.queryParameters).toEqual(['filters', 'sorters', 'defaultFilter', 'count', 'limit', 'offset'])
  const withBody = operationList.filter((operation) => operation.hasBody).map((operation) => operation.id)
  expect(withBody).toEqual([
    'forwardWorkItem',
    'submitAccountSelection',
    'sendIdentityVerificationAccountToken',
    'startIdentitiesInvite',
    'startIdentityProcessing',
  ])
})

test('every fixed word beside an id is reserved', () => {
  const fixedBesideId = operationList.flatMap((operation) => {
    const second = operation.path.split('/')[2]
    return second === undefined || second.startsWith('{') ? [] : [second]
  })
  expect(new Set(fixedBesideId)).toEqual(reservedIds)
})

test('only the contract names operations', () => {
  expect(isOperationId('approveApprovalItem')).toBe(true)
  expect(isOperationId('toString')).toBe(false)
  expect(isOperationId('__proto__')).toBe(false)
  expect(isOperationId('')).toBe(false)
})

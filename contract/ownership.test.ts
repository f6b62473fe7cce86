import { expect, test } from 'vitest'
import { readDeleteRefusal, readOwnership } from './ownership.ts'

const role = { id: '8d0f', name: 'Payroll Approver', type: 'ROLE' }
const owns = { kind: 'owns', associations: [{ type: 'ROLE_OWNER', entities: [role] }], leftovers: [] }

test.each([
  ['the schema', { associationDetails: [{ associationType: 'ROLE_OWNER', entities: [{ identityEntity: role }] }] }],
  ['the example', { associationDetails: { associationType: 'ROLE_OWNER', entities: [role] } }],
  ['the schema-level example', { associationDetails: { associationType: 'ROLE_OWNER', entities: role } }],
  ['an array with one flat entity', { associationDetails: [{ associationType: 'ROLE_OWNER', entities: role }] }],
])('ownership in the shape of %s is recognised', (_, body) => {
  expect(readOwnership(body)).toEqual(owns)
})

test.each([
  [undefined],
  [null],
  [''],
  ['  '],
  [{}],
  [{ associationDetails: null }],
  [{ associationDetails: [] }],
  [{ associationDetails: [{ associationType: 'ROLE_OWNER', entities: [] }] }],
])('%j owns nothing', (body) => {
  expect(readOwnership(body)).toEqual({ kind: 'owns-nothing' })
})

test.each([
  ['<html>'],
  [{ owns: [role] }],
  [[role]],
  [{ associationDetails: 'ROLE_OWNER' }],
  [{ associationDetails: [{ associationType: 'ROLE_OWNER' }] }],
  [{ associationDetails: [{ associationType: 'ROLE_OWNER', entities: null }] }],
  [{ associationDetails: [{ associationType: 'ROLE_OWNER', entities: [{ ref: '8d0f' }] }] }],
  [{ associationDetails: [{ associationType: 'ROLE_OWNER', entities: [] }, 'CAMPAIGN_OWNER'] }],
  [7],
])('%j is unrecognised and never "owns nothing"', (body) => {
  expect(readOwnership(body)).toEqual({ kind: 'unrecognised', raw: body })
})

test('parts that cannot be read are kept beside those that can', () => {
  const body = { associationDetails: [{ associationType: 'ROLE_OWNER', entities: [role, { ref: 'x' }] }, 'CAMPAIGN_OWNER'] }
  expect(readOwnership(body)).toEqual({ ...owns, leftovers: [{ ref: 'x' }, 'CAMPAIGN_OWNER'] })
})

test('a refused deletion says why, unless its body is another error', () => {
  const body = {
    message: 'This identity still owns objects',
    associationDetails: { associationType: 'ROLE_OWNER', entities: [role] },
  }
  expect(readDeleteRefusal(body)).toEqual({ message: 'This identity still owns objects', ownership: owns })
  expect(readDeleteRefusal({ detailCode: '400.1', messages: [] })).toBeNull()
  expect(readDeleteRefusal('')).toBeNull()
})

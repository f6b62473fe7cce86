import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { readOwnership } from '#contract/ownership.ts'
import { ownershipBody, shapeFor } from './ownership.ts'

const role = { id: 'r1', name: 'Ledger clerk', type: 'ROLE' }
const source = { id: 's1', name: 'Ledger', type: 'SOURCE' }
const one = [{ associationType: 'ROLE_OWNER', entities: [role] }]

test('one role comes in three shapes', () => {
  expect(ownershipBody(one, 'schema')).toEqual({
    associationDetails: [{ associationType: 'ROLE_OWNER', entities: [{ identityEntity: role }] }],
  })
  expect(ownershipBody(one, 'flat')).toEqual({ associationDetails: one })
  expect(ownershipBody(one, 'example')).toEqual({ associationDetails: { associationType: 'ROLE_OWNER', entities: role } })
})

test('the example shape keeps arrays where there is more than one', () => {
  const two = [
    { associationType: 'ROLE_OWNER', entities: [role, { ...role, id: 'r2' }] },
    { associationType: 'SOURCE_OWNER', entities: [source] },
  ]
  expect(ownershipBody(two.slice(0, 1), 'example')).toEqual({ associationDetails: two[0] })
  expect(ownershipBody(two, 'example')).toEqual({
    associationDetails: [two[0], { associationType: 'SOURCE_OWNER', entities: source }],
  })
})

test('who owns nothing answers an empty array in every shape', () => {
  for (const shape of ['schema', 'flat', 'example'] as const) expect(ownershipBody([], shape)).toEqual({ associationDetails: [] })
})

test('every shape reads as the same ownership', () => {
  const entity = fc.record({
    id: fc.constantFrom('r1', 'r2', 'r3'),
    name: fc.string({ minLength: 1 }).map((name) => `n${name}`),
    type: fc.constant('ROLE'),
  })
  const association = fc.record({
    associationType: fc.constantFrom('ROLE_OWNER', 'SOURCE_OWNER'),
    entities: fc.array(entity, { minLength: 1 }),
  })
  fc.assert(
    fc.property(fc.array(association, { minLength: 1, maxLength: 4 }), (associations) => {
      const read = (['schema', 'flat', 'example'] as const).map((shape) => readOwnership(ownershipBody(associations, shape)))
      expect(read[0]).toMatchObject({ kind: 'owns', leftovers: [] })
      expect(read[1]).toEqual(read[0])
      expect(read[2]).toEqual(read[0])
    }),
  )
})

test.each([
  ['9a1d3c5e7b90426f8d1c2e3f4a5b6c70', 'schema'],
  ['9a1d3c5e7b90426f8d1c2e3f4a5b6c71', 'flat'],
  ['9a1d3c5e7b90426f8d1c2e3f4a5b6c72', 'example'],
  ['9a1d3c5e7b90426f8d1c2e3f4a5b6c7f', 'schema'],
])('%s answers in the %s shape', (id, shape) => {
  expect(shapeFor(id)).toBe(shape)
})

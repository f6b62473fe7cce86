import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { readCount, readSummary } from './counts.ts'
import { readIdentities, readIdentity } from './identity.ts'
import { readDeleteRefusal, readOwnership } from './ownership.ts'
import { readRoleAssignments } from './role-assignment.ts'
import { readTaskReference, readTaskStatus } from './task-status.ts'
import { readTenantError } from './tenant-error.ts'
import { readWorkItems } from './work-item.ts'

/** Property names the readers look for, so that random JSON gets past the first check. */
const names =
  'id state type completed approvalItems remediationItems form sections formItems allowedValuesList label value name errors numItems count open total attributes managerRef lifecycleState associationDetails ' +
  'entities identityEntity role accountTargets assigner messages localizedText detailCode causes error message text __proto__ constructor toString'

const json = fc.letrec<{ value: unknown; leaf: unknown; list: unknown; object: unknown }>((tie) => ({
  value: fc.oneof({ depthSize: 'medium', withCrossShrink: true }, tie('leaf'), tie('list'), tie('object')),
  leaf: fc.oneof(
    fc.string(),
    fc.double(),
    fc.integer(),
    fc.boolean(),
    fc.constantFrom(null, undefined, '', 'Pending', '2026-02-30T25:00'),
  ),
  list: fc.array(tie('value'), { maxLength: 4 }),
  object: fc.dictionary(fc.oneof(fc.constantFrom(...names.split(' ')), fc.string()), tie('value'), { maxKeys: 8 }),
})).value

const readers: readonly (readonly [name: string, read: (answer: unknown) => unknown])[] = [
  ['readWorkItems', readWorkItems],
  ['readCount', readCount],
  ['readSummary', readSummary],
  ['readIdentity', readIdentity],
  ['readIdentities', readIdentities],
  ['readOwnership', readOwnership],
  ['readDeleteRefusal', readDeleteRefusal],
  ['readRoleAssignments', readRoleAssignments],
  ['readTaskStatus', readTaskStatus],
  ['readTaskReference', readTaskReference],
  ['readTenantError', (body) => readTenantError({ status: 500, headers: new Headers(), body })],
]

test.each(readers)('%s never throws, whatever the tenant answers', (_, read) => {
  fc.assert(
    fc.property(json, (answer) => {
      expect(() => read(answer)).not.toThrow()
    }),
    { numRuns: 500 },
  )
})

test('no body that says something is read as owning nothing, unless it lists nothing', () => {
  fc.assert(
    fc.property(fc.dictionary(fc.string(), json, { minKeys: 1 }), (body) => {
      fc.pre(!('associationDetails' in body))
      expect(readOwnership(body).kind).toBe('unrecognised')
    }),
  )
})

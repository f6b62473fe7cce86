import { expect, test } from 'vitest'
import { readOwnership } from '#contract/ownership.ts'
import { confirmationOf, guardReasons, isConfirmed, levelsOf, mayDelete, ownershipCheck } from './identity-guard.ts'
import type { Check, DeletionChecks, Standing } from './identity-guard.ts'

const nobody: Standing = {
  isSelf: false,
  isManager: false,
  isProtected: false,
  ownership: { kind: 'owns-nothing' },
  levels: null,
}
const owning = readOwnership({
  associationDetails: [{ associationType: 'ROLE_OWNER', entities: [{ identityEntity: { id: 'r', name: 'R', type: 'ROLE' } }] }],
})

test('somebody in particular has to be typed, anybody else not', () => {
  expect(guardReasons(nobody)).toEqual([])
  expect(guardReasons({ ...nobody, levels: ['HELPDESK'] })).toEqual([])
})

test.each<[string, Partial<Standing>]>([
  ['self', { isSelf: true }],
  ['admin', { levels: ['ORG_ADMIN'] }],
  ['admin', { levels: ['role_subadmin'] }],
  ['protected', { isProtected: true }],
  ['manager', { isManager: true }],
  ['owner', { ownership: owning }],
  ['owner', { ownership: { kind: 'unrecognised', raw: 7 } }],
  ['unknown', { isProtected: undefined }],
  ['unknown', { ownership: undefined }],
])('%s: %j', (reason, part) => {
  expect(guardReasons({ ...nobody, ...part })).toEqual([reason])
})

test('the account name is typed, without regard to letter case; without one the address or the id', () => {
  const person = { id: 'i1', alias: 'Anna.Schmidt2', email: 'a@corp.example' }
  expect(isConfirmed(' anna.schmidt2 ', confirmationOf(person))).toBe(true)
  expect(isConfirmed('anna.schmidt', confirmationOf(person))).toBe(false)
  expect(isConfirmed('', confirmationOf(person))).toBe(false)
  expect(confirmationOf({ ...person, alias: null })).toBe('a@corp.example')
  expect(confirmationOf({ ...person, alias: null, email: null })).toBe('i1')
})

test('levels are read where a tenant keeps them, and unknown where it does not', () => {
  expect(levelsOf({ attributes: {} })).toBeNull()
  expect(levelsOf({ attributes: { capabilities: ['ORG_ADMIN', { name: 'X' }, 7] } })).toEqual(['ORG_ADMIN', 'X'])
  expect(levelsOf({ attributes: { authorities: 'HELPDESK, ORG_ADMIN' } })).toEqual(['HELPDESK', 'ORG_ADMIN'])
})

test('an ownership answer that is not understood is no permission to delete', () => {
  expect(ownershipCheck(readOwnership({ owned: [] })).state).toBe('unreadable')
  expect(ownershipCheck(readOwnership(null)).state).toBe('clear')
  expect(ownershipCheck(owning)).toEqual({ state: 'obstacle', count: 1 })
})

const checks: readonly Check[] = [
  { state: 'reading' },
  { state: 'unreadable' },
  { state: 'clear' },
  { state: 'obstacle', count: 1 },
  { state: 'obstacle', count: null },
]

test('a deletion goes ahead only when all three were read and stand in no way', () => {
  const allowed: DeletionChecks[] = []
  for (const ownership of checks)
    for (const reports of checks)
      for (const workItems of checks) {
        const some = { ownership, reports, workItems }
        if (mayDelete(some)) allowed.push(some)
      }
  expect(allowed).toEqual([{ ownership: { state: 'clear' }, reports: { state: 'clear' }, workItems: { state: 'clear' } }])
})

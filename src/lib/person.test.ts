import { expect, test } from 'vitest'
import { readIdentity } from '#contract/identity.ts'
import type { Identity } from '#contract/identity.ts'
import { mayBeInvited, namesakesIn, onlyMatch, personWarningOf, standingForInvitation, standingOf } from './person.ts'

function person(parts: Record<string, unknown>): Identity {
  const read = readIdentity({ id: 'i1', name: 'Anna Schmidt', ...parts })
  if (!read) throw new Error('not an identity')
  return read
}

test.each([
  [{ identityStatus: 'REGISTERED', lifecycleState: { stateName: 'active' } }, null, 'active'],
  [{ identityStatus: 'DISABLED', lifecycleState: { stateName: 'active' } }, 'inactive', 'disabled'],
  [{ identityStatus: 'terminated' }, 'inactive', 'terminated'],
  [{ identityStatus: 'ACTIVE', lifecycleState: { stateName: 'Inactive' } }, 'inactive', 'inactive'],
  [{ identityStatus: 'UNREGISTERED' }, 'unregistered', 'unregistered'],
  [{ identityStatus: 'NEVER_HEARD_OF', lifecycleState: { stateName: 'active' } }, null, 'never heard of'],
  [{}, null, ''],
] as const)('%j gives the warning %s', (parts, warning, standing) => {
  expect(personWarningOf(person(parts))).toBe(warning)
  expect(standingOf(person(parts))).toBe(standing)
})

test('namesakes are found whatever the letter case and blanks; people without a name are nobody’s', () => {
  const people = [
    { id: 'a', name: 'Anna Schmidt' },
    { id: 'b', name: ' anna  schmidt' },
    { id: 'c', name: 'Ana Schmidt' },
    { id: 'd', name: null },
    { id: 'e', name: null },
  ]
  expect([...namesakesIn(people)]).toEqual(['a', 'b'])
})

test('nobody is chosen between two', () => {
  expect(onlyMatch(['a'])).toBe('a')
  expect(onlyMatch(['a', 'b'])).toBeNull()
  expect(onlyMatch([])).toBeNull()
  expect(onlyMatch(null)).toBeNull()
})

test.each([
  ['PENDING', 'unregistered', true],
  ['LOCKED', 'registered', false],
  ['DEACTIVATED', 'inactive', false],
  ['HIBERNATING', null, true],
  [null, null, true],
] as const)('for an invitation %s counts as %s', (identityStatus, standing, isOpen) => {
  expect(standingForInvitation(person({ identityStatus }))).toBe(standing)
  expect(mayBeInvited(person({ identityStatus }))).toBe(isOpen)
})

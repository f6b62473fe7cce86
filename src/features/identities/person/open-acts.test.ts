import { expect, test } from 'vitest'
import { KnownPeople } from '#src/lib/intake/known-people.ts'
import { peopleOfIds, personRows } from '#src/lib/intake/people-list.ts'
import { person } from '#src/lib/intake/testing/people.ts'
import { judge, noChoices } from '#src/lib/intake/verdicts.ts'
import { openActs } from './open-acts.ts'

const statuses = [
  'UNREGISTERED',
  'PENDING',
  'REGISTERED',
  'ACTIVE',
  'WARNING',
  'LOCKED',
  'ERROR',
  'DISABLED',
  'DEACTIVATED',
  'TERMINATED',
  'HIBERNATING',
  '',
]

test.each(statuses)('whoever is %j can be invited from their page exactly when a list would invite them', (status) => {
  const someone = person({ id: 'x', status })
  const known = new KnownPeople()
  known.add('id', ['x'], [someone])
  const [row] = judge(personRows(peopleOfIds(['x'])), known, 'invite', noChoices)
  expect(openActs(someone).invite).toBe(row?.verdict.kind === 'ready')
})

test.each([
  ['UNREGISTERED', { invite: true, help: false, standing: 'unregistered' }],
  ['REGISTERED', { invite: false, help: true, standing: 'registered' }],
  ['TERMINATED', { invite: false, help: false, standing: 'inactive' }],
  ['HIBERNATING', { invite: true, help: true, standing: null }],
])('somebody who is %s has the acts open that fit', (status, open) => {
  expect(openActs(person({ id: 'x', status }))).toEqual(open)
})

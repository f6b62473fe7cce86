import { expect, test } from 'vitest'
import { seenPerson } from '../seen.ts'
import { runOfPeople, runOfUninvited } from './chunk-run.ts'
import { person } from './testing/people.ts'

const moment = { now: 5_000, readAt: 2_000, holdMs: 15_000 }
const crowd = Array.from({ length: 600 }, (_, index) => seenPerson(person({ id: `i${index}` })))

test('600 people are three chunks, everybody once and in order, each body naming whom its entry shows', () => {
  const { entries, holdMs } = runOfPeople('process', crowd, moment)
  expect(holdMs).toBe(15_000)
  expect(entries.map((entry) => ('people' in entry.seen ? entry.seen.people.length : null))).toEqual([250, 250, 100])
  expect(entries.flatMap((entry) => ('people' in entry.seen ? entry.seen.people : []))).toEqual(crowd)
  for (const entry of entries) {
    const ids = 'people' in entry.seen ? entry.seen.people.map(({ id }) => id) : []
    expect(entry).toMatchObject({ operation: 'startIdentityProcessing', body: { identityIds: ids }, seen: { ageMs: 3_000 } })
  }
})

test('an invitation names its people, and never everyone', () => {
  const [entry] = runOfPeople('invite', crowd.slice(0, 1), moment).entries
  expect(entry).toMatchObject({ operation: 'startIdentitiesInvite', body: { ids: ['i0'], uninvited: false } })
})

test('everyone uninvited names nobody, and keeps the number that was typed', () => {
  expect(runOfUninvited(312, moment).entries).toEqual([
    { operation: 'startIdentitiesInvite', body: { uninvited: true }, seen: { ageMs: 3_000, people: [], count: 312 } },
  ])
})

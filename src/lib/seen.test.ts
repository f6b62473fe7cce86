import { expect, test } from 'vitest'
import { person } from './intake/testing/people.ts'
import { seenAge, seenPerson } from './seen.ts'

test('a person is kept as they were seen, within what a receipt takes', () => {
  const long = person({ id: 'x', name: 'n'.repeat(2000), status: 'S'.repeat(100) })
  const seen = seenPerson(long, { isProtected: true, levels: ['y'.repeat(200)] })
  expect(seen).toMatchObject({ id: 'x', name: 'n'.repeat(1000), status: 'S'.repeat(64), managerName: null, isProtected: true })
  expect(seen.levels).toEqual(['y'.repeat(128)])
})

test('what is not known is left out', () => {
  for (const known of [{}, { isProtected: undefined, levels: null }])
    expect(Object.keys(seenPerson(person({ id: 'x' }), known))).not.toEqual(expect.arrayContaining(['levels']))
  expect(Object.keys(seenPerson(person({ id: 'x' })))).not.toContain('isProtected')
})

test('an age is whole ms, never below nothing and never above a week', () => {
  expect([seenAge(1000, 5500.4), seenAge(5000, 1000), seenAge(0, 10 ** 12)]).toEqual([4500, 0, 604_800_000])
})

import { expect, test } from 'vitest'
import { OwnPace } from './own-pace.ts'

/** Answers to synchronisations as [person, status, ms], and whether each held everybody back. */
test.each<[string, [person: string, status: number, at: number][], boolean[]]>([
  ['one person, refused', [['a', 429, 0]], [false]],
  [
    'the same person again',
    [
      ['a', 429, 0],
      ['a', 429, 5_000],
    ],
    [false, false],
  ],
  [
    'another right after',
    [
      ['a', 429, 0],
      ['b', 429, 5_000],
    ],
    [false, true],
  ],
  [
    'another, a success between',
    [
      ['a', 429, 0],
      ['c', 202, 1_000],
      ['b', 429, 5_000],
    ],
    [false, true, false],
  ],
  [
    'another, much later',
    [
      ['a', 429, 0],
      ['b', 429, 10_000],
    ],
    [false, false],
  ],
])('D10 %s', (_, answers, expected) => {
  const pace = new OwnPace()
  const held = answers.map(([identityId, status, at]) =>
    pace.holdsEverybody('synchronizeAttributesForIdentity', { identityId }, status, at),
  )
  expect(held).toEqual(expected)
})

test('D10 a 429 to anything else holds everybody', () => {
  const pace = new OwnPace()
  expect(pace.holdsEverybody('resetIdentity', { id: 'a' }, 429, 0)).toBe(true)
  expect(pace.holdsEverybody('getIdentity', { id: 'a' }, 429, 1)).toBe(true)
})

import { expect, test } from 'vitest'
import { initialsOf } from './initials.ts'

test.each([
  ['Anna Schmidt', 'AS'],
  ['anna.schmidt', 'AS'],
  ['Maria del Carmen López-Ruiz', 'MR'],
  ['Åsa', 'Å'],
  ['𝒜nna (Ops)', '𝒜O'],
  ['3rd-party', '3P'],
  ['', ''],
  [' - ', ''],
])('the initials of “%s” are “%s”', (name, initials) => {
  expect(initialsOf(name)).toBe(initials)
})

test.each([
  ['\u202Eanna \u2067schmidt', 'AS'],
  ['\u200B\u200F \u0000', ''],
  ['<img src=x>', 'IS'],
])('W3 nothing unseen or turning is an initial: %j', (name, initials) => {
  expect(initialsOf(name)).toBe(initials)
})

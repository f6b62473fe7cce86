import { expect, test } from 'vitest'
import { runOfPeople, runOfUninvited } from './chunk-run.ts'
import { seenPerson } from '../seen.ts'
import { isHandedOver } from './handed-over.ts'
import { newIntake, readIntake, runIdFor, withStored, withTry, writeIntake } from './kept-intake.ts'
import type { SentList } from './kept-intake.ts'
import { readPeople } from './people-list.ts'
import { person } from './testing/people.ts'

const moment = { now: 2, readAt: 1, holdMs: 0 }
const people = (...ids: string[]) => ids.map((id) => seenPerson(person({ id })))
const lines = (runId: string, ...ids: string[]): SentList => ({
  runId,
  sent: new Map(ids.map((id, index) => [id, index + 2])),
  left: new Map(),
})
const kept = newIntake(readPeople('alias\nann\nbob\n'))

test('a waiting handover stands for everybody it is about, in any of its requests, and for no other errand', () => {
  const many = Array.from({ length: 300 }, (_, index) => `p${index}`)
  const waiting = [runOfPeople('invite', people(...many), moment)]
  expect(isHandedOver(waiting, 'invite', people('x', 'p299'))).toBe(true)
  expect(isHandedOver(waiting, 'invite', people('x'))).toBe(false)
  expect(isHandedOver(waiting, 'process', people('p299'))).toBe(false)
  expect(isHandedOver([], 'invite', people('p1'))).toBe(false)
})

test('everyone uninvited may be anybody', () => {
  const one = [runOfPeople('invite', people('p1'), moment)]
  const all = [runOfUninvited(12, moment)]
  expect(isHandedOver(one, 'invite', 'everyone')).toBe(true)
  expect(isHandedOver(all, 'invite', people('p2'))).toBe(true)
  expect(isHandedOver(all, 'invite', 'everyone')).toBe(true)
  expect(isHandedOver([runOfPeople('process', people('p1'), moment)], 'invite', 'everyone')).toBe(false)
})

test('a list keeps the run id it was first tried with, over a reload and with other people chosen', () => {
  expect(runIdFor(kept, () => 'r1')).toBe('r1')
  const tried = withTry(kept, lines('r1', 'a', 'b'))
  const loaded = readIntake(writeIntake(tried))
  expect(loaded).toEqual(tried)
  expect(runIdFor(loaded ?? kept, () => 'r2')).toBe('r1')
  expect(withTry(tried, lines('r1', 'b', 'a')).tries).toHaveLength(1)
  expect(runIdFor(withTry(tried, lines('r1', 'a')), () => 'r2')).toBe('r1')
})

test('of several tries the one whose people the run has is what was sent', () => {
  const tried = withTry(withTry(kept, lines('r1', 'a')), lines('r1', 'a', 'b'))
  expect(withStored(tried, ['a']).sent?.sent.size).toBe(1)
  expect(withStored(tried, ['b', 'a']).sent?.sent.size).toBe(2)
  expect(withStored(tried, ['odd']).sent?.runId).toBe('r1')
  expect(withStored(tried, ['a']).tries).toEqual([])
})

import { expect, test } from 'vitest'
import { seenPerson } from '../seen.ts'
import type { KeptIntake } from './kept-intake.ts'
import { readIntake, writeIntake } from './kept-intake.ts'
import { readPeople } from './people-list.ts'
import {
  chunksInDoubt,
  chunksToRetry,
  countPeople,
  peopleOfChunk,
  standingOfChunk,
  unsentRows,
  wasSentAgain,
} from './run-outcome.ts'
import type { Chunk } from './run-outcome.ts'
import { person } from './testing/people.ts'

const chunk = (runId: string, position: number, state: Chunk['state'], ids: readonly string[]): Chunk => ({
  runId,
  position,
  state,
  task: null,
  seen: { ageMs: 0, people: ids.map((id) => seenPerson(person({ id }))) },
})

const kept: KeptIntake = {
  list: readPeople('alias,site\nann,Lund\nbob,Kiel\ncyd,Ulm\ndan,Graz\n'),
  file: { name: 'new joiners.csv', encoding: 'utf-16le' },
  choices: { people: new Map([[3, 'b']]), skipped: new Set([9]) },
  tries: [],
  sent: {
    runId: 'r1',
    sent: new Map([
      ['a', 2],
      ['b', 3],
      ['c', 4],
    ]),
    left: new Map([[5, 'Not found']]),
  },
}
const reasonOf = (standing: string) => `because ${standing}`

test('what is left over is what was not sent and what was not accepted, as it came', () => {
  const chunks = [chunk('r1', 0, 'done', ['a']), chunk('r1', 1, 'refused', ['b']), chunk('r1', 2, 'cancelled', ['c'])]
  const { list, rows } = unsentRows(kept, chunks, reasonOf)
  expect(list.header).toEqual(['alias', 'site'])
  expect(rows.map(({ row, reason }) => [...row.cells, reason])).toEqual([
    ['bob', 'Kiel', 'because refused'],
    ['cyd', 'Ulm', 'because cancelled'],
    ['dan', 'Graz', 'Not found'],
  ])
})

test('people sent again are told by their later request', () => {
  const chunks = [chunk('r1', 0, 'done', ['a']), chunk('r1', 1, 'refused', ['b']), chunk('r2', 0, 'done', ['b'])]
  expect(chunks.map((each) => wasSentAgain(each, chunks))).toEqual([false, true, false])
  expect(chunksToRetry(chunks)).toEqual([])
  expect(unsentRows(kept, chunks, reasonOf).rows.map(({ row }) => row.cells[0])).toEqual(['dan'])
})

test('only what was provably not carried out can be sent again', () => {
  const chunks = (
    ['held', 'queued', 'sending', 'verifying', 'needs-you', 'done', 'refused', 'conflict', 'cancelled', 'dismissed'] as const
  ).map((state, index) => chunk('r1', index, state, [`p${index}`]))
  expect(chunksToRetry(chunks).map(({ state }) => state)).toEqual(['refused', 'conflict', 'cancelled'])
})

const failedTask = {
  id: 't',
  state: 'error' as const,
  status: 'TERMINATED',
  percent: 100,
  progress: null,
  messages: [],
  figures: { sent: 200 },
  waiting: null,
  startedAt: '2026-03-04T09:15:27.418Z',
  checkedAt: null,
  endedAt: null,
}

test('a task that failed is no success, and may have been carried out in part: its people go again only after a look', () => {
  expect(standingOfChunk({ state: 'done', task: failedTask })).toBe('unknown')
  expect(standingOfChunk({ state: 'done', task: { ...failedTask, state: 'warning' } })).toBe('accepted')
  const ended = { ...chunk('r1', 0, 'done', ['a']), task: failedTask }
  const refused = chunk('r1', 1, 'refused', ['b'])
  expect(chunksToRetry([ended, refused])).toEqual([refused])
  expect(chunksInDoubt([ended, refused])).toEqual([{ chunk: ended, doubt: ended }])
  expect(chunksInDoubt([ended, refused, chunk('r2', 0, 'done', ['a'])])).toEqual([])
  expect(chunksInDoubt([{ ...chunk('r1', 0, 'done', []), task: failedTask }])).toEqual([])
})

test('what a failed task may have done stays in doubt when a second try was taken back or refused', () => {
  const ended = { ...chunk('r1', 0, 'done', ['a', 'b']), task: failedTask }
  for (const state of ['cancelled', 'refused', 'conflict'] as const) {
    const second = chunk('r2', 0, state, ['a', 'b'])
    const chunks = [ended, second]
    expect(chunksToRetry(chunks)).toEqual([])
    expect(chunksInDoubt(chunks)).toEqual([{ chunk: second, doubt: ended }])
    expect(countPeople([...chunks, chunk('r2', 1, state, ['c'])])).toEqual({ total: 3, accepted: 0, failed: 1, inDoubt: 2 })
    expect(unsentRows(null, chunks, reasonOf).rows.map(({ reason }) => reason)).toEqual(['because unknown', 'because unknown'])
  }
})

test('without the list the people of a run are handed back with columns that load again', () => {
  const { list, rows } = unsentRows(null, [chunk('r9', 0, 'refused', ['a'])], reasonOf)
  expect(list.roles).toEqual(['id', 'name', 'alias', 'email'])
  expect(rows.map(({ row }) => row.cells)).toEqual([['a', 'Name a', 'alias.a', 'a@x.example']])
})

test('everyone uninvited counts as the number that was said', () => {
  expect(peopleOfChunk({ seen: { ageMs: 0, people: [], count: 312 } })).toBe(312)
})

test('what a tab keeps comes back as it was, and oddities come back as nothing', () => {
  expect(readIntake(writeIntake(kept))).toEqual(kept)
  expect(readIntake(writeIntake({ ...kept, file: null, sent: null }))).toEqual({ ...kept, file: null, sent: null })
  for (const text of [null, '', 'x', '[]', '{"rows":[]}', '{"rows":[{"line":"x"}]}']) expect(readIntake(text)).toBeNull()
})

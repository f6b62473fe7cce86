import { expect, test } from 'vitest'
import { arrange, createCollection, mergeReading } from './list-merge.ts'
import type { ListReading, ListView } from './list-merge.ts'

interface Thing {
  readonly id: string
  readonly at: number
  readonly isOpen: boolean
}

const rules = {
  idOf: ({ id }: Thing) => id,
  isOnList: ({ isOpen }: Thing) => isOpen,
  momentOf: ({ at }: Thing) => at,
}
const thing = (id: string, at: number, isOpen = true): Thing => ({ id, at, isOpen })
const reading = (items: readonly Thing[], more: Partial<ListReading<Thing>> = {}): ListReading<Thing> => ({
  items,
  total: items.length,
  isComplete: true,
  ...more,
})
const ids = (view: ListView<Thing>) => view.rows.map(({ item, isGone }) => (isGone ? `(${item.id})` : item.id))

const first = arrange(reading([thing('a', 1), thing('b', 2), thing('c', 3)]), rules)

test('a fresh arrangement is sorted and leaves out what does not belong', () => {
  expect(ids(first)).toEqual(['c', 'b', 'a'])
  expect(ids(arrange(reading([thing('a', 1, false), thing('b', 2)]), rules))).toEqual(['b'])
})

test('what has no date comes last, and the id settles ties', () => {
  const things = [thing('d', Number.NaN), thing('b', 1), thing('c', Number.NaN), thing('a', 1), thing('e', 2)]
  expect(ids(arrange(reading(things), rules))).toEqual(['e', 'a', 'b', 'c', 'd'])
})

test('new arrivals wait and move nothing', () => {
  const view = mergeReading(first, reading([thing('a', 1), thing('b', 2), thing('c', 3), thing('d', 9)]), rules, false)
  expect(ids(view)).toEqual(['c', 'b', 'a'])
  expect(view.arrivals.map(({ id }) => id)).toEqual(['d'])
})

test('a row about which nothing is new stays the object it was', () => {
  const same = first.rows.map(({ item }) => item)
  const view = mergeReading(first, reading([...same, thing('d', 9)]), rules, true)
  expect(view.rows.slice(0, 3).every((row, index) => row === first.rows[index])).toBe(true)
})

test('what a whole reading lacks becomes a tombstone in its place', () => {
  const view = mergeReading(first, reading([thing('a', 1), thing('c', 3)]), rules, false)
  expect(ids(view)).toEqual(['c', '(b)', 'a'])
  expect(view.goneCount).toBe(1)
})

test('an item that is read as closed becomes a tombstone with its newer content', () => {
  const view = mergeReading(first, reading([thing('a', 1), thing('b', 2, false), thing('c', 3)]), rules, false)
  expect(ids(view)).toEqual(['c', '(b)', 'a'])
})

test('a tombstone whose item is open again lives', () => {
  const gone = mergeReading(first, reading([thing('a', 1), thing('c', 3)]), rules, false)
  expect(ids(mergeReading(gone, reading([thing('a', 1), thing('b', 2), thing('c', 3)]), rules, false))).toEqual(['c', 'b', 'a'])
})

test('absence proves nothing while the reading is not whole or is short of the count', () => {
  expect(ids(mergeReading(first, reading([thing('c', 3)], { isComplete: false, total: 3 }), rules, false))).toEqual([
    'c',
    'b',
    'a',
  ])
  expect(ids(mergeReading(first, reading([thing('a', 1), thing('c', 3)], { total: 3 }), rules, false))).toEqual(['c', 'b', 'a'])
})

test('while the first reading streams, what comes goes to the end', () => {
  const view = mergeReading(
    first,
    reading([thing('a', 1), thing('b', 2), thing('c', 3), thing('y', 8), thing('z', 9)]),
    rules,
    true,
  )
  expect(ids(view)).toEqual(['c', 'b', 'a', 'z', 'y'])
  expect(view.arrivals).toEqual([])
})

test('a page that repeats ids adds only what is new and takes the newer content', () => {
  const collected = createCollection(({ id }: Thing) => id)
  collected.add([thing('a', 1), thing('b', 2)])
  collected.add([thing('b', 20), thing('c', 3)])
  expect(collected.size()).toBe(3)
  expect(collected.items()).toEqual([thing('a', 1), thing('b', 20), thing('c', 3)])
})

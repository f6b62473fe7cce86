import { expect, test } from 'vitest'
import { add, extendTo, nothingSelected, remove, toggle } from './selection.ts'

const order = ['a', 'b', 'c', 'd', 'e']

test('one is chosen, and let go again', () => {
  const chosen = toggle(nothingSelected, 'b')
  expect([...chosen.ids]).toEqual(['b'])
  expect([...toggle(chosen, 'b').ids]).toEqual([])
})

test('a range goes from the one chosen last, in either direction, and adds to what is there', () => {
  const chosen = toggle(toggle(nothingSelected, 'a'), 'd')
  expect([...extendTo(chosen, 'b', order).ids].toSorted()).toEqual(['a', 'b', 'c', 'd'])
  expect([...extendTo(chosen, 'e', order).ids].toSorted()).toEqual(['a', 'd', 'e'])
})

test('a range without a start, or from one that is not listed, is the one alone', () => {
  expect([...extendTo(nothingSelected, 'c', order).ids]).toEqual(['c'])
  expect([...extendTo(toggle(nothingSelected, 'gone'), 'c', order).ids]).toEqual(['gone', 'c'])
  expect(extendTo(nothingSelected, 'gone', order)).toBe(nothingSelected)
})

test('what was chosen stays what it was: a longer list changes nothing', () => {
  const all = add(nothingSelected, order)
  expect([...all.ids]).toEqual(order)
  expect([...remove(all, ['a', 'b']).ids]).toEqual(['c', 'd', 'e'])
})

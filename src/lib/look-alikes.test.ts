import { expect, test } from 'vitest'
import { looksLike, nameStarts } from './look-alikes.ts'

const anna = { id: '1', name: 'Anna Schmidt' }
const named = (...names: string[]) => names.map((name, index) => ({ id: String(index + 10), name }))

test('namesakes come first, then names a letter or two away; the person is not their own look-alike', () => {
  const others = [anna, ...named('Anna Schmitt', 'Ana Schmidt', 'ANNA  schmidt', 'Anna Schneider', 'Andreas Scholz')]
  expect(looksLike(anna, others).map(({ name }) => name)).toEqual(['ANNA  schmidt', 'Ana Schmidt', 'Anna Schmitt'])
})

test('what reads alike on a screen counts: rn and m, accents', () => {
  expect(looksLike({ id: '1', name: 'Jon Burns' }, named('Jon Bums'))).toHaveLength(1)
  expect(looksLike({ id: '1', name: 'Chloé Lefèvre' }, named('Chloe Lefevre'))).toHaveLength(1)
})

test('somebody without a name looks like nobody', () => {
  expect(looksLike({ id: '1', name: null }, named('Anna Schmidt'))).toEqual([])
  expect(looksLike({ id: '1', name: ' ' }, [{ id: '2', name: null }])).toEqual([])
})

test('at most five are named', () => {
  expect(looksLike(anna, named(...Array.from({ length: 9 }, () => 'Anna Schmidt')))).toHaveLength(5)
})

test.each([
  ['Anna Schmidt', { first: 'An', last: 'Sc' }],
  ['Anna Maria Schmidt', { first: 'An', last: 'Sc' }],
  ['Étienne Ó Briain', { first: 'Ét', last: 'Br' }],
  ['Cher', null],
  [null, null],
])('the tenant is asked by the beginnings of %s', (name, starts) => {
  expect(nameStarts(name)).toEqual(starts)
})

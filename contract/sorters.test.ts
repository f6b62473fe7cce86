import { expect, test } from 'vitest'
import identities from './generated/identities.json' with { type: 'json' }
import { formatSorters, identitySorterFields, parseSorters } from './sorters.ts'

test('fields are read in order, a minus means descending', () => {
  expect(parseSorters('name,-cloudStatus')).toEqual({
    ok: true,
    sorters: [
      { field: 'name', descending: false },
      { field: 'cloudStatus', descending: true },
    ],
  })
})

test.each([
  ['', 0],
  ['name,', 5],
  ['name,,alias', 5],
  ['-', 0],
  ['--name', 0],
  ['name, alias', 5],
  ['name desc', 0],
  ['name,-name', 5],
  ['+name', 0],
])('%j is refused at %i', (text, position) => {
  expect(parseSorters(text)).toMatchObject({ ok: false, error: { position } })
})

test('what is written is read back', () => {
  const sorters = [
    { field: 'alias', descending: true },
    { field: 'name', descending: false },
  ] as const
  expect(formatSorters(sorters)).toBe('-alias,name')
  expect(parseSorters(formatSorters(sorters))).toEqual({ ok: true, sorters })
})

test('the fields are those of the document', () => {
  const parameter = identities.paths['/identities'].get.parameters.find((entry) => 'name' in entry && entry.name === 'sorters')
  expect(parameter).toMatchObject({ 'x-countersign-sorters': identitySorterFields })
})

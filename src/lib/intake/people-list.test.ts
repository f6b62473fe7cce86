import { expect, test } from 'vitest'
import { peopleOfIds, personRows, readPeople } from './people-list.ts'

const keysIn = (text: string) => personRows(readPeople(text)).map(({ keys }) => keys)

test('reads a table, rows by their line in the file', () => {
  const list = readPeople('Name;E-Mail;Site\r\nJürgen Weiß;juergen@x.example;Lund\r\n\r\nZoë;;Kiel\r\n')
  expect(list.header).toEqual(['Name', 'E-Mail', 'Site'])
  expect(personRows(list).map(({ line, keys }) => [line, keys])).toEqual([
    [2, { name: 'Jürgen Weiß', email: 'juergen@x.example' }],
    [4, { name: 'Zoë' }],
  ])
})

test.each([
  ['one address a line', 'a@x.example\nb@x.example\n'],
  ["a mail program's line", 'Ada Doe <a@x.example>; Roe, Bea <b@x.example>'.replace('Roe, ', '')],
  ['addresses side by side', 'a@x.example, b@x.example'],
  ['with empty places', 'a@x.example;;\nb@x.example;;'],
])('reads a pasted list: %s', (_, text) => {
  expect(keysIn(text)).toEqual([{ email: 'a@x.example' }, { email: 'b@x.example' }])
})

test('first and last name are a name', () => {
  expect(keysIn('Vorname\tNachname\nAda\tLovelace\n')).toEqual([{ name: 'Ada Lovelace' }])
})

test('an id is read with and without dashes, in any case', () => {
  const plain = '9a1d3c5e7b90426f8d1c2e3f4a5b6c7d'
  expect(keysIn(`id\n${plain}\n9A1D3C5E-7B90-426F-8D1C-2E3F4A5B6C7D\n`)).toEqual([{ id: plain }, { id: plain }])
})

test('what cannot be asked for is not: controls, broken characters, texts longer than any name', () => {
  expect(keysIn(`alias,email\n"a\u0007b\nc",x@\ud800y\n${'z'.repeat(300)},mailto:m@x\n`)).toEqual([
    { alias: 'a b c', email: 'x@ y' },
    { email: 'm@x' },
  ])
})

test('guards against formulas are taken off', () => {
  expect(keysIn(`"alias","reason"\r\n"'=ada","not found"\r\n`)).toEqual([{ alias: '=ada' }])
})

test('a selection is a list too', () => {
  expect(personRows(peopleOfIds(['a', 'b'])).map(({ line, keys }) => [line, keys])).toEqual([
    [1, { id: 'a' }],
    [2, { id: 'b' }],
  ])
})

test('nothing is an empty list', () => {
  expect(readPeople(' \n,,\n\n').rows).toEqual([])
})

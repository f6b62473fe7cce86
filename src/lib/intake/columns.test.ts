import { expect, test } from 'vitest'
import { findColumns } from './columns.ts'

const id = (digit: string) => digit.repeat(32)

test.each([
  [
    'any order',
    ['Department', 'E-Mail', 'User name', 'Display Name'],
    ['Ops', 'a@x', 'a.a', 'A A'],
    ['ignored', 'email', 'alias', 'name'],
  ],
  ['German words', ['Nachname', 'Vorname', 'E-Mail-Adresse'], ['Weiß', 'Jo', 'jo@x'], ['lastname', 'firstname', 'email']],
  ['ids', ['Identity ID', 'reason'], [id('a'), 'no mail'], ['id', 'ignored']],
  ['blanks, case and signs aside', ['  E_MAIL address ', 'sAMAccountName'], ['a@x', 'a'], ['email', 'alias']],
  ['two addresses: the better word', ['Mail', 'Work e-mail', 'Email'], ['a@x', 'b@x', 'c@x'], ['ignored', 'ignored', 'email']],
  ['account names that are addresses', ['Username'], ['a@x'], ['email']],
  ['an address beats account names that are addresses', ['UserID', 'Mail'], ['a@x', 'b@x'], ['ignored', 'email']],
  ['numbers of their own under ID', ['ID', 'Email'], ['4711', 'a@x'], ['ignored', 'email']],
] as const)('reads the header: %s', (_, header, row, roles) => {
  expect(findColumns([[...header], [...row], [...row]])).toEqual({ header, roles })
})

test.each([
  ['addresses', [['a@x'], ['b@x']], ['email']],
  [
    'ids with more beside them',
    [
      [id('1'), 'Ops'],
      [id('2'), 'Ops'],
    ],
    ['id', 'ignored'],
  ],
  ['names', [['Ada Lovelace'], ['Grace Hopper']], ['name']],
  ['account names', [['ada.lovelace'], ['grace.hopper']], ['alias']],
  ['numbers', [['1'], ['2']], ['ignored']],
] as const)('reads the content where there is no header: %s', (_, lines, roles) => {
  expect(findColumns(lines)).toEqual({ header: null, roles })
})

test('words nobody knows above addresses are still a header', () => {
  const { header, roles } = findColumns([
    ['Who', 'Postbox'],
    ['Ada', 'a@x'],
    ['Bea', 'b@x'],
  ])
  expect(header).toEqual(['Who', 'Postbox'])
  expect(roles).toEqual(['ignored', 'email'])
})

test('nothing at all has no columns', () => {
  expect(findColumns([])).toEqual({ header: null, roles: [] })
})

import { expect, test } from 'vitest'
import { formatFilter } from '#contract/filter-builder.ts'
import { readIdentities } from '#contract/identity.ts'
import { KnownPeople } from './intake/known-people.ts'
import { lookUp } from './intake/preflight.ts'
import { tenantOf } from './intake/testing/people.ts'
import { foundOf, namingOf, readPastedPeople } from './pasted-people.ts'

const id = (digit: string) => digit.repeat(32)
const people = readIdentities([
  { id: id('1'), name: 'Anna Schmidt', alias: 'anna.schmidt', emailAddress: 'anna@corp.example' },
  { id: id('2'), name: 'Ben Desk', alias: 'ben.desk', emailAddress: 'desk@corp.example' },
  { id: id('3'), name: 'Cleo Desk', alias: 'cleo.desk', emailAddress: 'Desk@corp.example' },
  { id: id('4'), name: 'Dan Doe', alias: 'doe', emailAddress: null, attributes: { email: 'Dan@corp.example' } },
  { id: id('5'), name: 'Eve Doe', alias: 'Doe', emailAddress: null },
])

/** What becomes of a pasted text, and what the tenant is asked for it. */
async function found(text: string) {
  const sought = readPastedPeople(text)
  const known = new KnownPeople()
  const tenant = tenantOf(people)
  const signal = new AbortController().signal
  await lookUp({ rows: sought.map(namingOf), purpose: 'find', known, ask: tenant.ask, signal, onProgress: () => undefined })
  return { ...foundOf(sought, known), asked: tenant.asked.map(formatFilter) }
}

test('ids, addresses and account names are told apart, however they were pasted', () => {
  const pasted = `${id('A')}, "Anna Schmidt" <anna@corp.example>; 'ben.desk'\r\n\r\nDESK@corp.example\tdesk@corp.example.`
  expect(readPastedPeople(pasted)).toMatchObject([
    { kind: 'id', text: id('A') },
    { kind: 'email', text: 'anna@corp.example' },
    { kind: 'alias', text: 'ben.desk' },
    { kind: 'email', text: 'DESK@corp.example' },
  ])
})

test('an id may have dashes and is the same without, and blank or endless text is no entry', () => {
  const dashed = 'a3d6b1f0-6c0e-4a57-9d35-1f2b7c8e9d40'
  expect(readPastedPeople(`${dashed} ${dashed.replaceAll('-', '')}`)).toEqual([
    { kind: 'id', text: dashed, value: dashed.replaceAll('-', '') },
  ])
  expect(readPastedPeople(` ;, \n ${'x'.repeat(300)} <> `)).toEqual([])
})

test('an id with dashes is found', async () => {
  const one = '1'.repeat(8)
  expect((await found(`${one}-${one.slice(4)}-${one.slice(4)}-${one.slice(4)}-${one}1111`)).people).toEqual(people.slice(0, 1))
})

test('a long list is asked in pieces, with what was pasted quoted', async () => {
  const many = Array.from({ length: 430 }, (_, index) => index.toString(16).padStart(32, '0')).join('\n')
  const { asked } = await found(`${many}\na"b@corp.example`)
  expect(asked).toHaveLength(4)
  expect(asked[0]).toMatch(/^id in \("0{32}","/)
  expect(asked.at(-1)).toBe(String.raw`email eq "a\"b@corp.example"`)
})

test('everybody is told once; nobody and several are told as such', async () => {
  const {
    people: all,
    missing,
    several,
  } = await found(`${id('9')} anna@CORP.example desk@corp.example ANNA.schmidt nobody@corp.example`)
  expect(all.map(({ name }) => name)).toEqual(['Anna Schmidt', 'Ben Desk', 'Cleo Desk'])
  expect(missing.map(({ text }) => text)).toEqual([id('9'), 'nobody@corp.example'])
  expect(several).toMatchObject([{ sought: { text: 'desk@corp.example' }, count: 2 }])
})

test('namesakes are all found, also when one of them is known already, and so is an address among the attributes', async () => {
  const { people: all, missing, several } = await found(`${id('4')} doe dan@corp.example`)
  expect(all.map(({ name }) => name)).toEqual(['Dan Doe', 'Eve Doe'])
  expect([missing, several.map(({ count }) => count)]).toEqual([[], [2]])
})

import { expect, test } from 'vitest'
import { readIdentities } from '#contract/identity.ts'
import { matchPeople, questionsFor, readPastedPeople } from './pasted-people.ts'

const id = (digit: string) => digit.repeat(32)
const people = readIdentities([
  { id: id('1'), name: 'Anna Schmidt', alias: 'anna.schmidt', emailAddress: 'anna@corp.example' },
  { id: id('2'), name: 'Ben Desk', alias: 'ben.desk', emailAddress: 'desk@corp.example' },
  { id: id('3'), name: 'Cleo Desk', alias: 'cleo.desk', emailAddress: 'Desk@corp.example' },
])

test('ids, addresses and account names are told apart, however they were pasted', () => {
  const pasted = `${id('A')}, "Anna Schmidt" <anna@corp.example>; 'ben.desk'\r\n\r\nDESK@corp.example\tdesk@corp.example.`
  expect(readPastedPeople(pasted)).toEqual([
    { kind: 'id', text: id('A') },
    { kind: 'email', text: 'anna@corp.example' },
    { kind: 'alias', text: 'ben.desk' },
    { kind: 'email', text: 'DESK@corp.example' },
  ])
})

test('an id may have dashes, and blank or endless text is no entry', () => {
  expect(readPastedPeople('a3d6b1f0-6c0e-4a57-9d35-1f2b7c8e9d40')).toMatchObject([{ kind: 'id' }])
  expect(readPastedPeople(` ;, \n ${'x'.repeat(300)} <> `)).toEqual([])
})

test('a long list is asked in pieces, with what was pasted quoted', () => {
  const many = Array.from({ length: 230 }, (_, index) => index.toString(16).padStart(32, '0')).join('\n')
  const questions = questionsFor(readPastedPeople(`${many}\na"b@corp.example`))
  expect(questions).toHaveLength(4)
  expect(questions[0]).toMatch(/^id in \("0{32}","/)
  expect(questions.at(-1)).toBe(String.raw`email eq "a\"b@corp.example"`)
  expect(Math.max(...questions.map((question) => question.length))).toBeLessThan(6000)
})

test('everybody is told once; nobody and several are told as such', () => {
  const sought = readPastedPeople(`${id('9')} anna@CORP.example desk@corp.example ANNA.schmidt nobody@corp.example`)
  const found = matchPeople(sought, people)
  expect(found.people.map(({ name }) => name)).toEqual(['Anna Schmidt', 'Ben Desk', 'Cleo Desk'])
  expect(found.missing.map(({ text }) => text)).toEqual([id('9'), 'nobody@corp.example'])
  expect(found.several).toMatchObject([{ sought: { text: 'desk@corp.example' }, count: 2 }])
})

import { expect, test } from 'vitest'
import { planResend } from './resend.ts'

const expired = (id: string, status: string | null, email: string | null = `${id}@x.example`) => ({
  person: { id, name: id, alias: id, email, status },
})

test('only those who are still not registered are invited again', () => {
  const plan = planResend([
    expired('a', 'PENDING'),
    expired('b', 'REGISTERED'),
    expired('c', 'TERMINATED'),
    expired('d', 'UNREGISTERED'),
    expired('e', null),
  ])
  expect(plan.verdicts.map(({ kind, one }) => [kind, one.person.id])).toEqual([
    ['ready', 'a'],
    ['ready', 'd'],
    ['ready', 'e'],
  ])
  expect(plan.settled).toBe(2)
})

test('of those who share an address the first is invited, and who has none is named', () => {
  const { verdicts } = planResend([
    expired('a', 'PENDING', 'Desk@x.example'),
    expired('b', 'PENDING', 'desk@X.example'),
    expired('c', 'PENDING', null),
  ])
  expect(verdicts.map(({ kind }) => kind)).toEqual(['ready', 'shared', 'no-email'])
  expect(verdicts[1]).toMatchObject({ first: { id: 'a' } })
})

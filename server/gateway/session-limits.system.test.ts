import { afterEach, beforeEach, expect, test } from 'vitest'
import { parseProfile } from './session-profile.ts'
import { TooManySessions } from './sessions.ts'
import { TestDesk } from './testing/desk.ts'

let desk: TestDesk
beforeEach(async () => {
  desk = await TestDesk.start()
})
afterEach(() => desk.close())

const grant = () => ({ accessToken: 'a', refreshToken: null, expiresAt: Date.now() + 3_600_000, claims: {} })
const start = (userId: string) => desk.sessions.start({ tenantId: 'acme', userId }, parseProfile('{}'), grant())

test('S13 a person has twenty sessions; one more ends the one used longest ago', async () => {
  const first = await start('dana')
  for (let count = 1; count < 20; count++) {
    desk.pass(1000)
    await start('dana')
  }
  expect(await desk.sessions.find(first, true)).toBeDefined()
  await start('dana')
  expect(await desk.sessions.find(first, true)).toBeUndefined()
})

test('S13 the 2,001st session is refused, and an ended one makes room', async () => {
  const first = await start('person-0')
  for (let person = 1; person < 2000; person++) await start(`person-${person}`)
  await expect(start('one-more')).rejects.toThrow(TooManySessions)
  const session = await desk.sessions.find(first, true)
  await desk.sessions.end(session?.id ?? '')
  await start('one-more')
})

test('a session without a refresh token ends with its access token', async () => {
  const user = { tenantId: 'acme', userId: 'dana' }
  await desk.sessions.start(user, parseProfile('{}'), { ...grant(), expiresAt: Date.now() + 30_000 })
  expect(await desk.sessions.tokenFor(user)).toBe('a')
  desk.pass(30_001)
  expect(await desk.sessions.tokenFor(user)).toBeNull()
})

import { afterEach, beforeEach, expect, test } from 'vitest'
import { OWN, TestDesk } from './testing/desk.ts'
import type { TestBrowser } from './testing/desk.ts'

const USER = { tenantId: 'acme', userId: 'id-dana' }
const MINUTE = 60_000

let desk: TestDesk
let browser: TestBrowser
beforeEach(async () => {
  desk = await TestDesk.start()
  browser = desk.browser()
  await browser.signIn()
})
afterEach(() => desk.close())

const list = () => browser.read('/api/beta/work-items')

test('S4 a hundred parallel requests at expiry refresh once, twenty times over, and nobody is signed out', async () => {
  desk.tenant.refreshDelayMs = 5
  for (let round = 1; round <= 20; round++) {
    // 11 of 12 minutes: within the minute before expiry, and little enough for the session not to end by idleness.
    desk.pass(11.5 * MINUTE)
    const answers = await Promise.all(Array.from({ length: 100 }, list))
    expect(answers.filter((answer) => answer.status !== 200)).toEqual([])
    expect([desk.tenant.refreshes, desk.tenant.refreshRefusals]).toEqual([round, 0])
    // A session has 300 requests in 10 s; that limit is not what this is about.
    if (round % 2 === 0) await browser.signIn()
  }
})

test('S4 runs and reads share the one refresh', async () => {
  desk.tenant.refreshDelayMs = 5
  desk.pass(11.5 * MINUTE)
  const [read, first, second] = await Promise.all([list(), desk.sessions.tokenFor(USER), desk.sessions.tokenFor(USER)])
  expect(read.status).toBe(200)
  expect(first).toBe(second)
  expect(desk.tenant.refreshes).toBe(1)
})

test('S4 a second server on the same store waits for the first one’s refresh', async () => {
  desk.tenant.refreshDelayMs = 100
  desk.pass(11.5 * MINUTE)
  const other = desk.anotherServer()
  const tokens = await Promise.all([desk.sessions.tokenFor(USER), other.tokenFor(USER)])
  expect(tokens[0]).toBe(tokens[1])
  expect([desk.tenant.refreshes, desk.tenant.refreshRefusals]).toEqual([1, 0])
})

test('S4 a refused refresh ends the session', async () => {
  desk.tenant.tokenStatus = 400
  desk.pass(11.5 * MINUTE)
  expect((await list()).status).toBe(401)
  expect((await browser.read('/desk/session')).status).toBe(401)
  expect(await desk.sessions.tokenFor(USER)).toBeNull()
})

test('S4 a refresh that may have been carried out, but was not answered, ends the session', async () => {
  desk.tenant.tokenStatus = 503
  desk.pass(11.5 * MINUTE)
  expect((await list()).status).toBe(401)
  expect((await browser.read('/desk/session')).status).toBe(401)
})

test('S4 a refresh that was certainly not carried out leaves the session, and the token while it lasts', async () => {
  desk.tenant.tokenStatus = 429
  desk.pass(11.5 * MINUTE)
  expect((await list()).status).toBe(200)
  desk.pass(MINUTE)
  const unreachable = await list()
  expect([unreachable.status, JSON.parse(unreachable.body)]).toEqual([
    502,
    { code: 'tenant_unreachable', message: expect.any(String), sent: 'no' },
  ])
  desk.tenant.tokenStatus = 200
  expect((await list()).status).toBe(200)
})

test('S4 a token the tenant no longer takes is replaced once and the read repeated', async () => {
  desk.tenant.revokeAllAccess()
  expect((await list()).status).toBe(200)
  expect(desk.tenant.refreshes).toBe(1)
})

test('S4 a tenant that refuses the new token as well ends the session', async () => {
  desk.tenant.respond = (_request, response) => {
    response.writeHead(401, { 'content-type': 'application/json' }).end('{"error":"JWT is expired"}')
    return true
  }
  const answer = await list()
  expect([answer.status, JSON.parse(answer.body)]).toEqual([
    401,
    { code: 'not_signed_in', message: expect.any(String), sent: 'no' },
  ])
  expect(desk.tenant.refreshes).toBe(1)
  expect((await browser.read('/desk/session')).status).toBe(401)
})

test('S4 the runner’s rejected token is replaced once, also when it asks late', async () => {
  const rejected = (await desk.sessions.tokenFor(USER)) ?? ''
  const [one, two] = await Promise.all([desk.sessions.replace(USER, rejected), desk.sessions.replace(USER, rejected)])
  expect(one).toBe(two)
  expect(one).not.toBe(rejected)
  expect(await desk.sessions.replace(USER, rejected)).toBe(one)
  expect(desk.tenant.refreshes).toBe(1)
})

test('S4 tokens that arrive after signing out are not kept', async () => {
  desk.tenant.refreshDelayMs = 50
  desk.pass(11.5 * MINUTE)
  const waiting = desk.sessions.tokenFor(USER)
  await expect
    .poll(() => desk.store.selectFrom('session').select('refresh_lease_until').executeTakeFirst())
    .not.toEqual({
      refresh_lease_until: 0,
    })
  await desk.sessions.endAllOf(USER)
  expect(await waiting).toBeNull()
  expect(await desk.store.selectFrom('session').selectAll().execute()).toEqual([])
  await expect.poll(() => desk.tenant.revocations.length).toBe(2)
})

test('S6 thirty minutes without use end a session; polling is no use, a run is', async () => {
  const background = () => browser.ask('/desk/session', { headers: { ...OWN, 'x-background': '1' } })
  desk.pass(20 * MINUTE)
  expect((await background()).status).toBe(200)
  desk.pass(11 * MINUTE)
  expect((await background()).status).toBe(401)

  await browser.signIn()
  desk.pass(20 * MINUTE)
  expect(await desk.sessions.tokenFor(USER)).not.toBeNull()
  desk.pass(20 * MINUTE)
  expect((await background()).status).toBe(200)
  // Following a task looks on, and that is no use either.
  expect(await desk.sessions.tokenFor(USER, false)).not.toBeNull()
  desk.pass(11 * MINUTE)
  expect((await background()).status).toBe(401)
})

test('S6 twelve hours end a session however much it is used', async () => {
  for (let quarter = 0; quarter < 47; quarter++) {
    desk.pass(15 * MINUTE)
    expect((await browser.read('/desk/session')).status).toBe(200)
  }
  desk.pass(15 * MINUTE)
  expect((await browser.read('/desk/session')).status).toBe(401)
})

const end = (body: object) =>
  browser.ask('/desk/session/end', {
    method: 'POST',
    headers: { ...OWN, 'content-type': 'application/json' },
    body: JSON.stringify(body),
  })

test('S6 signing out kills the session here, forgets the refresh token there, and the old cookie is worth nothing', async () => {
  const cookie = browser.cookieHeader
  expect((await end({})).status).toBe(204)
  for (let replay = 0; replay < 20; replay++)
    expect((await desk.ask('/desk/session', { headers: { ...OWN, ...cookie } })).status).toBe(401)
  await expect.poll(() => desk.tenant.revocations).toEqual([expect.stringMatching(/^canary-refresh-/)])
})

test('S6 signing out everywhere ends the other browsers too, signing out here does not', async () => {
  const other = desk.browser()
  await other.signIn()
  const third = desk.browser()
  await third.signIn()
  expect((await end({})).status).toBe(204)
  expect((await other.read('/desk/session')).status).toBe(200)
  browser = other
  expect((await end({ everywhere: true })).status).toBe(204)
  expect((await third.read('/desk/session')).status).toBe(401)
})

test('S6 signing out with open entries asks what is to become of them', async () => {
  desk.runs.open = 3
  const asked = await end({})
  expect([asked.status, JSON.parse(asked.body)]).toEqual([409, { code: 'open_entries', message: expect.any(String), sent: 'no' }])
  expect((await browser.read('/desk/session')).status).toBe(200)
  expect((await end({ openEntries: 'drop' })).status).toBe(400)
  expect((await end({ openEntries: 'take-back' })).status).toBe(204)
  expect(desk.runs.tookBack).toEqual([USER])
  await browser.signIn()
  expect((await end({ openEntries: 'finish' })).status).toBe(204)
})

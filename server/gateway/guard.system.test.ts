import { afterAll, beforeAll, expect, test } from 'vitest'
import { operationList } from '#contract/operations.ts'
import { deskOperations } from './desk-routes.ts'
import { OWN, TestDesk } from './testing/desk.ts'
import type { TestBrowser } from './testing/desk.ts'
import { askRaw } from './testing/http.ts'
import type { Ask } from './testing/http.ts'

let desk: TestDesk
let browser: TestBrowser
beforeAll(async () => {
  desk = await TestDesk.start()
  browser = desk.browser()
  await browser.signIn()
})
afterAll(() => desk.close())

const fill = (template: string) => template.replaceAll(/\{(\w+)\}/g, (_, name: string) => (name === 'runId' ? RUN_ID : 'abc'))
const RUN_ID = '11111111-1111-4111-8111-111111111111'

/** Every route behind the guard, from the two descriptions it is made of; health needs no session and answers nothing of anybody. */
const routes = [
  ...[...deskOperations.values()]
    .filter(({ template }) => !template.startsWith('/health/'))
    .map(({ method, template }) => ({ method, path: `/desk${fill(template)}` })),
  ...operationList.map(({ method, version, path }) => ({ method, path: `/api/${version}${fill(path)}` })),
]

/** What a route must be asked with to be in order. */
const neededQuery: Readonly<Record<string, string>> = { '/desk/identities/clocks': '?ids=abc' }

const JSON_TYPE = { 'content-type': 'application/json' }

const forged: readonly (readonly [what: string, ask: (method: string) => Ask, refusedBy: readonly number[]])[] = [
  [
    'a form of another site',
    (method) => ({
      method: method === 'GET' ? 'POST' : method,
      headers: {
        'sec-fetch-site': 'cross-site',
        origin: 'https://evil.example',
        'content-type': 'application/x-www-form-urlencoded',
      },
      body: 'a=b',
    }),
    [403],
  ],
  ['no body, no header of ours', (method) => ({ method, headers: { 'sec-fetch-site': 'same-origin' } }), [403]],
  [
    'text/plain that looks like JSON',
    (method) => ({ method, headers: { ...OWN, 'content-type': 'text/plain' }, body: '{}' }),
    [415],
  ],
  ['neither Sec-Fetch-Site nor Origin', (method) => ({ method, headers: { 'x-requested-by': 'app' } }), [403]],
  ['Origin: null', (method) => ({ method, headers: { 'x-requested-by': 'app', origin: 'null' } }), [403]],
  [
    'a sibling subdomain',
    (method) => ({
      method,
      headers: { 'x-requested-by': 'app', 'sec-fetch-site': 'same-site', origin: 'http://evil.localhost' },
    }),
    [403],
  ],
  [
    'our origin claimed, but the browser says cross-site',
    (method) => ({ method, headers: { 'x-requested-by': 'app', 'sec-fetch-site': 'cross-site', origin: desk.origin } }),
    [403],
  ],
  [
    'a method override',
    (method) => ({
      method: 'POST',
      headers: { 'sec-fetch-site': 'none', 'x-http-method-override': method, 'x-requested-by': 'app' },
    }),
    [403],
  ],
  [
    'a typed address',
    (method) => ({ method, headers: { 'sec-fetch-site': 'none', 'x-requested-by': 'app', ...JSON_TYPE }, body: '{}' }),
    [403],
  ],
]

test('S7 the routes are known', () => {
  expect(routes.length).toBe(deskOperations.size - 2 + 25)
})

test.each(forged)('S7 %s is refused on every route before it reaches anything', async (_what, make, refusedBy) => {
  const before = { upstream: desk.tenant.seen.length, runs: desk.runs.reached }
  for (const { method, path } of routes) {
    await freshWindow()
    const answer = await browser.ask(path, make(method))
    expect([method, path, refusedBy.includes(answer.status), answer.status]).toEqual([method, path, true, answer.status])
    expect(Object.keys(answer.headers).filter((name) => name.startsWith('access-control-'))).toEqual([])
  }
  expect({ upstream: desk.tenant.seen.length, runs: desk.runs.reached }).toEqual(before)
})

test('S7 without a session every route answers 401, whatever else is right', async () => {
  for (const { method, path } of routes) {
    const answer = await desk.ask(path, { method, headers: { ...OWN, ...JSON_TYPE }, body: '{}' })
    expect([path, answer.status, JSON.parse(answer.body).code]).toEqual([path, 401, 'not_signed_in'])
  }
})

test('D9 a page that was drawn for somebody else is refused on every route before it reaches anything', async () => {
  const before = { upstream: desk.tenant.seen.length, runs: desk.runs.reached }
  for (const { method, path } of routes) {
    await freshWindow()
    const body = method === 'GET' ? {} : { body: '{}' }
    const answer = await browser.ask(path, { method, headers: { ...OWN, ...JSON_TYPE, 'x-user': 'somebody-else' }, ...body })
    expect([path, answer.status, JSON.parse(answer.body).code]).toEqual([path, 401, 'other_user'])
  }
  expect({ upstream: desk.tenant.seen.length, runs: desk.runs.reached }).toEqual(before)
})

test('S7 the same requests, made as the page makes them, pass', async () => {
  for (const { method, path } of routes) {
    if (path === '/desk/session/end' || (path.startsWith('/api') && method !== 'GET')) continue
    await freshWindow()
    const body = method === 'GET' ? {} : { headers: { ...OWN, ...JSON_TYPE }, body: '{}' }
    const answer = await browser.ask(`${path}${neededQuery[path] ?? ''}`, { method, headers: OWN, ...body })
    expect([path, answer.status]).toEqual([path, 200])
  }
})

test('S7 where the browser sends no Sec-Fetch-Site, our exact origin will do', async () => {
  const answer = await browser.ask('/desk/session', { headers: { 'x-requested-by': 'app', origin: desk.origin } })
  expect(answer.status).toBe(200)
})

test('S7 what desk.yaml does not describe does not exist, even where a handler would take it', async () => {
  const reached = desk.runs.reached
  for (const path of [
    '/desk',
    '/desk/',
    '/desk/runs/',
    '/desk/unknown',
    `/desk/runs/${RUN_ID}/erase`,
    '/desk/runs/a/b/c',
    '/desk/Session',
    '/api',
    '/api/',
  ])
    expect([path, (await browser.read(path)).status]).toEqual([path, 404])
  const wrong = await browser.ask('/desk/runs', { method: 'DELETE', headers: OWN })
  expect([wrong.status, wrong.headers['allow']]).toEqual([405, 'GET'])
  expect(desk.runs.reached).toBe(reached)
})

test('S12 unknown and repeated query keys are refused', async () => {
  for (const query of ['open=true&open=false', 'opne=true', 'limit=0', 'limit=abc'])
    expect([query, (await browser.read(`/desk/runs?${query}`)).status]).toEqual([query, 400])
})

test('S13 what is one too large is refused, what fits is not', async () => {
  await freshWindow()
  const post = (path: string, method: string, bytes: number) =>
    browser.ask(path, { method, headers: { ...OWN, ...JSON_TYPE }, body: JSON.stringify('x'.repeat(bytes - 2)) })
  const settle = `/desk/runs/${RUN_ID}/settle`
  expect((await post(settle, 'POST', 256 * 1024)).status).toBe(200)
  expect((await post(settle, 'POST', 256 * 1024 + 1)).status).toBe(413)
  expect((await post(`/desk/runs/${RUN_ID}`, 'PUT', 4 * 1024 * 1024)).status).toBe(200)
  expect((await post(`/desk/runs/${RUN_ID}`, 'PUT', 4 * 1024 * 1024 + 1)).status).toBe(413)
  const path = '/desk/session'
  expect((await browser.read(`${path}?${'x'.repeat(8192 - path.length - 1)}`)).status).toBe(400)
  expect((await browser.read(`${path}?${'x'.repeat(8192 - path.length)}`)).status).toBe(414)
})

test('S13 a body that does not say how long it is is refused', async () => {
  const said = await askRaw(
    desk.port,
    `POST /desk/runs/${RUN_ID}/settle HTTP/1.1\r\nHost: ${new URL(desk.origin).host}\r\nCookie: ${browser.cookieHeader['cookie']}\r\n` +
      'Sec-Fetch-Site: same-origin\r\nX-Requested-By: app\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\nConnection: close\r\n\r\n2\r\n{}\r\n0\r\n\r\n',
  )
  expect(said).toMatch(/^HTTP\/1\.1 411 /)
})

test('S13 the 301st request of a session within ten seconds waits, another session does not', async () => {
  await freshWindow()
  let refused = 0
  for (let count = 0; count < 301; count++) if ((await browser.read('/desk/session')).status === 429) refused += 1
  expect(refused).toBeGreaterThan(0)
  const other = desk.browser()
  await other.signIn()
  expect((await other.read('/desk/session')).status).toBe(200)
})

/** A session of its own for what asks often: 300 requests in 10 s are all one gets. */
let asked = 0
async function freshWindow(): Promise<void> {
  asked += 1
  if (asked % 200 === 0) await browser.signIn()
}

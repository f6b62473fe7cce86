/** What reaches the port and is no request, or tries to be two: answered by the HTTP server itself, before any route. */
import { connect } from 'node:net'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { OWN, TestDesk } from './testing/desk.ts'
import type { TestBrowser } from './testing/desk.ts'
import { askRaw } from './testing/http.ts'

let desk: TestDesk
let browser: TestBrowser
beforeAll(async () => {
  desk = await TestDesk.start({ patience: { headersMs: 400, requestMs: 800 } })
  browser = desk.browser()
  await browser.signIn()
})
afterAll(() => desk.close())

const RUN_ID = '11111111-1111-4111-8111-111111111111'
const host = () => `Host: ${new URL(desk.origin).host}\r\n`
const signedIn = () =>
  `${host()}Cookie: ${browser.cookieHeader['cookie'] ?? ''}\r\nSec-Fetch-Site: same-origin\r\nX-Requested-By: app\r\nContent-Type: application/json\r\n`
const settle = () => `POST /desk/runs/${RUN_ID}/settle HTTP/1.1\r\n${signedIn()}`
/** What would be carried out if the two sides disagreed about where the first request ends. */
const second = () => `POST /desk/runs/${RUN_ID}/stop HTTP/1.1\r\n${signedIn()}Content-Length: 0\r\n\r\n`

const statusesIn = (said: string): number[] => [...said.matchAll(/HTTP\/1\.1 (\d{3})/g)].map(([, status]) => Number(status))

const malformed: readonly (readonly [what: string, bytes: () => string, status: number])[] = [
  ['no request at all', () => 'hello\r\n\r\n', 400],
  ['TLS', () => '\u0016\u0003\u0001\u0002\u0000\u0001\u0000', 400],
  ['a header without a name', () => `GET / HTTP/1.1\r\n${host()}: x\r\n\r\n`, 400],
  ['NUL in a header', () => `GET / HTTP/1.1\r\n${host()}X-A: a\u0000b\r\n\r\n`, 400],
  ['an unknown method', () => `BREW / HTTP/1.1\r\n${host()}\r\n`, 400],
  ['headers of 16 kB and one', () => `GET /inbox HTTP/1.1\r\n${host()}X-A: ${'x'.repeat(16 * 1024)}\r\n\r\n`, 431],
  ['headers that never end', () => `GET /inbox HTTP/1.1\r\n${host()}`, 408],
]

test.each(malformed)('W2 %s is answered with the headers of every other answer', async (_, bytes, status) => {
  const said = await askRaw(desk.port, bytes())
  expect(statusesIn(said)).toEqual([status])
  for (const header of [
    'x-content-type-options: nosniff',
    'referrer-policy: no-referrer',
    'cross-origin-opener-policy: same-origin',
    'cross-origin-resource-policy: same-origin',
    'x-frame-options: DENY',
    "content-security-policy: default-src 'none'",
    'cache-control: no-store',
    'connection: close',
  ])
    expect(said).toContain(header)
  expect(said.endsWith('\r\n\r\n')).toBe(true)
})

const smuggled: readonly (readonly [what: string, bytes: () => string])[] = [
  ['length and chunks', () => `${settle()}Content-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n`],
  ['chunks and length', () => `${settle()}Transfer-Encoding: chunked\r\nContent-Length: 5\r\n\r\n0\r\n\r\n`],
  ['two lengths', () => `${settle()}Content-Length: 0\r\nContent-Length: 40\r\n\r\n`],
  ['a length with a sign', () => `${settle()}Content-Length: +0\r\n\r\n`],
  ['chunks by another name', () => `${settle()}Transfer-Encoding: xchunked\r\n\r\n`],
  ['chunks twice', () => `${settle()}Transfer-Encoding: chunked, identity\r\n\r\n0\r\n\r\n`],
]

describe('S12 smuggling', () => {
  test.each(smuggled)('S12 %s: refused, and what follows is not taken for a request', async (_, bytes) => {
    const reached = desk.runs.reached
    const statuses = statusesIn(await askRaw(desk.port, bytes() + second()))
    expect(statuses.every((status) => status >= 400 && status < 500)).toBe(true)
    expect(statuses.length).toBeGreaterThan(0)
    expect(desk.runs.reached).toBe(reached)
  })
})

test('S13 500 clients that send a byte now and then are all cut off, and others are answered meanwhile', async () => {
  let cut = 0
  const slow = Array.from({ length: 500 }, () => {
    const socket = connect(desk.port, '127.0.0.1')
    const ended = new Promise<void>((resolve) => {
      socket.once('close', () => {
        cut += 1
        clearInterval(drip)
        resolve()
      })
    })
    socket.on('error', () => undefined)
    socket.resume()
    socket.write(`GET /inbox HTTP/1.1\r\n${host()}X-Slow: `)
    const drip = setInterval(() => socket.write('x'), 100)
    return ended
  })
  const statuses: number[] = []
  while (cut < slow.length) {
    const answer = await browser.read('/desk/session')
    statuses.push(answer.status)
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
  await Promise.all(slow)
  expect(statuses.length).toBeGreaterThan(3)
  expect(new Set(statuses)).toEqual(new Set([200]))
})

test('a connection is kept for longer than a page at rest goes without asking, so that what is pressed next finds it open', async () => {
  const { headers } = await browser.ask('/desk/session', { headers: { ...OWN, connection: 'keep-alive' } })
  expect(headers['keep-alive']).toBe('timeout=75')
})

test('S13 JSON of 20 levels is read, of 21 refused, and of 100,000 refused as quickly', async () => {
  const nested = (depth: number) => `${'{"a":'.repeat(depth)}1${'}'.repeat(depth)}`
  const put = (path: string, body: string) =>
    browser.ask(path, { method: 'POST', headers: { ...OWN, 'content-type': 'application/json' }, body })
  const said = async (depth: number) => (await put('/desk/session/end', nested(depth))).body
  expect(await said(20)).not.toContain('nest')
  expect(await said(21)).toContain('must not nest deeper than 20 levels')
  const deep = await put('/desk/session/end', `${'['.repeat(100_000)}${']'.repeat(100_000)}`)
  expect([deep.status, deep.body]).toEqual([400, expect.stringContaining('must not nest deeper')])
})

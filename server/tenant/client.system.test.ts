import { createServer as createHttpServer } from 'node:http'
import { createServer } from 'node:net'
import type { AddressInfo, Server, Socket } from 'node:net'
import { afterEach, expect, test } from 'vitest'
import type { OperationId } from '#contract/operations.ts'
import type { TenantCall, TenantOutcome } from './call.ts'
import { createTenantClient } from './client.ts'
import { systemClock } from './clock.ts'
import { createLimiter } from './limiter.ts'

const open: Server[] = []
afterEach(() => {
  for (const server of open.splice(0)) server.close()
})

/** A server of raw bytes. `onRequest` is told how many requests have come; a request is counted by its first line, not by what it gets. */
async function rawTenant(onRequest: (socket: Socket, count: number, text: string) => void) {
  const counted = { requests: 0, connections: 0 }
  const server = createServer((socket) => {
    counted.connections += 1
    socket.on('error', () => undefined)
    socket.on('data', (data) => {
      const text = data.toString('latin1')
      if (!/^(GET|POST|DELETE) /.test(text)) return
      counted.requests += 1
      onRequest(socket, counted.requests, text)
    })
  })
  open.push(server)
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve)
  })
  return { url: `http://127.0.0.1:${portOf(server)}`, counted }
}

function portOf(server: Server): number {
  const address: AddressInfo | string | null = server.address()
  if (address === null || typeof address === 'string') throw new Error('not listening')
  return address.port
}

const reply = (head: string, body: string, length = Buffer.byteLength(body)) =>
  `HTTP/1.1 ${head}\r\ncontent-type: application/json\r\ncontent-length: ${length}\r\n\r\n${body}`

const clientOf = (url: string, writeMs = 5_000) =>
  createTenantClient({
    apiUrl: new URL(url),
    pathStyle: 'beta',
    fetch,
    clock: systemClock,
    limiter: createLimiter({ clock: systemClock, random: () => 0 }),
    timeouts: { readMs: writeMs, writeMs },
  })

const post = (url: string, more: Partial<TenantCall> = {}, writeMs?: number): Promise<TenantOutcome> =>
  clientOf(url, writeMs).call({ operation: 'completeWorkItem', path: { id: 'w1' }, accessToken: 'T', priority: 'bulk', ...more })

test('a refused connection and an unknown name are certainly not sent', async () => {
  const { url } = await rawTenant(() => undefined)
  const server = open.pop()
  await new Promise((resolve) => {
    server?.close(resolve)
  })
  expect(await post(url)).toEqual({ kind: 'not-sent', reason: 'refused' })
  expect(await post(url.replace('127.0.0.1', 'localhost'))).toEqual({ kind: 'not-sent', reason: 'refused' })
  expect(await post('http://no-such-host.invalid')).toEqual({ kind: 'not-sent', reason: 'dns' })
})

const body200 = '{"id":"w1"}'
test.each<[string, (socket: Socket) => void, TenantOutcome]>([
  ['closed without an answer', (socket) => socket.end(), { kind: 'unknown', reason: 'reset' }],
  ['reset', (socket) => socket.resetAndDestroy(), { kind: 'unknown', reason: 'reset' }],
  ['cut short', (socket) => socket.end(reply('200 OK', body200, 500)), { kind: 'unknown', reason: 'reset', status: 200 }],
  ['no HTTP', (socket) => socket.end('hello\r\n\r\n'), { kind: 'unknown', reason: 'unreadable' }],
  ['no JSON', (socket) => socket.end(reply('200 OK', '{"id":')), { kind: 'unknown', reason: 'unreadable', status: 200 }],
  [
    'a web page',
    (socket) => socket.end('HTTP/1.1 403 No\r\ncontent-type: text/html\r\ncontent-length: 4\r\n\r\n<h1>'),
    { kind: 'unknown', reason: 'unreadable', status: 403 },
  ],
  [
    'not UTF-8',
    (socket) => socket.end(Buffer.concat([Buffer.from(reply('200 OK', '"', 3)), Buffer.from([0xff, 0x22])])),
    { kind: 'unknown', reason: 'unreadable', status: 200 },
  ],
  [
    'a redirect',
    (socket) => socket.end('HTTP/1.1 302 Found\r\nlocation: /elsewhere\r\ncontent-length: 0\r\n\r\n'),
    { kind: 'unknown', reason: 'unreadable' },
  ],
  [
    'a 429 cut short',
    (socket) => socket.end(reply('429 Slow', '{', 50)),
    { kind: 'answer', status: 429, headers: { 'content-type': 'application/json' }, body: undefined },
  ],
  ['silence', () => undefined, { kind: 'unknown', reason: 'timeout' }],
])('%s: one request, and its end is named', async (_, act, outcome) => {
  const tenant = await rawTenant(act)
  expect(await post(tenant.url, {}, 400)).toEqual(outcome)
  expect(tenant.counted.requests).toBe(1)
})

test('a body of more than 10 MB is not read to its end', async () => {
  const tenant = await rawTenant((socket) => socket.end(reply('200 OK', `"${'x'.repeat(10 * 1024 * 1024)}"`)))
  expect(await post(tenant.url)).toEqual({ kind: 'unknown', reason: 'too-large', status: 200 })
})

test.each<[OperationId, Record<string, string>]>([
  ['completeWorkItem', { id: 'w1' }],
  ['getWorkItem', { id: 'w1' }],
])('D3 a kept connection that dies under %s is not tried again', async (operation, path) => {
  const tenant = await rawTenant((socket, count) =>
    count === 1 ? socket.write(reply('200 OK', body200)) : socket.resetAndDestroy(),
  )
  const client = clientOf(tenant.url)
  const call = () => client.call({ operation, path, accessToken: 'T', priority: 'bulk' })
  expect(await call()).toMatchObject({ kind: 'answer', status: 200 })
  expect(await call()).toEqual({ kind: 'unknown', reason: 'reset' })
  expect(tenant.counted.requests).toBe(2)
})

test('T4 one work item the tenant fails on, in its own words, is no outage; silence is', async () => {
  const dto = JSON.stringify({ detailCode: '500.0 Internal fault', trackingId: '0c4b7d1e9fa84d1d', messages: [], causes: [] })
  const read = (client: ReturnType<typeof clientOf>) =>
    client.call({ operation: 'getWorkItem', path: { id: 'w1' }, accessToken: 'T', priority: 'bulk' })

  const failing = await rawTenant((socket) => socket.end(reply('500 Internal Server Error', dto)))
  const client = clientOf(failing.url)
  for (let time = 1; time <= 8; time += 1) expect(await read(client)).toMatchObject({ kind: 'answer', status: 500 })
  expect(client.down()).toBeNull()

  const bad = await rawTenant((socket) => socket.end(reply('503 Service Unavailable', '<html>gateway</html>')))
  const other = clientOf(bad.url)
  for (let time = 1; time <= 5; time += 1) await read(other)
  expect(other.down()).toMatchObject({ since: expect.any(Number) })
})

test('nothing leaves when beforeSend says no, or fails', async () => {
  const tenant = await rawTenant((socket) => socket.end(reply('200 OK', body200)))
  expect(await post(tenant.url, { beforeSend: () => Promise.resolve(false) })).toEqual({
    kind: 'not-sent',
    reason: 'aborted-before-send',
  })
  await expect(post(tenant.url, { beforeSend: () => Promise.reject(new Error('store')) })).rejects.toThrow('store')
  expect(await post(tenant.url, { signal: AbortSignal.abort() })).toEqual({ kind: 'not-sent', reason: 'aborted-before-send' })
  expect(tenant.counted.connections).toBe(0)
})

test('a request ended by its caller is unknown', async () => {
  const stop = new AbortController()
  const tenant = await rawTenant(() => stop.abort())
  expect(await post(tenant.url, { signal: stop.signal })).toEqual({ kind: 'unknown', reason: 'aborted' })
})

test('the request is made from scratch', async () => {
  const texts: string[] = []
  const tenant = await rawTenant((socket, _, text) => {
    texts.push(text)
    socket.write(reply('200 OK\r\nset-cookie: a=b\r\nslpt-request-id: r1\r\nx-total-count: 7\r\nx-odd: 1', body200))
  })
  const client = clientOf(tenant.url)
  const first = await client.call({
    operation: 'forwardWorkItem',
    path: { id: 'w1' },
    body: { comment: 'ä' },
    accessToken: 'T',
    acceptLanguage: 'de-CH',
    priority: 'bulk',
  })
  await client.call({
    operation: 'getIdentity',
    path: { id: 'i1' },
    accessToken: 'T',
    acceptLanguage: 'de\r\nx: y',
    priority: 'read',
  })
  expect(first).toMatchObject({ headers: { 'content-type': 'application/json', 'slpt-request-id': 'r1', 'x-total-count': '7' } })
  expect(Object.keys(first.kind === 'answer' ? first.headers : {}).sort()).toEqual([
    'content-type',
    'slpt-request-id',
    'x-total-count',
  ])
  const [forward = '', identity = ''] = texts.map((text) => text.toLowerCase())
  expect(forward).toMatch(/^post \/beta\/work-items\/w1\/forward http/)
  for (const line of [
    'authorization: bearer t',
    'accept: application/json',
    'accept-language: de-ch',
    'content-type: application/json',
  ]) {
    expect(forward).toContain(`\r\n${line}\r\n`)
  }
  expect(forward).not.toContain('x-sailpoint-experimental')
  expect(identity).toMatch(/^get \/v2024\/identities\/i1 http/)
  expect(identity).toContain('\r\nx-sailpoint-experimental: true\r\n')
  expect(identity).not.toMatch(/content-type|cookie|x: y/)
})

test('200 requests against a limit of 100 in 10 s: the tenant counts no more than 100 in any such span', async () => {
  const times: number[] = []
  const server = createHttpServer((_, response) => {
    times.push(performance.now())
    response.setHeader('content-type', 'application/json').end('{"count":1}')
  })
  open.push(server)
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve)
  })
  // The same window, ten times as fast, so that the test is.
  const client = createTenantClient({
    apiUrl: new URL(`http://127.0.0.1:${portOf(server)}`),
    pathStyle: 'beta',
    fetch,
    clock: systemClock,
    limiter: createLimiter({ clock: systemClock, random: () => 0, limit: { requests: 100, windowMs: 1_000 } }),
  })
  const calls = Array.from({ length: 200 }, () =>
    client.call({ operation: 'getCountWorkItems', path: {}, accessToken: 'T', priority: 'read' }),
  )
  expect((await Promise.all(calls)).every(({ kind }) => kind === 'answer')).toBe(true)
  for (const [index, at] of times.entries()) {
    expect(at - (times[index - 100] ?? Number.NEGATIVE_INFINITY)).toBeGreaterThanOrEqual(1_000)
  }
  server.closeAllConnections()
})

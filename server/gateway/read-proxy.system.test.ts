import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { operationList, reservedIds } from '#contract/operations.ts'
import { OWN, TestDesk } from './testing/desk.ts'
import type { TestBrowser } from './testing/desk.ts'
import { askRaw } from './testing/http.ts'

let desk: TestDesk
let browser: TestBrowser
beforeAll(async () => {
  desk = await TestDesk.start()
  browser = desk.browser()
  await browser.signIn()
})
afterAll(() => desk.close())
afterEach(() => {
  desk.tenant.respond = () => false
})

const reads = operationList.filter(({ method }) => method === 'GET')
const addressOf = ({ version, path }: (typeof reads)[number]) => `/api/${version}${path.replaceAll(/\{\w+\}/g, 'abc')}`

test('S8 the twelve reads pass, each to its own address, and v2024 with its experimental header', async () => {
  expect(reads).toHaveLength(12)
  for (const read of reads) {
    desk.tenant.seen.length = 0
    const answer = await browser.read(addressOf(read))
    expect([read.id, answer.status]).toEqual([read.id, 200])
    const [seen] = desk.tenant.seen
    expect([seen?.method, seen?.url]).toEqual(['GET', addressOf(read).replace('/api', '')])
    const experimental = seen?.headers.find(([name]) => name.toLowerCase() === 'x-sailpoint-experimental')?.[1]
    expect(experimental).toBe(read.version === 'v2024' ? 'true' : undefined)
  }
})

/** Raw request targets that are not one of the twelve reads, however a parser further on might understand them. */
function hostileTargets(): string[] {
  const targets = new Set<string>()
  const disguises = [
    (path: string) => path.replace('/api/', '/API/'),
    (path: string) => path.toUpperCase(),
    (path: string) => `${path}/`,
    (path: string) => `/${path}`,
    (path: string) => `//evil.example${path}`,
    (path: string) => path.replace('/api/', '/api//'),
    (path: string) => path.replace('/api/', '/api/./'),
    (path: string) => path.replace('/api/', '/x/../api/'),
    (path: string) => path.replace('/api/', '/api/%2e/'),
    (path: string) => path.replace('/api/', '/api/%2e%2e/api/'),
    (path: string) => path.replaceAll('/', '%2f').replace('%2f', '/'),
    (path: string) => path.replace('/api/', '\\api\\'),
    (path: string) => `${path}\\..\\count`,
    (path: string) => `${path}/..`,
    (path: string) => `${path}/..%2fcount`,
    (path: string) => `${path}/%2e%2e/count`,
    (path: string) => `${path}/%252e%252e/count`,
    (path: string) => `${path}%00`,
    (path: string) => `${path}%20`,
    (path: string) => `${path}%0d%0aX-Evil:1`,
    (path: string) => `${path};a=b`,
    (path: string) => `${path}#fragment`,
    (path: string) => `${path}%23`,
    (path: string) => `${path}%3flimit=1`,
    (path: string) => `${path}?unknown=1`,
    (path: string) => `${path}?LIMIT=1`,
    (path: string) => `${path}?ownerId=a&ownerId=b`,
    (path: string) => `${path}?limit=1&offset=0&__proto__=1`,
    (path: string) => `http://evil.example${path}`,
    (path: string) => `${desk.origin}${path}`,
    (path: string) => `${path}.json`,
    (path: string) => path.replace('/api/', '/api/beta/../'),
    (path: string) => path.replace(/\/(beta|v2024)\//, '/v3/'),
    (path: string) => path.replace(/\/(beta|v2024)\//, '/$1/$1/'),
    (path: string) => path.replace('abc', 'a'.repeat(129)),
    (path: string) => path.replace('abc', 'ä'),
    (path: string) => path.replace('abc', '*'),
    (path: string) => path.replace('abc', 'a.b'),
  ]
  const good = new Set(reads.map(addressOf))
  for (const read of reads) for (const disguise of disguises) targets.add(disguise(addressOf(read)))
  for (const word of reservedIds) {
    for (const path of [
      `/api/v2024/identities/${word}`,
      `/api/v2024/identities/${word}/ownership`,
      `/api/v2024/task-status/${word}`,
      `/api/beta/work-items/${word}`,
    ])
      targets.add(path)
  }
  for (const operation of operationList) if (operation.method !== 'GET') targets.add(addressOf(operation))
  return [...targets].filter((target) => !good.has(target))
}

const rawGet = (target: string, method = 'GET') =>
  askRaw(
    desk.port,
    `${method} ${target} HTTP/1.1\r\nHost: ${new URL(desk.origin).host}\r\nCookie: ${browser.cookieHeader['cookie']}\r\n` +
      'Sec-Fetch-Site: same-origin\r\nX-Requested-By: app\r\nConnection: close\r\n\r\n',
  )

test('S8 more than 300 other targets are refused and none reaches the tenant', async () => {
  const targets = hostileTargets()
  expect(targets.length).toBeGreaterThan(300)
  desk.tenant.seen.length = 0
  for (const [index, target] of targets.entries()) {
    if (index % 200 === 0) await browser.signIn()
    const said = await rawGet(target)
    // The same path may also be a post; a get of it is answered as what is not there.
    expect([target, /^HTTP\/1\.1 (400|404|405|421) /.test(said)]).toEqual([target, true])
  }
  expect(desk.tenant.seen).toEqual([])
})

test('S8 other methods are refused with Allow, and none reaches the tenant', async () => {
  desk.tenant.seen.length = 0
  await browser.signIn()
  for (const method of ['HEAD', 'OPTIONS', 'TRACE', 'POST', 'PUT', 'DELETE', 'PATCH', 'PROPFIND']) {
    for (const read of reads) {
      const said = await rawGet(addressOf(read), method)
      expect([method, read.id, said.split('\r\n')[0]]).toEqual([method, read.id, 'HTTP/1.1 405 Method Not Allowed'])
      expect(said).toMatch(/\r\nallow: GET\r\n/i)
    }
  }
  expect(desk.tenant.seen).toEqual([])
})

test('S8 known query parameters pass, encoded anew', async () => {
  desk.tenant.seen.length = 0
  await browser.read(
    '/api/v2024/identities?filters=name+sw+%22A%26B%22&sorters=-name&limit=5&offset=10&count=true&defaultFilter=NONE',
  )
  expect(new URL(`http://x${desk.tenant.seen[0]?.url}`).searchParams.get('filters')).toBe('name sw "A&B"')
  expect((await browser.read('/api/v2024/identities?filters=a%0d%0ab')).status).toBe(400)
  expect(desk.tenant.seen).toHaveLength(1)
})

const HOSTILE_REQUEST_HEADERS: Readonly<Record<string, string>> = {
  authorization: 'Bearer evil',
  'proxy-authorization': 'Basic evil',
  'x-forwarded-for': '1.2.3.4',
  'x-forwarded-host': 'evil.example',
  'x-forwarded-proto': 'https',
  'x-forwarded-prefix': '/evil',
  'x-real-ip': '1.2.3.4',
  forwarded: 'for=1.2.3.4;host=evil.example',
  via: '1.1 evil',
  te: 'trailers',
  upgrade: 'websocket',
  'keep-alive': 'timeout=5',
  'proxy-connection': 'keep-alive',
  'x-http-method-override': 'DELETE',
  'x-method-override': 'DELETE',
  'x-original-url': '/beta/evil',
  'x-rewrite-url': '/beta/evil',
  x_forwarded_host: 'evil.example',
  content_length: '5',
  'x-sailpoint-experimental': 'evil',
  'x-evil': 'evil',
  referer: 'https://evil.example/secret',
  'if-none-match': '"evil"',
  range: 'bytes=0-1',
  'accept-language': 'evil\tlanguage',
  'x-tenant-id': 'evil',
}

test('S9 no header of the request crosses but the language, and that only when it is one', async () => {
  expect(Object.keys(HOSTILE_REQUEST_HEADERS).length).toBeGreaterThanOrEqual(25)
  desk.tenant.seen.length = 0
  await browser.ask('/api/beta/work-items', { headers: { ...OWN, ...HOSTILE_REQUEST_HEADERS } })
  await browser.ask('/api/beta/work-items', { headers: { ...OWN, 'accept-language': 'de-DE,de;q=0.9' } })
  const [hostile, polite] = desk.tenant.seen.map(
    ({ headers }) => new Map(headers.map(([name, value]) => [name.toLowerCase(), value])),
  )
  const names = [...(hostile?.keys() ?? [])].sort()
  // Node's fetch adds host, connection, user-agent, sec-fetch-mode and accept-encoding of its own.
  expect(names).toEqual([
    'accept',
    'accept-encoding',
    'accept-language',
    'authorization',
    'connection',
    'host',
    'sec-fetch-mode',
    'user-agent',
  ])
  expect(JSON.stringify([...(hostile ?? [])])).not.toMatch(/evil|1\.2\.3\.4/)
  expect(hostile?.get('accept-language')).toBe('*')
  expect(polite?.get('accept-language')).toBe('de-DE,de;q=0.9')
})

test('S9 CR, LF and NUL in a request header never get as far as the tenant', async () => {
  desk.tenant.seen.length = 0
  for (const value of ['de\rX-Evil: 1', 'de\nX-Evil: 1', 'de\r\n X-Evil: 1', 'de\0']) {
    await askRaw(
      desk.port,
      `GET /api/beta/work-items HTTP/1.1\r\nHost: ${new URL(desk.origin).host}\r\nCookie: ${browser.cookieHeader['cookie']}\r\n` +
        `Sec-Fetch-Site: same-origin\r\nX-Requested-By: app\r\nAccept-Language: ${value}\r\nConnection: close\r\n\r\n`,
    )
  }
  expect(JSON.stringify(desk.tenant.seen)).not.toMatch(/evil/i)
})

test('S9 of the tenant’s headers four may cross, the rest and anything odd in them stays behind', async () => {
  desk.tenant.respond = (_request, response) => {
    response.writeHead(200, {
      'content-type': 'text/html; charset=utf-7',
      'set-cookie': 'sid=evil; Domain=localhost',
      location: 'https://evil.example',
      refresh: '0; url=https://evil.example',
      'access-control-allow-origin': '*',
      'content-security-policy': "default-src * 'unsafe-inline'",
      'x-frame-options': 'ALLOWALL',
      'strict-transport-security': 'max-age=0',
      link: '<https://evil.example>; rel=preload',
      'service-worker-allowed': '/',
      'clear-site-data': '"*"',
      'x-evil': 'evil',
      'x-total-count': '12; evil',
      'retry-after': 'evil',
      'slpt-request-id': 'ok-1',
    })
    response.end('[]')
    return true
  }
  const answer = await browser.read('/api/beta/work-items')
  // A body that is not declared as JSON is not passed on at all.
  expect(answer.status).toBe(502)
  expect(JSON.stringify([answer.headers, answer.setCookies])).not.toMatch(/evil|unsafe-inline|ALLOWALL|max-age=0/)

  desk.tenant.respond = (_request, response) => {
    response.writeHead(200, {
      'content-type': 'application/json; charset=utf-8',
      'set-cookie': 'sid=evil',
      'x-evil': 'evil',
      'x-total-count': '1204',
      'slpt-request-id': 'ok-1',
      'retry-after': 'Wed, evil',
    })
    response.end('[]')
    return true
  }
  const good = await browser.read('/api/beta/work-items')
  expect([good.status, good.body, good.headers['x-total-count'], good.headers['slpt-request-id']]).toEqual([
    200,
    '[]',
    '1204',
    'ok-1',
  ])
  expect(JSON.stringify([good.headers, good.setCookies])).not.toMatch(/evil/)
  expect(good.headers['cache-control']).toBe('no-store')
})

test('S9 a redirect of the tenant is not followed', async () => {
  let followed = 0
  desk.tenant.respond = (request, response) => {
    if (request.url === '/elsewhere') followed += 1
    response.writeHead(302, { location: '/elsewhere' }).end()
    return true
  }
  expect((await browser.read('/api/beta/work-items')).status).toBe(502)
  expect(followed).toBe(0)
})

test('S9 an answer of more than 10 MB is cut off', async () => {
  desk.tenant.respond = (_request, response) => {
    response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify('x'.repeat(10 * 1024 * 1024 + 1)))
    return true
  }
  expect((await browser.read('/api/beta/work-items')).status).toBe(502)
})

test('a refusal of the tenant passes with its own body, a 429 with the time to wait', async () => {
  desk.tenant.respond = (_request, response) => {
    response.writeHead(403, { 'content-type': 'application/json', 'slpt-request-id': 'track-9' })
    response.end(JSON.stringify({ detailCode: '403 Forbidden', trackingId: 'track-9' }))
    return true
  }
  const forbidden = await browser.read('/api/beta/work-items')
  expect([forbidden.status, JSON.parse(forbidden.body).trackingId]).toEqual([403, 'track-9'])
  desk.tenant.respond = (_request, response) => {
    response.writeHead(429, { 'retry-after': '7' }).end()
    return true
  }
  const limited = await browser.read('/api/beta/work-items')
  expect([limited.status, limited.headers['retry-after'], limited.body]).toEqual([429, '7', '{}'])
})

test.each([
  ['a web page', 502, 'text/html', '<!doctype html><title>502 Bad Gateway</title>'],
  ['a web page that says 200', 200, 'text/html', '<title>Sign in</title>'],
  ['cut off JSON', 200, 'application/json', '{"id": "w1", "na'],
  ['text', 403, 'text/plain', 'Forbidden'],
  ['nothing', 200, 'application/json', ''],
])('B4 %s in place of an answer is one clean refusal, with the id the tenant gave it', async (_what, status, type, body) => {
  desk.tenant.respond = (_request, response) => {
    response.writeHead(status, { 'content-type': type, 'slpt-request-id': 'track-7' }).end(body)
    return true
  }
  const refused = await browser.read('/api/beta/work-items/abc')
  expect([refused.status, JSON.parse(refused.body)]).toEqual([
    502,
    expect.objectContaining({ code: 'tenant_unreadable', sent: 'no', trackingId: 'track-7' }),
  ])
})

test('B4 an id that is none is not handed on', async () => {
  desk.tenant.respond = (_request, response) => {
    response.writeHead(200, { 'content-type': 'text/html', 'slpt-request-id': '<b>7</b>' }).end('<p>')
    return true
  }
  expect(JSON.parse((await browser.read('/api/beta/work-items/abc')).body)).not.toHaveProperty('trackingId')
})

test('an empty body is an answer only where the tenant documents one', async () => {
  desk.tenant.respond = (_request, response) => {
    response.writeHead(200).end()
    return true
  }
  const owned = await browser.read('/api/v2024/identities/abc/ownership')
  expect([owned.status, owned.body]).toEqual([200, 'null'])
  expect((await browser.read('/api/v2024/identities/abc')).status).toBe(502)
  expect((await browser.read('/api/v2024/identities')).status).toBe(502)
})

test('a read is tried three times when the tenant fails, and no more', async () => {
  let calls = 0
  desk.tenant.respond = (_request, response) => {
    calls += 1
    response.writeHead(calls < 3 ? 503 : 200, { 'content-type': 'application/json' }).end('{}')
    return true
  }
  expect([(await browser.read('/api/beta/work-items/summary')).status, calls]).toEqual([200, 3])
  desk.tenant.respond = (request) => {
    calls += 1
    request.socket.destroy()
    return true
  }
  const gone = await browser.read('/api/beta/work-items/summary')
  expect([gone.status, JSON.parse(gone.body).code, calls]).toEqual([502, 'tenant_unreachable', 6])
})

test('the completed count of an older tenant is found once and remembered', async () => {
  desk.tenant.seen.length = 0
  desk.tenant.respond = (request, response) => {
    const isThere = request.url === '/beta/work-items/count/completed'
    response.writeHead(isThere ? 200 : 404, { 'content-type': 'application/json' }).end(isThere ? '{"count":7}' : '{}')
    return true
  }
  for (let time = 0; time < 2; time++)
    expect((await browser.read('/api/beta/work-items/completed/count')).body).toBe('{"count":7}')
  expect(desk.tenant.seen.map(({ url }) => url)).toEqual([
    '/beta/work-items/completed/count',
    '/beta/work-items/count/completed',
    '/beta/work-items/count/completed',
  ])
})

import { afterAll, beforeAll, expect, test } from 'vitest'
import { operationList } from '#contract/operations.ts'
import { deskOperations } from './desk-routes.ts'
import { OWN, TestDesk } from './testing/desk.ts'
import type { TestBrowser } from './testing/desk.ts'
import type { Answer } from './testing/http.ts'

let desk: TestDesk
let browser: TestBrowser
beforeAll(async () => {
  desk = await TestDesk.start()
  browser = desk.browser()
  await browser.signIn()
})
afterAll(() => desk.close())

const RUN_ID = '11111111-1111-4111-8111-111111111111'
const fill = (template: string) => template.replaceAll(/\{(\w+)\}/g, (_, name: string) => (name === 'runId' ? RUN_ID : 'abc'))

/** Every registered route, and every way to be answered without one. */
async function everyAnswer(): Promise<[what: string, answer: Answer][]> {
  const asset = await browser.ask('/assets/main-1a2b3c.js')
  const asked: [string, () => Promise<Answer>][] = [
    ...[...deskOperations.values()]
      .filter(({ id }) => id !== 'endSession')
      .map(({ method, template }): [string, () => Promise<Answer>] => [
        `${method} /desk${template}`,
        () =>
          browser.ask(`/desk${fill(template)}`, {
            method,
            headers: { ...OWN, ...(method === 'GET' ? {} : { 'content-type': 'application/json' }) },
            ...(method === 'GET' ? {} : { body: '{}' }),
          }),
      ]),
    ...operationList.map(({ method, version, path }): [string, () => Promise<Answer>] => [
      `${method} /api/${version}${path}`,
      () => browser.ask(`/api/${version}${fill(path)}`, { method, headers: OWN }),
    ]),
    ...['/', '/inbox', '/inbox/abc', '/completed', '/sign-in'].map((path): [string, () => Promise<Answer>] => [
      `page ${path}`,
      () => browser.ask(path),
    ]),
    ['HEAD', () => browser.ask('/inbox', { method: 'HEAD' })],
    ['asset', () => Promise.resolve(asset)],
    ['304', () => browser.ask('/assets/main-1a2b3c.js', { headers: { 'if-none-match': asset.headers['etag'] ?? '' } })],
    ['icon', () => browser.ask('/favicon.svg')],
    ['unknown asset', () => browser.ask('/assets/main-000000.js')],
    ['unknown page', () => browser.ask('/nowhere')],
    ['a path that is not plain', () => browser.ask('/inbox/%2e%2e')],
    ['POST to a page', () => browser.ask('/inbox', { method: 'POST' })],
    ['OPTIONS', () => browser.ask('/inbox', { method: 'OPTIONS' })],
    ['TRACE', () => browser.ask('/inbox', { method: 'TRACE' })],
    ['sign-in', () => browser.ask('/auth/sign-in')],
    ['callback', () => browser.ask('/auth/callback')],
    ['unknown auth', () => browser.ask('/auth/unknown')],
    ['not signed in', () => desk.ask('/desk/session', { headers: OWN })],
    ['too long', () => browser.ask(`/inbox?${'x'.repeat(9000)}`)],
    ['other host', () => desk.ask('/inbox', { headers: { host: 'evil.example' } })],
    ['neighbour host', () => desk.ask('/inbox', { headers: { host: `127.0.0.1:${desk.port}` } })],
    [
      '500',
      async () => {
        const broken = await TestDesk.start()
        const stranger = broken.browser()
        await stranger.signIn()
        await broken.store.schema.dropTable('session').execute()
        const answer = await stranger.read('/desk/session')
        await broken.close()
        return answer
      },
    ],
  ]
  const answers: [string, Answer][] = []
  for (const [what, act] of asked) answers.push([what, await act()])
  return answers
}

test('W1 W2 every answer carries the policy and the headers, whatever its status', async () => {
  const answers = await everyAnswer()
  const statuses = new Set(answers.map(([, { status }]) => status))
  for (const status of [200, 302, 304, 400, 401, 404, 405, 414, 421, 500])
    expect([status, statuses.has(status)]).toEqual([status, true])
  const nonces = new Set<string>()
  for (const [what, { headers }] of answers) {
    const policy = headers['content-security-policy'] ?? ''
    const nonce = /'nonce-([^']+)'/.exec(policy)?.[1] ?? ''
    nonces.add(nonce)
    expect([what, policy.replace(nonce, 'R')]).toEqual([
      what,
      "default-src 'none'; script-src 'self'; style-src 'self' 'nonce-R'; style-src-attr 'none'; img-src 'self' data:; font-src 'self'; " +
        "connect-src 'self'; worker-src 'self'; object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'; " +
        "require-trusted-types-for 'script'; trusted-types 'none'",
    ])
    expect(policy).not.toMatch(/unsafe/)
    expect(Buffer.from(nonce, 'base64')).toHaveLength(16)
    expect({ what, ...headers }).toMatchObject({
      what,
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-resource-policy': 'same-origin',
      'permissions-policy': expect.stringContaining('camera=()'),
      'x-frame-options': 'DENY',
      'cache-control': expect.any(String),
      'x-request-id': expect.stringMatching(/^[\w-]{12}$/),
    })
    expect([what, headers['strict-transport-security'], headers['x-powered-by'], headers['server']]).toEqual([
      what,
      undefined,
      undefined,
      undefined,
    ])
  }
  expect(nonces.size).toBe(answers.length)
})

test('W5 only files of the page may be cached', async () => {
  for (const [what, { headers }] of await everyAnswer()) {
    const wanted = ['asset', '304'].includes(what)
      ? 'public, max-age=31536000, immutable'
      : what === 'icon'
        ? 'public, max-age=3600'
        : 'no-store'
    expect([what, headers['cache-control']]).toEqual([what, wanted])
  }
})

test('W2 over https the browser is told to stay with it', async () => {
  const secure = await TestDesk.start({ https: true })
  try {
    const answer = await secure.ask('/inbox')
    expect(answer.headers['strict-transport-security']).toBe('max-age=31536000')
  } finally {
    await secure.close()
  }
})

test('W1 the shell carries the nonce of its own response', async () => {
  const answer = await browser.ask('/inbox/abc')
  const nonce = /'nonce-([^']+)'/.exec(answer.headers['content-security-policy'] ?? '')?.[1]
  expect(answer.body).toContain(`<meta name="csp-nonce" content="${nonce}">`)
  expect(answer.body).not.toContain('__CSP_NONCE__')
})

test('W5 an unknown asset is not answered with the shell, and neither is a file of the server', async () => {
  for (const path of [
    '/assets/x.js',
    '/assets/main-1a2b3c.js.map',
    '/.vite/manifest.json',
    '/index.html',
    '/package.json',
    '/server/main.ts',
    '/data/secret-key',
    '/inbox/',
    '/inbox/a/b',
  ]) {
    const answer = await browser.ask(path)
    expect([path, answer.status]).toEqual([path, 404])
    expect(answer.body).not.toContain('csp-nonce')
  }
})

test('files are compressed when the browser takes that, and not sent again when it has them', async () => {
  const plain = await browser.ask('/assets/main-1a2b3c.js')
  expect([plain.headers['content-encoding'], plain.body.length]).toEqual([undefined, 4000])
  for (const encoding of ['br', 'gzip']) {
    const packed = await browser.ask('/assets/main-1a2b3c.js', { headers: { 'accept-encoding': `deflate, ${encoding};q=1` } })
    expect([packed.headers['content-encoding'], packed.headers['vary']]).toEqual([encoding, 'accept-encoding'])
    expect(packed.body.length).toBeLessThan(200)
  }
  const again = await browser.ask('/assets/main-1a2b3c.js', { headers: { 'if-none-match': plain.headers['etag'] ?? '' } })
  expect([again.status, again.body]).toEqual([304, ''])
})

test('a screen comes with the files it will ask for, in the shell of that screen only', async () => {
  const link = '<link rel="modulepreload" crossorigin href="/assets/main-1a2b3c.js">'
  expect((await browser.ask('/inbox/abc')).body).toContain(`${link}</head>`)
  expect((await browser.ask('/inbox')).body).not.toContain('modulepreload')
})

test('long answers are packed for whoever takes that, short ones and refusals come as they are', async () => {
  const items = Array.from({ length: 100 }, (_, index) => ({ id: `w${index}`, name: 'Grant Finance Reader' }))
  desk.tenant.respond = ({ url }, response) => {
    if (url?.startsWith('/beta/work-items') !== true) return false
    response.setHeader('content-type', 'application/json').end(JSON.stringify(items))
    return true
  }
  const path = '/api/beta/work-items'
  const plain = await browser.read(path)
  expect([plain.headers['content-encoding'], plain.headers['vary']]).toEqual([undefined, 'accept-encoding'])
  expect(JSON.parse(plain.body)).toEqual(items)
  for (const encoding of ['br', 'gzip']) {
    const packed = await browser.ask(path, { headers: { ...OWN, 'accept-encoding': encoding } })
    expect([packed.status, packed.headers['content-encoding'], packed.headers['vary'], packed.headers['cache-control']]).toEqual([
      200,
      encoding,
      'accept-encoding',
      'no-store',
    ])
    expect(packed.body.length).toBeLessThan(plain.body.length / 5)
  }
  const short = await browser.ask('/desk/session', { headers: { ...OWN, 'accept-encoding': 'br' } })
  expect([short.headers['content-encoding'], short.body.startsWith('{')]).toEqual([undefined, true])
  const refusal = await desk.ask('/desk/session', { headers: { ...OWN, 'accept-encoding': 'br' } })
  expect([refusal.status, refusal.headers['content-encoding'], refusal.body.startsWith('{')]).toEqual([401, undefined, true])
  desk.tenant.respond = () => false
})

test('S12 another host is misdirected, and no forwarded header changes who we are', async () => {
  const loopback = `127.0.0.1:${desk.port}`
  const spoofs: Readonly<Record<string, string>>[] = [
    { host: 'evil.example' },
    { host: `localhost:${desk.port + 1}` },
    { host: `localhost.evil.example:${desk.port}` },
    { host: `evil.example:${desk.port}` },
    { host: 'localhost' },
    { host: `localhost.:${desk.port}` },
    { host: loopback, 'x-forwarded-host': new URL(desk.origin).host },
    { host: 'evil.example', forwarded: `host=${new URL(desk.origin).host}` },
    { host: '' },
  ]
  for (const headers of spoofs) {
    const answer = await desk.ask('/desk/session', { headers: { ...OWN, ...browser.cookieHeader, ...headers } })
    expect([headers, answer.status]).toEqual([headers, 421])
  }
  for (const host of [loopback, `[::1]:${desk.port}`]) {
    const page = await desk.ask('/inbox/abc?type=Form', { headers: { host } })
    expect([page.status, page.headers['location']]).toEqual([302, `${desk.origin}/inbox/abc?type=Form`])
    expect((await desk.ask('/inbox', { method: 'POST', headers: { host } })).status).toBe(421)
    expect((await desk.ask('/auth/sign-in', { headers: { host } })).status).toBe(421)
  }
})

test('W6 the log holds ids and numbers, nothing personal, and one line per request', async () => {
  desk.log.length = 0
  const canary = 'canary-query-value'
  await browser.read(`/api/v2024/identities?filters=${canary}`)
  await browser.read(`/api/beta/work-items/canary-work-item`)
  await browser.ask(`/inbox?q=${canary}`, { headers: { 'user-agent': 'canary-agent\u00e4', referer: 'http://canary-referer' } })
  await browser.ask(`/auth/callback?state=${canary}&code=${canary}`)
  await browser.ask('/canary-path')
  expect(desk.log.map(({ route, status, userId }) => [route, status, userId])).toEqual([
    ['listIdentities', 200, 'id-dana'],
    ['getWorkItem', 200, 'id-dana'],
    ['page', 200, undefined],
    ['callback', 400, undefined],
    ['unknown', 404, undefined],
  ])
  const text = JSON.stringify(desk.log)
  expect(text).not.toMatch(/canary|Dana Example|dana@example/)
  expect(text).not.toContain(browser.sessionCookie)
})

test('health answers anybody on our host, without a version', async () => {
  for (const path of ['/desk/health/live', '/desk/health/ready']) {
    const answer = await desk.ask(path)
    expect([answer.status, answer.body]).toEqual([200, '{"status":"ok"}'])
  }
})

/** Whose receipts somebody finds, as their level in the tenant changes: the server and the sandbox tenant over HTTP. */
import { randomBytes, randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { readCsv } from '#contract/csv.ts'
import { isRecord, listOf } from '#contract/json.ts'
import { listen } from '#platform/http.ts'
import type { Listener } from '#platform/http.ts'
import { createApp } from '../app.ts'
import type { App } from '../app.ts'
import { parseProxies } from '../gateway/client-address.ts'
import { refusalHeaders } from '../gateway/security-headers.ts'
import { OWN } from '../gateway/testing/desk.ts'
import { ask } from '../gateway/testing/http.ts'
import type { Answer, Ask } from '../gateway/testing/http.ts'
import { startSandboxProcess } from '../runs/testing/sandbox-process.ts'
import type { SandboxProcess } from '../runs/testing/sandbox-process.ts'
import { openStore } from '../store/store.ts'
import type { Store } from '../store/store.ts'
import { systemClock } from '../tenant/clock.ts'

let sandbox: SandboxProcess
let store: Store
let app: App
let listener: Listener
/** How far the desk's clock is ahead of the real one (ms). */
let ahead = 0

beforeAll(async () => {
  const late: { app?: App } = {}
  listener = await listen((request, bindings) => late.app?.fetch(request, bindings) ?? new Response(null, { status: 503 }), {
    host: '127.0.0.1',
    port: 0,
    refusalHeaders: refusalHeaders(new URL('http://localhost')),
  })
  const publicUrl = new URL(`http://localhost:${listener.port}`)
  sandbox = await startSandboxProcess({
    SANDBOX_CLIENT_ID: 'desk',
    SANDBOX_CLIENT_SECRET: 'secret',
    SANDBOX_REDIRECT_URIS: `${publicUrl.origin}/auth/callback`,
    SANDBOX_IDENTITIES: '50',
    SANDBOX_OPEN_ITEMS: '5',
  })
  store = await openStore(':memory:')
  app = createApp(
    {
      port: listener.port,
      host: '127.0.0.1',
      publicUrl,
      trustedProxies: parseProxies('TRUSTED_PROXIES', undefined),
      dataDir: ':memory:',
      secretKey: undefined,
      tenantUrl: new URL(sandbox.url),
      allowLoopbackTenant: true,
      pathStyle: 'beta',
      client: { id: 'desk', secret: 'secret' },
      sessions: { idleMs: 30 * 60_000, absoluteMs: 12 * 3_600_000, loginMs: 600_000 },
    },
    {
      store,
      serverId: 'test',
      secretKeys: [randomBytes(32)],
      fetch,
      clock: {
        ...systemClock,
        wall: () => systemClock.wall() + ahead,
        monotonic: () => systemClock.monotonic() + ahead,
      },
      random: (bytes) => randomBytes(bytes),
      chance: () => 0,
      log: () => {},
      page: { shell: '', preloads: new Map(), files: new Map() },
    },
  )
  late.app = app
  for (const persona of ['manager', 'admin']) await leaveReceipt(await signIn(persona))
}, 60_000)

afterAll(async () => {
  await listener.close(0)
  await app.stop()
  await store.destroy()
  sandbox.stop()
})

beforeEach(async () => {
  await sandbox.forgetFaults()
  await become('admin', { authorities: ['ORG_ADMIN'], status: 'REGISTERED' })
})

const desk = (path: string, options: Ask = {}) =>
  ask(`http://127.0.0.1:${listener.port}${path}`, {
    ...options,
    headers: { host: `localhost:${listener.port}`, ...options.headers },
  })

/** Signs a persona in as a browser would; answers the session cookie. */
async function signIn(persona: string): Promise<string> {
  const begun = await desk('/auth/sign-in?return_to=/inbox')
  const authorize = new URL(begun.headers['location'] ?? '')
  const form = new URLSearchParams([...authorize.searchParams, ['persona', persona]])
  const granted = await fetch(new URL(authorize.pathname, sandbox.url), { method: 'POST', body: form, redirect: 'manual' })
  const back = new URL(granted.headers.get('location') ?? '')
  const ended = await desk(back.pathname + back.search, { headers: { cookie: begun.setCookies[0]?.split(';')[0] ?? '' } })
  return ended.setCookies.find((cookie) => cookie.includes('-sid-'))?.split(';')[0] ?? ''
}

const read = (cookie: string, path: string) => desk(path, { headers: { ...OWN, cookie } })

const send = (cookie: string, method: string, path: string, body: unknown) =>
  desk(path, { method, headers: { ...OWN, cookie, 'content-type': 'application/json' }, body: JSON.stringify(body) })

/** Something that has ended: handed over, held, and taken back. */
async function leaveReceipt(cookie: string): Promise<void> {
  const path = `/desk/runs/${randomUUID()}`
  const seen = { ageMs: 0, name: 'An item', state: null, modified: null, approvalItems: [] }
  const entries = [{ operation: 'completeWorkItem', workItemId: randomUUID(), seen }]
  expect((await send(cookie, 'PUT', path, { holdMs: 300_000, entries })).status).toBe(200)
  expect((await send(cookie, 'POST', `${path}/take-back`, {})).status).toBe(200)
}

/** Changes a persona in the tenant, as an administrator there would. */
async function become(persona: string, change: { readonly authorities?: readonly string[]; readonly status?: string }) {
  const headers = { 'content-type': 'application/json' }
  await sandbox.ask('/_sandbox/person', { method: 'POST', headers, body: JSON.stringify({ persona, ...change }) })
}

/** How many people's receipts an answer has, and whose it says they are. */
function told({ status, headers, body }: Answer): unknown[] {
  const receipts: unknown = status === 200 ? JSON.parse(body) : []
  const actors = listOf(receipts).map((receipt) =>
    isRecord(receipt) && isRecord(receipt['actor']) ? receipt['actor']['id'] : '',
  )
  return [status, headers['x-receipt-scope'], new Set(actors).size, headers['x-total-count']]
}

async function exported(cookie: string): Promise<unknown[]> {
  const { status, headers, body } = await read(cookie, '/desk/receipts/export')
  return [status, headers['x-receipt-scope'], readCsv(body).length - 1]
}

test('S6 A2 an administrator who is none any more finds their own receipts within 60 s, and everybody’s when they are one again', async () => {
  const cookie = await signIn('admin')
  expect([told(await read(cookie, '/desk/receipts')), await exported(cookie)]).toEqual([
    [200, 'all', 2, '2'],
    [200, 'all', 2],
  ])
  await become('admin', { authorities: ['HELPDESK'] })
  ahead += 60_000
  expect([told(await read(cookie, '/desk/receipts')), await exported(cookie)]).toEqual([
    [200, 'own', 1, '1'],
    [200, 'own', 1],
  ])
  await become('admin', { authorities: ['ORG_ADMIN'] })
  ahead += 60_000
  expect(told(await read(cookie, '/desk/receipts'))).toEqual([200, 'all', 2, '2'])
})

test.each(['/desk/receipts', '/desk/receipts/export'])('S6 a disabled administrator is out at the next %s', async (path) => {
  const cookie = await signIn('admin')
  expect((await read(cookie, path)).status).toBe(200)
  await become('admin', { status: 'DISABLED' })
  ahead += 60_000
  const answer = await read(cookie, path)
  expect([answer.status, JSON.parse(answer.body)['code']]).toEqual([401, 'not_signed_in'])
  expect((await read(cookie, '/desk/session')).status).toBe(401)
  await become('admin', { status: 'REGISTERED' })
  expect((await read(cookie, path)).status).toBe(401)
})

test('the tenant is asked once a minute and session, and by another session for itself', async () => {
  const [one, other] = [await signIn('admin'), await signIn('admin')]
  await Promise.all(Array.from({ length: 5 }, () => read(one, '/desk/receipts')))
  await become('admin', { authorities: [] })
  ahead += 59_000
  expect(told(await read(one, '/desk/receipts'))).toEqual([200, 'all', 2, '2'])
  expect(told(await read(other, '/desk/receipts'))).toEqual([200, 'own', 1, '1'])
})

test.each(['500-before', 'drop-before', '429', 'invalid-json'])(
  'while the tenant cannot be asked nobody’s receipts are told: %s',
  async (kind) => {
    const cookie = await signIn('admin')
    await sandbox.fault('oauthUserinfo', kind, { times: 9 })
    for (const path of ['/desk/receipts', '/desk/receipts/export']) {
      const answer = await read(cookie, path)
      expect([answer.status, JSON.parse(answer.body)['code']]).toEqual([502, 'tenant_unreachable'])
    }
    await sandbox.forgetFaults()
    expect(told(await read(cookie, '/desk/receipts'))).toEqual([200, 'all', 2, '2'])
  },
)

test.each(['403', '404'])('a tenant that does not say who is an administrator says no: %s', async (kind) => {
  const cookie = await signIn('admin')
  await sandbox.fault('oauthUserinfo', kind, { times: 9 })
  expect(told(await read(cookie, '/desk/receipts'))).toEqual([200, 'own', 1, '1'])
})

test('whoever was no administrator at sign-in finds their own, and the tenant is not asked', async () => {
  const cookie = await signIn('manager')
  await sandbox.fault('oauthUserinfo', '500-before', { times: 9 })
  expect(told(await read(cookie, '/desk/receipts'))).toEqual([200, 'own', 1, '1'])
  expect(await exported(cookie)).toEqual([200, 'own', 1])
})

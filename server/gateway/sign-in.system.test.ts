import { afterEach, beforeEach, expect, test } from 'vitest'
import { TestDesk } from './testing/desk.ts'
import type { TestBrowser } from './testing/desk.ts'
import type { Answer } from './testing/http.ts'

let desk: TestDesk
beforeEach(async () => {
  desk = await TestDesk.start()
})
afterEach(() => desk.close())

test('S3 a sign-in ends where it began, signed in', async () => {
  const browser = desk.browser()
  const authorize = await browser.beginSignIn('/completed/abc?x=1#top')
  expect(Object.fromEntries(authorize.searchParams)).toEqual({
    client_id: 'desk',
    response_type: 'code',
    redirect_uri: `${desk.origin}/auth/callback`,
    scope: 'sp:scopes:all',
    code_challenge_method: 'S256',
    code_challenge: expect.stringMatching(/^[\w-]{43}$/),
    state: expect.stringMatching(/^[\w-]{43}$/),
  })
  const code = desk.tenant.grantCode(authorize)
  const back = await browser.ask(`/auth/callback?code=${code}&state=${authorize.searchParams.get('state')}`)
  expect([back.status, back.headers['location']]).toEqual([302, '/completed/abc?x=1#top'])
  const session = await browser.read('/desk/session')
  expect(JSON.parse(session.body)).toEqual({
    user: { id: 'id-dana', name: 'Dana Example', alias: 'dana', email: 'dana@example.com' },
    authorities: ['ORG_ADMIN'],
    tenant: { id: 'acme', name: 'Acme', url: desk.tenant.origin, environment: 'test' },
    endsInMs: expect.any(Number),
  })
  expect(desk.runs.woken).toBe(1)
})

test('S2 every cookie is Secure, HttpOnly, for the whole host; the session Strict, the sign-in Lax for ten minutes', async () => {
  const browser = desk.browser()
  const begun = await browser.ask('/auth/sign-in')
  const authorize = new URL(begun.headers['location'] ?? '')
  const state = authorize.searchParams.get('state')
  const back = await browser.ask(`/auth/callback?code=${desk.tenant.grantCode(authorize)}&state=${state}`)
  const out = await browser.ask('/desk/session/end', {
    method: 'POST',
    headers: { 'sec-fetch-site': 'same-origin', 'x-requested-by': 'app', 'content-type': 'application/json' },
    body: '{}',
  })
  expect(out.status).toBe(204)
  const all = [...begun.setCookies, ...back.setCookies, ...out.setCookies]
  expect(all).toHaveLength(4)
  for (const cookie of all) {
    expect(cookie).toMatch(new RegExp(`^__Host-Http-(sid|login)-${desk.port}`))
    expect(cookie).toMatch(/; Path=\/; Secure; HttpOnly; SameSite=(Strict|Lax)/)
    expect(cookie).not.toMatch(/domain/i)
    expect(/SameSite=Strict/.test(cookie)).toBe(cookie.startsWith('__Host-Http-sid'))
  }
  expect(begun.setCookies[0]).toMatch(/Max-Age=600$/)
  const value = /=([^;]+)/.exec(back.setCookies.find((cookie) => cookie.includes('-sid-')) ?? '')?.[1] ?? ''
  expect(Buffer.from(value, 'base64url')).toHaveLength(32)
})

test('S2 over https the names carry no port', async () => {
  const secure = await TestDesk.start({ https: true })
  try {
    const browser = secure.browser()
    await browser.signIn()
    expect([...browser.cookies.keys()]).toEqual(['__Host-Http-sid'])
  } finally {
    await secure.close()
  }
})

test('S2 a new sign-in gets a new id and the old one is dead', async () => {
  const browser = desk.browser()
  await browser.signIn()
  const old = browser.sessionCookie
  await browser.signIn()
  expect(browser.sessionCookie).not.toBe(old)
  const stale = await desk.ask('/desk/session', {
    headers: { cookie: `__Host-Http-sid-${desk.port}=${old}`, 'sec-fetch-site': 'same-origin', 'x-requested-by': 'app' },
  })
  expect(stale.status).toBe(401)
})

test('S2 a session id planted before sign-in is not taken over', async () => {
  const browser = desk.browser()
  const planted = 'A'.repeat(43)
  browser.cookies.set(`__Host-Http-sid-${desk.port}`, planted)
  await browser.signIn()
  expect(browser.sessionCookie).not.toBe(planted)
})

test('S2 two tabs may sign in at once', async () => {
  const browser = desk.browser()
  const [first, second] = [await browser.beginSignIn('/inbox'), await browser.beginSignIn('/completed')]
  for (const authorize of [first, second]) {
    const code = desk.tenant.grantCode(authorize)
    const back = await browser.ask(`/auth/callback?code=${code}&state=${authorize.searchParams.get('state')}`)
    expect(back.status).toBe(302)
  }
})

test('S1 the store holds neither tokens nor cookie values, and no answer or log line does', async () => {
  const browser = desk.browser()
  const answers = [await browser.ask('/auth/sign-in'), await browser.signIn(), await browser.read('/desk/session')]
  const rows = JSON.stringify([
    await desk.store.selectFrom('session').selectAll().execute(),
    await desk.store.selectFrom('login').selectAll().execute(),
  ])
  const said = JSON.stringify([answers, desk.log]) + rows
  for (const canary of ['canary-access', 'canary-refresh', 'canary-client-secret', 'code_verifier'])
    expect(said).not.toContain(canary)
  expect(rows + JSON.stringify(desk.log)).not.toContain(browser.sessionCookie)
})

type Callback = (browser: TestBrowser) => Promise<Answer>

/** A sign-in sent off, with the code the tenant would give; the test then comes back in its own way. */
async function begun(browser: TestBrowser) {
  const authorize = await browser.beginSignIn()
  return { authorize, state: authorize.searchParams.get('state') ?? '', code: desk.tenant.grantCode(authorize) }
}

const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url')

const negatives: readonly (readonly [what: string, come: Callback])[] = [
  ['no state', async (b) => b.ask(`/auth/callback?code=${(await begun(b)).code}`)],
  ['an empty state', async (b) => b.ask(`/auth/callback?state=&code=${(await begun(b)).code}`)],
  ['a foreign state', async (b) => b.ask(`/auth/callback?state=${'x'.repeat(43)}&code=${(await begun(b)).code}`)],
  [
    'a state used before',
    async (b) => {
      const { state, code, authorize } = await begun(b)
      const cookies = new Map(b.cookies)
      await b.ask(`/auth/callback?state=${state}&code=${code}`)
      b.cookies.clear()
      for (const [name, value] of cookies) b.cookies.set(name, value)
      return b.ask(`/auth/callback?state=${state}&code=${desk.tenant.grantCode(authorize)}`)
    },
  ],
  [
    'a state older than ten minutes',
    async (b) => {
      const { state, code } = await begun(b)
      desk.pass(600_001)
      return b.ask(`/auth/callback?state=${state}&code=${code}`)
    },
  ],
  [
    'another browser’s sign-in',
    async (b) => {
      const { state, code } = await begun(desk.browser())
      await b.beginSignIn()
      return b.ask(`/auth/callback?state=${state}&code=${code}`)
    },
  ],
  [
    'a browser without its cookie',
    async (b) => {
      const { state, code } = await begun(b)
      b.cookies.clear()
      return b.ask(`/auth/callback?state=${state}&code=${code}`)
    },
  ],
  [
    'a code of another browser’s sign-in',
    async (b) => {
      const { state } = await begun(b)
      return b.ask(`/auth/callback?state=${state}&code=${(await begun(desk.browser())).code}`)
    },
  ],
  [
    'a code used before',
    async (b) => {
      const other = desk.browser()
      const first = await begun(other)
      await other.ask(`/auth/callback?state=${first.state}&code=${first.code}`)
      const { state } = await begun(b)
      return b.ask(`/auth/callback?state=${state}&code=${first.code}`)
    },
  ],
  ['no code', async (b) => b.ask(`/auth/callback?state=${(await begun(b)).state}`)],
  ['error=access_denied', async (b) => b.ask(`/auth/callback?error=access_denied&state=${(await begun(b)).state}`)],
  [
    'an error beside a good code',
    async (b) => {
      const { state, code } = await begun(b)
      return b.ask(`/auth/callback?error=server_error&code=${code}&state=${state}`)
    },
  ],
  [
    'another issuer',
    async (b) => {
      const { state, code } = await begun(b)
      return b.ask(`/auth/callback?state=${state}&code=${code}&iss=${encodeURIComponent('https://evil.example')}`)
    },
  ],
  [
    'a code that was bound to a plain challenge',
    async (b) => {
      const { authorize, state } = await begun(b)
      const code = desk.tenant.grantCode(authorize, 'plain-challenge-of-somebody-else')
      return b.ask(`/auth/callback?state=${state}&code=${code}`)
    },
  ],
  [
    'state given twice',
    async (b) => {
      const { state, code } = await begun(b)
      return b.ask(`/auth/callback?state=${state}&state=${state}&code=${code}`)
    },
  ],
  [
    'an ID token with a nonce nobody sent',
    async (b) => {
      const { state, code } = await begun(b)
      const now = Math.floor(Date.now() / 1000)
      const claims = { iss: desk.tenant.origin, aud: 'desk', sub: 'dana', iat: now, exp: now + 60, nonce: 'theirs' }
      desk.tenant.alterTokens = (answer) => ({ ...answer, id_token: `${part({ alg: 'RS256' })}.${part(claims)}.c2ln` })
      return b.ask(`/auth/callback?state=${state}&code=${code}`)
    },
  ],
  [
    'a token that is nobody’s',
    async (b) => {
      desk.tenant.identityId = ''
      const { state, code } = await begun(b)
      return b.ask(`/auth/callback?state=${state}&code=${code}`)
    },
  ],
]

test.each(negatives)('S3 a callback with %s signs nobody in and offers to try again', async (_what, come) => {
  const browser = desk.browser()
  const sessionsBefore = (await desk.store.selectFrom('session').select('id_hash').execute()).length
  const answer = await come(browser)
  expect([400, 403, 502]).toContain(answer.status)
  expect(browser.sessionCookie === undefined || _what === 'a state used before').toBe(true)
  expect(answer.setCookies.some((cookie) => cookie.includes('-sid-'))).toBe(false)
  expect(answer.body).toContain('Sign in again')
  expect(answer.body).toContain('<html lang="en">')
  const sessions = await desk.store.selectFrom('session').select('id_hash').execute()
  const signedInBeside = ['a state used before', 'a code used before'].includes(_what) ? 1 : 0
  expect(sessions.length - sessionsBefore).toBe(signedInBeside)
})

test.each([
  ['refuses', () => (desk.tenant.infoStatus = 404)],
  ['is broken', () => (desk.tenant.infoStatus = 500)],
])('S3 a tenant whose /oauth/info %s gives a page that says so', async (_what, breakIt) => {
  breakIt()
  const answer = await desk.ask('/auth/sign-in')
  expect(answer.status).toBe(502)
  expect(answer.body).toContain('Sign in again')
  expect(answer.setCookies).toEqual([])
})

test('S13 the 21st sign-in within a minute from one address is put off', async () => {
  for (let count = 0; count < 20; count++) expect((await desk.ask('/auth/sign-in')).status).toBe(302)
  const answer = await desk.ask('/auth/sign-in')
  expect(answer.status).toBe(429)
  expect(Number(answer.headers['retry-after'])).toBeGreaterThan(0)
})

test('S12 the redirect URI never comes from the request', async () => {
  const answer = await desk.ask('/auth/sign-in', {
    headers: { 'x-forwarded-host': 'evil.example', forwarded: 'host=evil.example' },
  })
  expect(new URL(answer.headers['location'] ?? '').searchParams.get('redirect_uri')).toBe(`${desk.origin}/auth/callback`)
})

import { decodeJwt, decodeProtectedHeader } from 'jose'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { isRecord } from '#contract/json.ts'
import { personas } from '../personas.ts'
import { CLIENT, REDIRECT_URI, pkce, signInForCode, startTestSandbox } from '../testing/test-sandbox.ts'
import type { TestSandbox } from '../testing/test-sandbox.ts'

let sandbox: TestSandbox
beforeAll(async () => {
  sandbox = await startTestSandbox({ openItems: 3, identities: 60 })
})
afterAll(() => sandbox.close())

const basic = `Basic ${Buffer.from(`${CLIENT.id}:${CLIENT.secret}`).toString('base64')}`

const post = (url: string, body?: string | FormData | URLSearchParams, headers: Record<string, string> = {}) =>
  sandbox.app.request(url, { method: 'POST', headers, ...(body === undefined ? {} : { body }) })
const unknownToken = () => new URLSearchParams({ token: 'unknown' })

interface Granted {
  status: number
  accessToken: string
  refreshToken: string
  error: unknown
  body: Record<string, unknown>
}

async function tokenRequest(
  parameters: Record<string, string>,
  init: { headers?: Record<string, string>; body?: string | FormData | URLSearchParams } = {},
): Promise<Granted> {
  const response = await sandbox.app.request('/oauth/token', {
    method: 'POST',
    headers: { authorization: basic, ...init.headers },
    body: init.body ?? new URLSearchParams(parameters),
  })
  expect(response.headers.get('cache-control')).toBe('no-store')
  const body: unknown = await response.json()
  const record = isRecord(body) ? body : {}
  return {
    status: response.status,
    accessToken: String(record['access_token']),
    refreshToken: String(record['refresh_token']),
    error: record['error'],
    body: record,
  }
}

async function signIn(): Promise<Granted> {
  const { verifier, challenge } = pkce()
  const code = await signInForCode(sandbox, 'manager', challenge)
  return tokenRequest({ grant_type: 'authorization_code', code, redirect_uri: REDIRECT_URI, code_verifier: verifier })
}

const refresh = (refreshToken: string) => tokenRequest({ grant_type: 'refresh_token', refresh_token: refreshToken })
const works = async (accessToken: string): Promise<boolean> =>
  (await sandbox.app.request('/oauth/userinfo', { headers: { authorization: `Bearer ${accessToken}` } })).status === 200

describe('/oauth/info', () => {
  test.each(['http://localhost:4001', 'http://127.0.0.1:4101', 'http://[::1]:4001'])(
    'names its endpoints at %s',
    async (origin) => {
      const info: unknown = await (await sandbox.app.request(`${origin}/oauth/info`)).json()
      expect(info).toMatchObject({
        tenantName: 'Larkfield (sandbox)',
        environment: 'sandbox',
        authorizeEndpoint: `${origin}/oauth/authorize`,
        tokenEndpoint: `${origin}/oauth/token`,
      })
    },
  )
  test('never repeats a foreign Host', async () => {
    expect(await (await sandbox.app.request('http://evil.example/oauth/info')).text()).not.toContain('evil')
  })
})

describe('the sign-in page', () => {
  const query = new URLSearchParams({
    client_id: CLIENT.id,
    redirect_uri: REDIRECT_URI,
    response_type: 'code',
    state: '"><script>alert(1)</script>',
    code_challenge: pkce().challenge,
    code_challenge_method: 'S256',
  })

  test('lists every persona as a button, without script, and its policy lets the browser go back to the desk', async () => {
    const response = await sandbox.app.request(`/oauth/authorize?${query.toString()}`)
    const page = await response.text()
    expect(response.status).toBe(200)
    for (const { key, firstname, lastname, title } of personas) {
      expect(page).toContain(`value="${key}"`)
      expect(page).toContain(`${firstname} ${lastname}`)
      expect(page).toContain(title)
    }
    expect(page).not.toContain('<script')
    const policy = response.headers.get('content-security-policy') ?? ''
    expect(policy).toContain("default-src 'none'")
    expect(policy).toContain(`form-action 'self' ${new URL(REDIRECT_URI).origin};`)
    expect(policy).toContain("frame-ancestors 'none'")
  })

  test('an untrusted request shows a page instead of redirecting', async () => {
    const response = await sandbox.app.request(`/oauth/authorize?client_id=${CLIENT.id}&redirect_uri=https://evil.example/`)
    expect(response.status).toBe(400)
    expect(response.headers.get('location')).toBeNull()
  })

  test('cancel and a choice of nobody go back with access_denied and the state', async () => {
    for (const choice of [{ cancel: '1' }, { persona: 'nobody' }]) {
      const body = new URLSearchParams([...query, ...Object.entries(choice)])
      const response = await sandbox.app.request('/oauth/authorize', { method: 'POST', body })
      expect(response.status).toBe(303)
      const location = new URL(response.headers.get('location') ?? '')
      expect(location.searchParams.get('error')).toBe('access_denied')
      expect(location.searchParams.get('state')).toBe(query.get('state'))
      expect(location.searchParams.has('code')).toBe(false)
    }
  })

  test('a post with a foreign redirect URI goes nowhere', async () => {
    const body = new URLSearchParams([...query, ['persona', 'manager']])
    body.set('redirect_uri', 'https://evil.example/')
    const response = await sandbox.app.request('/oauth/authorize', { method: 'POST', body })
    expect(response.status).toBe(400)
    expect(response.headers.get('location')).toBeNull()
  })
})

describe('the code', () => {
  test('is exchanged for tokens that say who it is', async () => {
    const granted = await signIn()
    expect(granted.status).toBe(200)
    expect(granted.body).toMatchObject({ token_type: 'bearer', expires_in: 720, scope: 'sp:scopes:all' })
    expect(decodeProtectedHeader(granted.accessToken)).toMatchObject({ alg: 'ES256', typ: 'JWT' })
    const claims = decodeJwt(granted.accessToken)
    expect(claims).toMatchObject({
      identity_id: await sandbox.identityId('manager'),
      user_name: 'tomas.lindqvist',
      authorities: ['IDENTITY_VIEWER'],
      client_id: CLIENT.id,
      scope: ['sp:scopes:all'],
      org: expect.any(String),
      pod: expect.any(String),
      tenant_id: expect.any(String),
      jti: expect.any(String),
    })
    expect((claims.exp ?? 0) - (claims.iat ?? 0)).toBe(720)
    const info: unknown = await (
      await sandbox.app.request('/oauth/userinfo', { headers: { authorization: `Bearer ${granted.accessToken}` } })
    ).json()
    expect(info).toMatchObject({
      id: await sandbox.identityId('manager'),
      displayName: 'Tomas Lindqvist',
      capabilities: ['IDENTITY_VIEWER'],
    })
  })

  test('is good once; a second use revokes what came of the first', async () => {
    const { verifier, challenge } = pkce()
    const code = await signInForCode(sandbox, 'manager', challenge)
    const parameters = { grant_type: 'authorization_code', code, redirect_uri: REDIRECT_URI, code_verifier: verifier }
    const first = await tokenRequest(parameters)
    expect(await works(first.accessToken)).toBe(true)
    expect(await tokenRequest(parameters)).toMatchObject({ status: 400, error: 'invalid_grant' })
    expect(await works(first.accessToken)).toBe(false)
    expect(await refresh(first.refreshToken)).toMatchObject({ status: 400, error: 'invalid_grant' })
  })

  test('used 20 times at once gives tokens at most once, and none that last', async () => {
    const { verifier, challenge } = pkce()
    const code = await signInForCode(sandbox, 'manager', challenge)
    const parameters = { grant_type: 'authorization_code', code, redirect_uri: REDIRECT_URI, code_verifier: verifier }
    const answers = await Promise.all(Array.from({ length: 20 }, () => tokenRequest(parameters)))
    const granted = answers.filter(({ status }) => status === 200)
    expect(granted).toHaveLength(1)
    expect(await works(granted[0]?.accessToken ?? '')).toBe(false)
  })

  test.each([
    ['a wrong verifier', { code_verifier: pkce().verifier }, 'invalid_grant'],
    ['the challenge instead of the verifier', { code_verifier: 'x'.repeat(43) }, 'invalid_grant'],
    ['no verifier', { code_verifier: '' }, 'invalid_request'],
    ['another redirect URI', { redirect_uri: `${REDIRECT_URI}/` }, 'invalid_grant'],
    ['an unknown code', { code: 'guessed' }, 'invalid_grant'],
  ])('is refused with %s', async (_what, changes, error) => {
    const { verifier, challenge } = pkce()
    const code = await signInForCode(sandbox, 'manager', challenge)
    const parameters = { grant_type: 'authorization_code', code, redirect_uri: REDIRECT_URI, code_verifier: verifier }
    expect(await tokenRequest({ ...parameters, ...changes })).toMatchObject({ status: 400, error })
  })

  test('expires after 60 s', async () => {
    const { verifier, challenge } = pkce()
    const code = await signInForCode(sandbox, 'manager', challenge)
    sandbox.advance(61_000)
    expect(
      await tokenRequest({ grant_type: 'authorization_code', code, redirect_uri: REDIRECT_URI, code_verifier: verifier }),
    ).toMatchObject({ status: 400, error: 'invalid_grant' })
  })
})

describe('refreshing', () => {
  test('answers a new pair each time', async () => {
    const first = await signIn()
    const second = await refresh(first.refreshToken)
    expect(second.status).toBe(200)
    expect(second.refreshToken).not.toBe(first.refreshToken)
    expect(await works(second.accessToken)).toBe(true)
    expect((await refresh(second.refreshToken)).status).toBe(200)
  })

  test('S4 an old refresh token, used again, revokes the whole sign-in', async () => {
    const first = await signIn()
    const second = await refresh(first.refreshToken)
    expect(await refresh(first.refreshToken)).toMatchObject({ status: 400, error: 'invalid_grant' })
    expect(await works(second.accessToken)).toBe(false)
    expect(await refresh(second.refreshToken)).toMatchObject({ status: 400, error: 'invalid_grant' })
  })

  test('expires after 30 days, access tokens after their seconds', async () => {
    const granted = await signIn()
    sandbox.advance(721_000)
    const answer = await sandbox.app.request('/beta/work-items', { headers: { authorization: `Bearer ${granted.accessToken}` } })
    expect(answer.status).toBe(401)
    expect(await answer.json()).toEqual({ error: 'JWT is expired' })
    const next = await refresh(granted.refreshToken)
    expect(next.status).toBe(200)
    sandbox.advance(30 * 86_400_000 + 1)
    expect(await refresh(next.refreshToken)).toMatchObject({ status: 400, error: 'invalid_grant' })
  })

  test('belongs to the client it was issued to', async () => {
    const granted = await signIn()
    const other = `Basic ${Buffer.from(`manager-pat:${sandbox.config.patSecret}`).toString('base64')}`
    const answer = await tokenRequest(
      { grant_type: 'refresh_token', refresh_token: granted.refreshToken },
      { headers: { authorization: other } },
    )
    expect(answer).toMatchObject({ status: 400, error: 'unauthorized_client' })
  })
})

describe('the client', () => {
  const pat = { grant_type: 'client_credentials', client_id: 'admin-pat', client_secret: 'test-pat-secret' }

  test('may send its parameters form-encoded, multipart, or in the query', async () => {
    const multipart = new FormData()
    for (const [name, value] of Object.entries(pat)) multipart.append(name, value)
    const answers = await Promise.all([
      post('/oauth/token', new URLSearchParams(pat)),
      post('/oauth/token', multipart),
      post(`/oauth/token?${new URLSearchParams(pat).toString()}`),
    ])
    for (const answer of answers) {
      expect(answer.status).toBe(200)
      const body: unknown = await answer.json()
      const token = isRecord(body) ? String(body['access_token']) : ''
      expect(decodeJwt(token)).toMatchObject({ authorities: ['ORG_ADMIN'], client_id: 'admin-pat' })
      expect(isRecord(body) && 'refresh_token' in body).toBe(false)
    }
  })

  test.each([
    ['a wrong secret', { client_secret: 'wrong' }, 401, 'invalid_client'],
    ['an unknown client', { client_id: 'nobody-pat' }, 401, 'invalid_client'],
    ['no secret', { client_secret: '' }, 401, 'invalid_client'],
    ['an unknown grant', { grant_type: 'password' }, 400, 'unsupported_grant_type'],
    ['a grant not its own', { grant_type: 'authorization_code' }, 400, 'unauthorized_client'],
    ['no grant', { grant_type: '' }, 400, 'invalid_request'],
  ])('is refused with %s', async (_what, changes, status, error) => {
    const answer = await post('/oauth/token', new URLSearchParams({ ...pat, ...changes }))
    expect(answer.status).toBe(status)
    expect(await answer.json()).toMatchObject({ error })
  })

  test('is refused with parameters sent twice or in an unreadable body', async () => {
    const twice = new URLSearchParams(pat)
    twice.append('client_id', 'manager-pat')
    expect((await post('/oauth/token', twice)).status).toBe(400)
    expect((await post('/oauth/token', JSON.stringify(pat), { 'content-type': 'application/json' })).status).toBe(400)
    expect((await post('/oauth/token', 'no boundary', { 'content-type': 'multipart/form-data' })).status).toBe(400)
    expect((await post('/oauth/token', 'x'.repeat(70_000), { 'content-type': 'application/x-www-form-urlencoded' })).status).toBe(
      400,
    )
  })
})

describe('signing out', () => {
  test.each(['refresh', 'access'] as const)('by the %s token ends both at once', async (which) => {
    const granted = await signIn()
    const token = which === 'refresh' ? granted.refreshToken : granted.accessToken
    const answer = await sandbox.app.request('/oauth/revoke', {
      method: 'POST',
      headers: { authorization: basic },
      body: new URLSearchParams({ token }),
    })
    expect(answer.status).toBe(200)
    expect(await works(granted.accessToken)).toBe(false)
    expect((await refresh(granted.refreshToken)).status).toBe(400)
  })

  test('with an unknown token is no error, without a client it is', async () => {
    expect(
      (await sandbox.app.request('/oauth/revoke', { method: 'POST', headers: { authorization: basic }, body: unknownToken() }))
        .status,
    ).toBe(200)
    expect((await sandbox.app.request('/oauth/revoke', { method: 'POST', body: unknownToken() })).status).toBe(401)
  })

  test('a disabled person is out at once', async () => {
    const granted = await signIn()
    const id = await sandbox.identityId('manager')
    await sandbox.store.updateTable('identity').set({ status: 'DISABLED' }).where('id', '=', id).execute()
    expect(await works(granted.accessToken)).toBe(false)
    expect((await refresh(granted.refreshToken)).status).toBe(400)
    await sandbox.store.updateTable('identity').set({ status: 'REGISTERED' }).where('id', '=', id).execute()
  })
})

test.each([
  ['nothing', undefined],
  ['another scheme', 'Basic YTpi'],
  ['no token', 'Bearer '],
  ['noise', 'Bearer noise'],
  [
    'an unsigned token',
    `Bearer ${Buffer.from('{"alg":"none"}').toString('base64url')}.${Buffer.from('{"jti":"x"}').toString('base64url')}.`,
  ],
])('%s in place of a bearer token is 401', async (_what, authorization) => {
  const answer = await sandbox.app.request('/beta/work-items', { headers: authorization === undefined ? {} : { authorization } })
  expect(answer.status).toBe(401)
  expect(await answer.json()).toEqual({ error: expect.any(String) })
})

test('tokens outlive a restart, since the key is in the store', async () => {
  const granted = await signIn()
  const { createSandbox } = await import('../app.ts')
  const again = await createSandbox(sandbox.config, {
    clock: Date.now,
    random: (bytes) => new Uint8Array(bytes),
    store: sandbox.store,
  })
  // The clock of this file's sandbox has been moved; the restarted one runs on real time, before any expiry.
  const answer = await again.app.request('/oauth/userinfo', { headers: { authorization: `Bearer ${granted.accessToken}` } })
  expect(answer.status).toBe(200)
})

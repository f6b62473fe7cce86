import { createHash, randomBytes } from 'node:crypto'
import { isRecord } from '#contract/json.ts'
import { listen } from '#platform/http.ts'
import { createSandbox } from '../app.ts'
import type { Sandbox } from '../app.ts'
import type { SandboxConfig } from '../config.ts'
import type { Persona } from '../personas.ts'
import { openStore } from '../store/open.ts'
import type { SandboxStore } from '../store/open.ts'

export const REDIRECT_URI = 'http://localhost:4000/auth/callback'
const PAT_SECRET = 'test-pat-secret'
export const CLIENT = { id: 'desk', secret: 'test-client-secret' } as const

export interface TestSandbox {
  readonly app: Sandbox['app']
  readonly store: SandboxStore
  readonly config: SandboxConfig
  /** Moves the sandbox's clock forward, in ms. */
  advance(ms: number): void
  /** An access token by the persona's personal access token. */
  token(persona: Persona['key']): Promise<string>
  /** One request in-process, as a persona or as nobody. */
  call(persona: Persona['key'] | null, method: string, path: string, body?: unknown): Promise<Response>
  identityId(persona: Persona['key']): Promise<string>
  close(): Promise<void>
}

/** A fresh tenant in memory with its own clock, without a rate limit unless one is given. */
export async function startTestSandbox(overrides: Partial<SandboxConfig> = {}): Promise<TestSandbox> {
  const config: SandboxConfig = {
    port: 0,
    dataDir: ':memory:',
    seed: 20,
    identities: 300,
    openItems: 150,
    rateLimit: 0,
    patSecret: PAT_SECRET,
    clientId: CLIENT.id,
    clientSecret: CLIENT.secret,
    redirectUris: [REDIRECT_URI],
    testMode: true,
    accessTokenSeconds: 720,
    refreshTokenSeconds: 30 * 86_400,
    ...overrides,
  }
  let skew = 0
  const store = await openStore(config.dataDir)
  const sandbox = await createSandbox(config, {
    clock: () => Date.now() + skew,
    random: (bytes) => randomBytes(bytes),
    store,
  })
  const tokens = new Map<Persona['key'], string>()

  async function token(persona: Persona['key']): Promise<string> {
    const known = tokens.get(persona)
    if (known !== undefined) return known
    const form = new URLSearchParams({
      grant_type: 'client_credentials',
      client_id: `${persona}-pat`,
      client_secret: config.patSecret,
    })
    const answer: unknown = await (await sandbox.app.request('/oauth/token', { method: 'POST', body: form })).json()
    const fresh = isRecord(answer) ? answer['access_token'] : undefined
    if (typeof fresh !== 'string') throw new Error(`No token for ${persona}: ${JSON.stringify(answer)}`)
    tokens.set(persona, fresh)
    return fresh
  }

  return {
    app: sandbox.app,
    store,
    config,
    advance: (ms) => {
      skew += ms
      tokens.clear()
    },
    token,
    call: async (persona, method, path, body) => {
      const headers: Record<string, string> = { 'x-sailpoint-experimental': 'true' }
      if (persona) headers['authorization'] = `Bearer ${await token(persona)}`
      if (body !== undefined) headers['content-type'] = 'application/json'
      return sandbox.app.request(path, { method, headers, ...(body === undefined ? {} : { body: JSON.stringify(body) }) })
    },
    identityId: async (persona) =>
      (await store.selectFrom('identity').select('id').where('persona', '=', persona).executeTakeFirstOrThrow()).id,
    close: () => sandbox.close(),
  }
}

/** The same over real HTTP on a free port of 127.0.0.1. */
export async function listenTestSandbox(
  overrides: Partial<SandboxConfig> = {},
): Promise<TestSandbox & { readonly baseUrl: string; readonly patSecret: string }> {
  const sandbox = await startTestSandbox(overrides)
  const listener = await listen((request, bindings) => sandbox.app.fetch(request, bindings), { host: '127.0.0.1', port: 0 })
  return {
    ...sandbox,
    baseUrl: `http://127.0.0.1:${listener.port}`,
    patSecret: sandbox.config.patSecret,
    close: async () => {
      await listener.close(0)
      await sandbox.close()
    },
  }
}

/** A PKCE pair. */
export function pkce(): { verifier: string; challenge: string } {
  const verifier = randomBytes(32).toString('base64url')
  return { verifier, challenge: createHash('sha256').update(verifier).digest('base64url') }
}

/** Signs in by the form, as a browser would, and answers the code that went to the redirect URI. */
export async function signInForCode(sandbox: TestSandbox, persona: Persona['key'], challenge: string): Promise<string> {
  const form = new URLSearchParams({
    client_id: CLIENT.id,
    redirect_uri: REDIRECT_URI,
    response_type: 'code',
    state: 'state-1',
    code_challenge: challenge,
    code_challenge_method: 'S256',
    persona,
  })
  const response = await sandbox.app.request('/oauth/authorize', { method: 'POST', body: form })
  const location = new URL(response.headers.get('location') ?? 'http://missing.example')
  const code = location.searchParams.get('code')
  if (code === null) throw new Error(`No code in ${location.href} (${response.status})`)
  return code
}

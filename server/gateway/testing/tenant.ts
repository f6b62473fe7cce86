import { createHash, randomBytes } from 'node:crypto'
import { createServer } from 'node:http'
import type { IncomingMessage, ServerResponse } from 'node:http'

/** What reached the tenant's API. */
export interface Seen {
  readonly method: string
  readonly url: string
  /** Names as they came, each with its value. */
  readonly headers: readonly (readonly [name: string, value: string])[]
  readonly body: string
}

interface Grant {
  revoked: boolean
  readonly identityId: string
}

interface Code {
  readonly challenge: string
  readonly redirectUri: string
  readonly grant: Grant
  used: boolean
}

const token = (prefix: string) => `${prefix}-${randomBytes(18).toString('base64url')}`
const base64url = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url')

/**
 * A tenant just large enough to hold the gateway to its promises: OAuth with PKCE, refresh rotation and reuse detection, and an API that
 * notes what it is asked. Written from RFC 6749, 7636 and 9700, apart from the sandbox, so that the two do not share a mistake.
 */
export class TestTenant {
  readonly seen: Seen[] = []
  refreshes = 0
  refreshRefusals = 0
  revocations: string[] = []
  /** Seconds an access token lives. */
  lifetime = 720
  identityId = 'id-dana'
  /** Answers an API request in place of `{}`; `true` when it did. */
  respond: (request: IncomingMessage, response: ServerResponse) => boolean = () => false
  /** Changes what the token endpoint answers. */
  alterTokens: (answer: Record<string, unknown>) => Record<string, unknown> = (answer) => answer
  /** Status of `/oauth/info`, `/oauth/token` when they are to fail. */
  infoStatus = 200
  tokenStatus = 200
  /** Waits before a refresh is answered. */
  refreshDelayMs = 0
  origin = ''
  readonly #server = createServer((request, response) => void this.#handle(request, response))
  readonly #codes = new Map<string, Code>()
  readonly #refreshTokens = new Map<string, { readonly grant: Grant; used: boolean }>()
  readonly #accessTokens = new Map<string, Grant>()

  async listen(): Promise<void> {
    await new Promise<void>((resolve) => this.#server.listen(0, '127.0.0.1', resolve))
    const address = this.#server.address()
    if (typeof address !== 'object' || !address) throw new Error('No address')
    this.origin = `http://127.0.0.1:${address.port}`
  }

  async close(): Promise<void> {
    this.#server.closeAllConnections()
    await new Promise((resolve) => this.#server.close(resolve))
  }

  /** What the tenant's sign-in page would do when the person picks themselves: a code for this authorization request. */
  grantCode(authorizeUrl: string | URL, challenge?: string): string {
    const { searchParams } = new URL(authorizeUrl)
    const code = token('code')
    const grant = { revoked: false, identityId: this.identityId }
    this.#codes.set(code, {
      challenge: challenge ?? searchParams.get('code_challenge') ?? '',
      redirectUri: searchParams.get('redirect_uri') ?? '',
      grant,
      used: false,
    })
    return code
  }

  revokeAllAccess(): void {
    this.#accessTokens.clear()
  }

  async #handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const chunks: Buffer[] = []
    for await (const chunk of request) if (Buffer.isBuffer(chunk)) chunks.push(chunk)
    const body = Buffer.concat(chunks).toString('utf8')
    const json = (status: number, value: unknown, headers: Record<string, string> = {}) =>
      response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(JSON.stringify(value))
    const path = (request.url ?? '').split('?')[0]
    if (path === '/oauth/info')
      return void json(this.infoStatus, {
        tenantId: 'acme',
        tenantName: 'Acme',
        authorizeEndpoint: `${this.origin}/oauth/authorize`,
        cloudDomainUrl: this.origin,
        environment: 'test',
      })
    if (path === '/oauth/token') {
      if (this.tokenStatus !== 200) return void json(this.tokenStatus, { error: 'server_error' })
      return this.#token(new URLSearchParams(body), json)
    }
    if (path === '/oauth/revoke') {
      this.revocations.push(new URLSearchParams(body).get('token') ?? '')
      return void response.writeHead(200).end()
    }
    const bearer = /^Bearer (.+)$/.exec(request.headers.authorization ?? '')?.[1]
    const grant = bearer === undefined ? undefined : this.#accessTokens.get(bearer)
    if (path === '/oauth/userinfo')
      return void json(200, { id: grant?.identityId, uid: 'dana', displayName: 'Dana Example', email: 'dana@example.com' })
    const headers: [string, string][] = []
    for (let index = 0; index < request.rawHeaders.length; index += 2)
      headers.push([request.rawHeaders[index] ?? '', request.rawHeaders[index + 1] ?? ''])
    this.seen.push({ method: request.method ?? '', url: request.url ?? '', headers, body })
    if (!grant || grant.revoked) return void json(401, { error: 'JWT is expired' })
    if (!this.respond(request, response)) json(200, {}, { 'slpt-request-id': 'track-1' })
  }

  async #token(form: URLSearchParams, json: (status: number, value: unknown) => unknown): Promise<void> {
    const refuse = () => void json(400, { error: 'invalid_grant' })
    if (form.get('client_id') !== 'desk' || form.get('client_secret') !== 'canary-client-secret')
      return void json(401, { error: 'invalid_client' })
    if (form.get('grant_type') === 'authorization_code') {
      const code = this.#codes.get(form.get('code') ?? '')
      const challenge = createHash('sha256')
        .update(form.get('code_verifier') ?? '')
        .digest('base64url')
      if (!code || code.challenge !== challenge || code.redirectUri !== form.get('redirect_uri')) return refuse()
      if (code.used) {
        code.grant.revoked = true
        return refuse()
      }
      code.used = true
      return void json(200, this.alterTokens(this.#issue(code.grant)))
    }
    const refresh = this.#refreshTokens.get(form.get('refresh_token') ?? '')
    if (this.refreshDelayMs > 0) await new Promise((resolve) => setTimeout(resolve, this.refreshDelayMs))
    this.refreshes += 1
    if (!refresh || refresh.grant.revoked || refresh.used) {
      // Reuse of a rotated token: somebody has a copy, so the whole sign-in ends.
      if (refresh) refresh.grant.revoked = true
      this.refreshRefusals += 1
      return refuse()
    }
    refresh.used = true
    json(200, this.alterTokens(this.#issue(refresh.grant)))
  }

  #issue(grant: Grant): Record<string, unknown> {
    const claims = { identity_id: grant.identityId, tenant_id: 'acme', user_name: 'dana', authorities: ['ORG_ADMIN'] }
    const access = `${base64url({ alg: 'none' })}.${base64url(claims)}.${token('canary-access')}`
    const refresh = token('canary-refresh')
    this.#accessTokens.set(access, grant)
    this.#refreshTokens.set(refresh, { grant, used: false })
    return { access_token: access, token_type: 'bearer', expires_in: this.lifetime, refresh_token: refresh }
  }
}

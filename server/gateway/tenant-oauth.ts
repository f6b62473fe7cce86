import { decodeJwt } from 'jose'
import * as oidc from 'openid-client'
import { filledTextOf, isRecord, listOf } from '#contract/json.ts'
import type { TenantOutcome } from '../tenant/call.ts'
import type { Clock } from '../tenant/clock.ts'
import { isLoopbackHost } from './tenant-address.ts'

const TIMEOUT_SECONDS = 10
const INFO_KEPT_MS = 5 * 60_000
/** Used when a token answer does not say how long its token lives (the vendor's shortest sample). */
const UNSTATED_LIFETIME_SECONDS = 749
const SCOPE = 'sp:scopes:all'

/** What the tenant says about itself at `/oauth/info`. */
export interface TenantInfo {
  readonly tenantId: string
  readonly name: string
  /** The tenant's own pages. */
  readonly url: string
  readonly environment: string | null
  readonly authorizeEndpoint: URL
}

/** What a sign-in or a refresh brought. `expiresAt` in milliseconds since 1970. */
export interface TokenGrant {
  readonly accessToken: string
  readonly refreshToken: string | null
  readonly expiresAt: number
  /** The token's own claims, for showing only; empty when it is not a JWT. */
  readonly claims: Readonly<Record<string, unknown>>
}

/**
 * `not-sent`: certainly not carried out (no connection, or 429). `lost`: it may have been carried out, but no usable answer came.
 * `refused`: the tenant said no, or its answer did not hold against our checks.
 */
export class OAuthFailure extends Error {
  override readonly name = 'OAuthFailure'
  readonly kind: 'not-sent' | 'lost' | 'refused'
  constructor(kind: OAuthFailure['kind'], cause?: unknown) {
    super(`The tenant's sign-in failed: ${kind}`, { cause })
    this.kind = kind
  }
}

interface Options {
  readonly tenantUrl: URL
  readonly client: { readonly id: string; readonly secret: string }
  readonly redirectUri: URL
  readonly fetch: typeof globalThis.fetch
  readonly clock: Clock
}

const NO_CONNECTION = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'UND_ERR_CONNECT_TIMEOUT',
])

function* causesOf(error: unknown): Generator<Error> {
  let cause = error
  for (let depth = 0; cause instanceof Error && depth < 6; depth++) {
    yield cause
    cause = cause instanceof AggregateError ? cause.errors[0] : cause.cause
  }
}

const didNotConnect = (error: unknown): boolean =>
  [...causesOf(error)].some((cause) => 'code' in cause && typeof cause.code === 'string' && NO_CONNECTION.has(cause.code))

const failureFrom = (error: unknown): OAuthFailure =>
  [...causesOf(error)].find((cause) => cause instanceof OAuthFailure) ?? new OAuthFailure('refused', error)

/** The tenant's OAuth server: authorization code with PKCE S256, refresh, revocation, and who it is. */
export class TenantOAuth {
  readonly #options: Options
  #info: { readonly value: TenantInfo; readonly until: number } | undefined

  constructor(options: Options) {
    this.#options = options
  }

  /** What `/oauth/info` says, kept for five minutes. Raises `OAuthFailure`. */
  async info(): Promise<TenantInfo> {
    const kept = this.#info
    if (kept && kept.until > this.#options.clock.wall()) return kept.value
    const value = this.#readInfo(await this.#getJson('/oauth/info'))
    this.#info = { value, until: this.#options.clock.wall() + INFO_KEPT_MS }
    return value
  }

  /** Where to send the browser to sign in. Raises `OAuthFailure`. */
  async authorizeUrl(state: string, verifier: string): Promise<URL> {
    const { authorizeEndpoint } = await this.info()
    return oidc.buildAuthorizationUrl(this.#configuration(authorizeEndpoint), {
      redirect_uri: this.#options.redirectUri.href,
      scope: SCOPE,
      state,
      code_challenge: await oidc.calculatePKCECodeChallenge(verifier),
      code_challenge_method: 'S256',
    })
  }

  /**
   * Exchanges the code of a callback (its query) for tokens, once `state` and, where the tenant sends it, `iss` have been found right.
   * Raises `OAuthFailure`.
   */
  async exchange(query: URLSearchParams, state: string, verifier: string): Promise<TokenGrant> {
    const callback = new URL(this.#options.redirectUri)
    callback.search = query.toString()
    return this.#grant((configuration) =>
      oidc.authorizationCodeGrant(configuration, callback, { expectedState: state, pkceCodeVerifier: verifier }),
    )
  }

  /** The next tokens for a refresh token. Raises `OAuthFailure`. */
  async refresh(refreshToken: string): Promise<TokenGrant> {
    const grant = await this.#grant((configuration) => oidc.refreshTokenGrant(configuration, refreshToken))
    return grant.refreshToken === null ? { ...grant, refreshToken } : grant
  }

  /** Asks the tenant to forget a refresh token. Real tenants may not offer that, so a failure is of no consequence. */
  async revoke(refreshToken: string): Promise<void> {
    try {
      await oidc.tokenRevocation(this.#configuration(), refreshToken, { token_type_hint: 'refresh_token' })
    } catch {
      // The session is gone here either way, and the token ends by itself.
    }
  }

  /** What `/oauth/userinfo` says about the bearer; empty when the tenant does not offer it. */
  async userInfo(accessToken: string): Promise<Readonly<Record<string, unknown>>> {
    const outcome = await this.askUserInfo(accessToken)
    return outcome.kind === 'answer' && outcome.status === 200 && isRecord(outcome.body) ? outcome.body : {}
  }

  /** The same for whoever rests a decision on it: a refusal is told from no answer. */
  async askUserInfo(accessToken: string): Promise<TenantOutcome> {
    try {
      const response = await this.#get('/oauth/userinfo', { authorization: `Bearer ${accessToken}` })
      const body: unknown = await response.json().catch(() => undefined)
      return { kind: 'answer', status: response.status, headers: {}, body }
    } catch (error) {
      return failureFrom(error).kind === 'not-sent'
        ? { kind: 'not-sent', reason: 'refused' }
        : { kind: 'unknown', reason: 'reset' }
    }
  }

  #configuration(authorizeEndpoint?: URL): oidc.Configuration {
    const { tenantUrl, client } = this.#options
    const at = (path: string) => new URL(path, tenantUrl).href
    const configuration = new oidc.Configuration(
      {
        issuer: tenantUrl.origin,
        token_endpoint: at('/oauth/token'),
        revocation_endpoint: at('/oauth/revoke'),
        ...(authorizeEndpoint ? { authorization_endpoint: authorizeEndpoint.href } : {}),
      },
      client.id,
      client.secret,
      // The vendor documents the client's secret as a parameter of the form.
      oidc.ClientSecretPost(client.secret),
    )
    configuration.timeout = TIMEOUT_SECONDS
    configuration[oidc.customFetch] = async (url, { body, ...options }) =>
      this.#fetch(url, { ...options, ...(body instanceof URLSearchParams || typeof body === 'string' ? { body } : {}) })
    // The configuration allows plain http for this machine only (parseTenantUrl).
    if (tenantUrl.protocol === 'http:') oidc.allowInsecureRequests(configuration)
    return configuration
  }

  async #fetch(url: string | URL, init: RequestInit): Promise<Response> {
    let response: Response
    try {
      response = await this.#options.fetch(url, init)
    } catch (error) {
      throw new OAuthFailure(didNotConnect(error) ? 'not-sent' : 'lost', error)
    }
    if (response.status === 429) throw new OAuthFailure('not-sent')
    if (response.status >= 500) throw new OAuthFailure('lost')
    return response
  }

  async #grant(
    ask: (configuration: oidc.Configuration) => Promise<oidc.TokenEndpointResponse & oidc.TokenEndpointResponseHelpers>,
  ): Promise<TokenGrant> {
    const asked = this.#options.clock.wall()
    try {
      const answer = await ask(this.#configuration())
      return {
        accessToken: answer.access_token,
        refreshToken: filledTextOf(answer.refresh_token),
        expiresAt: asked + (answer.expiresIn() ?? UNSTATED_LIFETIME_SECONDS) * 1000,
        claims: { ...claimsOf(answer.access_token), ...onlyText(answer, ['identity_id', 'tenant_id', 'user_name']) },
      }
    } catch (error) {
      throw failureFrom(error)
    }
  }

  #get(path: string, headers: Readonly<Record<string, string>> = {}): Promise<Response> {
    return this.#fetch(new URL(path, this.#options.tenantUrl), {
      headers: { accept: 'application/json', ...headers },
      redirect: 'error',
      signal: AbortSignal.timeout(TIMEOUT_SECONDS * 1000),
    })
  }

  async #getJson(path: string): Promise<unknown> {
    const response = await this.#get(path)
    try {
      if (!response.ok) throw new OAuthFailure('refused')
      return await response.json()
    } catch (error) {
      throw failureFrom(error)
    }
  }

  #readInfo(answer: unknown): TenantInfo {
    const info = isRecord(answer) ? answer : {}
    const authorize = filledTextOf(info['authorizeEndpoint'])
    const authorizeEndpoint = authorize !== null && URL.canParse(authorize) ? new URL(authorize) : undefined
    if (!authorizeEndpoint || !this.#mayBeVisited(authorizeEndpoint)) throw new OAuthFailure('refused')
    const { tenantUrl } = this.#options
    const pages = filledTextOf(info['cloudDomainUrl'])
    const url = pages !== null && URL.canParse(pages) && this.#mayBeVisited(new URL(pages)) ? pages : tenantUrl.origin
    const tenantId = filledTextOf(info['tenantId']) ?? tenantUrl.hostname
    return {
      tenantId,
      name: filledTextOf(info['tenantName']) ?? tenantId,
      url,
      environment: filledTextOf(info['environment']),
      authorizeEndpoint,
    }
  }

  /** https, or plain http on this machine when the tenant itself is there. */
  #mayBeVisited(url: URL): boolean {
    if (url.username || url.password) return false
    if (url.protocol === 'https:') return true
    return url.protocol === 'http:' && this.#options.tenantUrl.protocol === 'http:' && isLoopbackHost(url.hostname)
  }
}

function claimsOf(token: string): Readonly<Record<string, unknown>> {
  try {
    return decodeJwt(token)
  } catch {
    return {}
  }
}

const onlyText = (answer: Readonly<Record<string, unknown>>, names: readonly string[]) =>
  Object.fromEntries(names.flatMap((name) => (typeof answer[name] === 'string' ? [[name, answer[name]]] : [])))

/** Names of user levels out of a claim that may be a list or missing. */
export const authoritiesOf = (claims: Readonly<Record<string, unknown>>): string[] =>
  listOf(claims['authorities']).filter((level) => typeof level === 'string')

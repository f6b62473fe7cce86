import { createHash } from 'node:crypto'
import { SignJWT, exportJWK, generateKeyPair, importJWK, jwtVerify } from 'jose'
import type { JWK } from 'jose'
import type { SandboxConfig } from '../config.ts'
import type { SandboxDeps } from '../deps.ts'
import type { Caller } from '../http/handlers.ts'
import { company } from '../seed/company.ts'
import type { SandboxStore, SandboxTransaction } from '../store/open.ts'
import type { GrantTable, IdentityTable, TokenTable } from '../store/schema.ts'

type Key = Awaited<ReturnType<typeof importJWK>>

interface SigningKeys {
  kid: string
  sign: Key
  verify: Key
}

async function importKeys(kid: string, jwk: JWK): Promise<SigningKeys> {
  const { d: _private, ...publicJwk } = jwk
  return { kid, sign: await importJWK(jwk, 'ES256'), verify: await importJWK(publicJwk, 'ES256') }
}

/** The signing key lives in the store, so that tokens outlive a restart. */
async function signingKeys(store: SandboxStore, now: number): Promise<SigningKeys> {
  const stored = await store.selectFrom('signing_key').selectAll().orderBy('created', 'desc').executeTakeFirst()
  if (stored) return importKeys(stored.kid, JSON.parse(stored.private_jwk))
  const { privateKey } = await generateKeyPair('ES256', { extractable: true })
  const jwk = await exportJWK(privateKey)
  const kid = createHash('sha256').update(`${jwk.x}.${jwk.y}`).digest('hex').slice(0, 16)
  await store
    .insertInto('signing_key')
    .values({ kid, private_jwk: JSON.stringify(jwk), created: now })
    .execute()
  return importKeys(kid, jwk)
}

// Whoever is not registered (yet, or no longer) has nothing to sign in with.
const CANNOT_SIGN_IN = new Set(['DISABLED', 'DEACTIVATED', 'TERMINATED', 'LOCKED', 'UNREGISTERED', 'PENDING'])

/** Whether an identity may sign in and act. */
export const maySignIn = (identity: Pick<IdentityTable, 'status'>): boolean => !CANNOT_SIGN_IN.has(identity.status)

const hash = (secret: string): string => createHash('sha256').update(secret).digest('hex')
const stringList = (json: string): string[] => {
  const value: unknown = JSON.parse(json)
  return Array.isArray(value) ? value.filter((entry) => typeof entry === 'string') : []
}

/** The answer of the token endpoint, with the extra properties the vendor documents: who signed in, at which tenant. */
export interface TokenAnswer {
  access_token: string
  token_type: 'bearer'
  expires_in: number
  refresh_token?: string
  scope: string
  [extra: string]: unknown
}

/** What a code was issued for. */
export interface CodeDetail {
  redirectUri: string
  challenge: string
}

type Redeemed = { ok: true; grant: GrantTable; token: TokenTable } | { ok: false; why: string }

/** Makes, redeems, verifies and revokes tokens. All times come from the clock handed in. */
export class Tokens {
  readonly #config: SandboxConfig
  readonly #deps: SandboxDeps
  readonly #keys: SigningKeys

  private constructor(config: SandboxConfig, deps: SandboxDeps, keys: SigningKeys) {
    this.#config = config
    this.#deps = deps
    this.#keys = keys
  }

  static async create(config: SandboxConfig, deps: SandboxDeps): Promise<Tokens> {
    const now = deps.clock()
    await deps.store.deleteFrom('oauth_token').where('expires', '<', now).execute()
    return new Tokens(config, deps, await signingKeys(deps.store, now))
  }

  #secret(): string {
    return Buffer.from(this.#deps.random(32)).toString('base64url')
  }

  #id(): string {
    return Buffer.from(this.#deps.random(16)).toString('hex')
  }

  async #store(
    trx: SandboxStore,
    kind: TokenTable['kind'],
    grantId: string,
    seconds: number,
    detail: CodeDetail | null,
  ): Promise<string> {
    const secret = this.#secret()
    const expires = this.#deps.clock() + seconds * 1000
    await trx
      .insertInto('oauth_token')
      .values({ id: hash(secret), grant_id: grantId, kind, expires, used: null, detail: detail && JSON.stringify(detail) })
      .execute()
    return secret
  }

  async #newGrant(trx: SandboxStore, clientId: string, identityId: string, scope: string): Promise<GrantTable> {
    const grant = {
      id: this.#id(),
      client_id: clientId,
      identity_id: identityId,
      scope,
      created: this.#deps.clock(),
      revoked: null,
    }
    await trx.insertInto('oauth_grant').values(grant).execute()
    return grant
  }

  /** A code for a sign-in that was just made; valid for 60 s and once. */
  async issueCode(clientId: string, identityId: string, scope: string, detail: CodeDetail): Promise<string> {
    return this.#deps.store.transaction().execute(async (trx) => {
      const grant = await this.#newGrant(trx, clientId, identityId, scope)
      return this.#store(trx, 'code', grant.id, 60, detail)
    })
  }

  /**
   * Marks a code or refresh token as used. One that was used before has leaked: everything that came of it is revoked (RFC 9700 §4.14).
   * The mark stays even when a later check of the request fails.
   */
  async #redeem(trx: SandboxTransaction, kind: TokenTable['kind'], secret: string, clientId: string): Promise<Redeemed> {
    const now = this.#deps.clock()
    const token = await trx
      .selectFrom('oauth_token')
      .selectAll()
      .where('id', '=', hash(secret))
      .where('kind', '=', kind)
      .executeTakeFirst()
    if (!token) return { ok: false, why: 'It is unknown.' }
    const grant = await trx.selectFrom('oauth_grant').selectAll().where('id', '=', token.grant_id).executeTakeFirstOrThrow()
    if (grant.client_id !== clientId) return { ok: false, why: 'It was issued to another client.' }
    if (token.used !== null) {
      await trx.updateTable('oauth_grant').set({ revoked: now }).where('id', '=', grant.id).where('revoked', 'is', null).execute()
      return { ok: false, why: 'It was used before; the sign-in is revoked.' }
    }
    if (grant.revoked !== null) return { ok: false, why: 'It was revoked.' }
    if (token.expires <= now) return { ok: false, why: 'It has expired.' }
    await trx.updateTable('oauth_token').set({ used: now }).where('id', '=', token.id).execute()
    return { ok: true, grant, token }
  }

  /** Redeems a code; `accepts` holds the rest of the request against what the code was issued for. */
  async redeemCode(
    code: string,
    clientId: string,
    accepts: (detail: CodeDetail) => string | undefined,
  ): Promise<TokenAnswer | string> {
    return this.#deps.store.transaction().execute(async (trx) => {
      const redeemed = await this.#redeem(trx, 'code', code, clientId)
      if (!redeemed.ok) return redeemed.why
      const detail: unknown = JSON.parse(redeemed.token.detail ?? '{}')
      if (!isCodeDetail(detail)) return 'It is damaged.'
      return accepts(detail) ?? this.#answer(trx, redeemed.grant, true)
    })
  }

  /** A new pair of tokens for a refresh token, which is then used up. */
  async refresh(refreshToken: string, clientId: string): Promise<TokenAnswer | string> {
    return this.#deps.store.transaction().execute(async (trx) => {
      const redeemed = await this.#redeem(trx, 'refresh', refreshToken, clientId)
      return redeemed.ok ? this.#answer(trx, redeemed.grant, true) : redeemed.why
    })
  }

  /** An access token for a personal access token. */
  async clientCredentials(clientId: string, identityId: string, scope: string): Promise<TokenAnswer | string> {
    return this.#deps.store
      .transaction()
      .execute(async (trx) => this.#answer(trx, await this.#newGrant(trx, clientId, identityId, scope), false))
  }

  async #answer(trx: SandboxTransaction, grant: GrantTable, withRefresh: boolean): Promise<TokenAnswer | string> {
    const identity = await trx.selectFrom('identity').selectAll().where('id', '=', grant.identity_id).executeTakeFirst()
    if (!identity || !maySignIn(identity)) return 'The user can no longer sign in.'
    const now = Math.floor(this.#deps.clock() / 1000)
    const scope = grant.scope.split(' ')
    const shared = {
      tenant_id: company.org,
      internal: false,
      pod: company.pod,
      org: company.org,
      identity_id: identity.id,
      user_name: identity.alias,
      user_id: identity.id,
      strong_auth: false,
      strong_auth_supported: false,
    }
    // The token id begins with the grant's id: that is how a revoked sign-in takes its access tokens along.
    const jti = `${grant.id}-${this.#id()}`
    const accessToken = await new SignJWT({
      ...shared,
      authorities: stringList(identity.authorities),
      client_id: grant.client_id,
      scope,
    })
      .setProtectedHeader({ alg: 'ES256', typ: 'JWT', kid: this.#keys.kid })
      .setIssuedAt(now)
      .setExpirationTime(now + this.#config.accessTokenSeconds)
      .setJti(jti)
      .sign(this.#keys.sign)
    const refresh = withRefresh ? await this.#store(trx, 'refresh', grant.id, this.#config.refreshTokenSeconds, null) : undefined
    return {
      access_token: accessToken,
      token_type: 'bearer',
      expires_in: this.#config.accessTokenSeconds,
      ...(refresh === undefined ? {} : { refresh_token: refresh }),
      scope: grant.scope,
      ...shared,
      jti,
    }
  }

  /** The user behind a bearer token, with the rights of this moment; or why the token is no good. */
  async verify(accessToken: string): Promise<Caller | { refused: string }> {
    let claims: Record<string, unknown>
    try {
      const verified = await jwtVerify(accessToken, this.#keys.verify, {
        algorithms: ['ES256'],
        currentDate: new Date(this.#deps.clock()),
      })
      claims = verified.payload
    } catch (error) {
      const expired = error instanceof Error && 'code' in error && error.code === 'ERR_JWT_EXPIRED'
      return { refused: expired ? 'JWT is expired' : 'JWT validation failed' }
    }
    const grantId = typeof claims['jti'] === 'string' ? claims['jti'].slice(0, 32) : ''
    const row = await this.#deps.store
      .selectFrom('oauth_grant')
      .innerJoin('identity', 'identity.id', 'oauth_grant.identity_id')
      .select([
        'oauth_grant.client_id',
        'oauth_grant.scope',
        'oauth_grant.revoked',
        'identity.id',
        'identity.name',
        'identity.status',
        'identity.authorities',
      ])
      .where('oauth_grant.id', '=', grantId)
      .executeTakeFirst()
    if (!row || row.revoked !== null) return { refused: 'JWT has been revoked' }
    if (!maySignIn(row)) return { refused: 'The user is disabled' }
    return {
      identityId: row.id,
      name: row.name,
      authorities: stringList(row.authorities),
      clientId: row.client_id,
      scopes: row.scope.split(' '),
    }
  }

  /** Ends the sign-in a refresh or access token belongs to, if it is the client's own (RFC 7009: unknown tokens are fine too). */
  async revoke(token: string, clientId: string): Promise<void> {
    const { store, clock } = this.#deps
    const stored = await store.selectFrom('oauth_token').select('grant_id').where('id', '=', hash(token)).executeTakeFirst()
    const grantId = stored?.grant_id ?? (await this.#grantOfAccessToken(token))
    if (grantId === undefined) return
    await store
      .updateTable('oauth_grant')
      .set({ revoked: clock() })
      .where('id', '=', grantId)
      .where('client_id', '=', clientId)
      .where('revoked', 'is', null)
      .execute()
  }

  async #grantOfAccessToken(token: string): Promise<string | undefined> {
    try {
      const { payload } = await jwtVerify(token, this.#keys.verify, {
        algorithms: ['ES256'],
        currentDate: new Date(this.#deps.clock()),
      })
      return payload.jti?.slice(0, 32)
    } catch {
      return undefined
    }
  }
}

function isCodeDetail(value: unknown): value is CodeDetail {
  return typeof value === 'object' && value !== null && 'redirectUri' in value && 'challenge' in value
}

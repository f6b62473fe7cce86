import { createHash } from 'node:crypto'
import { filledTextOf, isRecord } from '#contract/json.ts'
import type { SessionLimits } from '../config.ts'
import type { Liveness, SessionRow, SessionStore } from '../store/sessions.ts'
import { pause } from '../tenant/clock.ts'
import type { Clock } from '../tenant/clock.ts'
import type { TokenSource, UserKey } from '../tenant/token-source.ts'
import { UnsealError } from './secret-box.ts'
import type { SecretBox } from './secret-box.ts'
import { parseProfile } from './session-profile.ts'
import type { Profile } from './session-profile.ts'
import { OAuthFailure } from './tenant-oauth.ts'
import type { TenantOAuth, TokenGrant } from './tenant-oauth.ts'

const REFRESH_AHEAD_MS = 60_000
/** Longer than the slowest refresh: a process that died while refreshing blocks the others no longer than this. */
const REFRESH_LEASE_MS = 20_000
const LEASE_POLL_MS = 50
/** A session's last use is written down at most this often, to spare the disk. */
const TOUCH_EVERY_MS = 15_000
const MOST_SESSIONS = 2000
const MOST_SESSIONS_PER_USER = 20

/** A live session. `id` is the hash kept in the store; the cookie's value is known to the browser alone. */
export interface Session {
  readonly id: string
  readonly user: UserKey
  readonly profile: Profile
  /** Milliseconds until it must be renewed by signing in, if nothing more happens. */
  readonly endsInMs: number
}

/**
 * An access token, or why there is none: the session is over, or the tenant cannot be reached for a refresh (the session stays).
 */
export type Access =
  | { readonly kind: 'token'; readonly token: string }
  | { readonly kind: 'ended' }
  | { readonly kind: 'unreachable'; readonly stale: string }

interface Tokens {
  readonly access: string
  readonly refresh: string | null
}

interface Options {
  readonly store: SessionStore
  readonly box: SecretBox
  readonly oauth: TenantOAuth
  readonly limits: SessionLimits
  readonly clock: Clock
  readonly random: (bytes: number) => Uint8Array
}

/** No room for another session; the person may try again later. */
export class TooManySessions extends Error {
  override readonly name = 'TooManySessions'
}

export const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex')

/** Sessions of signed-in browsers and their tokens. Also what the runs draw tokens from. */
export class Sessions implements TokenSource {
  readonly #options: Options
  readonly #refreshing = new Map<string, Promise<Access>>()

  constructor(options: Options) {
    this.#options = options
  }

  /** Starts a session and gives the cookie's value: 256 random bits. Raises `TooManySessions`. */
  async start(user: UserKey, profile: Profile, grant: TokenGrant): Promise<string> {
    const { store, limits, clock } = this.#options
    await store.removeOver(this.#liveness())
    if ((await store.count()) >= MOST_SESSIONS) throw new TooManySessions()
    for (const surplus of (await store.liveOf(user, this.#liveness())).slice(MOST_SESSIONS_PER_USER - 1))
      await this.end(surplus.id_hash)
    const value = Buffer.from(this.#options.random(32)).toString('base64url')
    const idHash = sha256(value)
    const started = clock.wall()
    await store.add({
      id_hash: idHash,
      tenant_id: user.tenantId,
      user_id: user.userId,
      profile: JSON.stringify(profile),
      tokens: this.#seal(idHash, grant),
      access_expires_at: grant.expiresAt,
      generation: 0,
      refresh_lease_until: 0,
      created_at: started,
      used_at: started,
      expires_at: started + limits.absoluteMs,
    })
    return value
  }

  /** The live session of a cookie's value. `background` (polling) does not count as use. */
  async find(value: string, background: boolean): Promise<Session | undefined> {
    if (!/^[A-Za-z0-9_-]{43}$/.test(value)) return undefined
    const row = await this.#options.store.find(sha256(value), this.#liveness())
    if (!row) return undefined
    if (!background) await this.#touch(row)
    const usedAt = background ? row.used_at : this.#options.clock.wall()
    return {
      id: row.id_hash,
      user: { tenantId: row.tenant_id, userId: row.user_id },
      profile: parseProfile(row.profile),
      endsInMs: Math.max(0, Math.min(row.expires_at, usedAt + this.#options.limits.idleMs) - this.#options.clock.wall()),
    }
  }

  /** The session's access token, refreshed when it ends within 60 s. */
  async access(id: string): Promise<Access> {
    const row = await this.#options.store.find(id, this.#liveness())
    if (!row) return { kind: 'ended' }
    const tokens = this.#open(row)
    if (tokens && this.#isFresh(row)) return { kind: 'token', token: tokens.access }
    return this.#refreshOnce(id, undefined)
  }

  /** The tenant answered 401 to `rejected`: the next access token, by a refresh unless somebody had one already. */
  async renew(id: string, rejected: string): Promise<Access> {
    return this.#refreshOnce(id, rejected)
  }

  /** Ends a session here at once and asks the tenant, without waiting, to forget its refresh token. */
  async end(id: string): Promise<void> {
    const row = await this.#options.store.remove(id)
    if (row) this.#forgetAtTenant(row)
  }

  async endAllOf(user: UserKey): Promise<void> {
    for (const row of await this.#options.store.removeAllOf(user)) this.#forgetAtTenant(row)
  }

  async tokenFor(user: UserKey, isUse = true): Promise<string | null> {
    for (const row of await this.#options.store.liveOf(user, this.#liveness())) {
      const access = await this.access(row.id_hash)
      if (access.kind === 'ended') continue
      // A run is use of the session (promise S6), looking on is none.
      if (isUse) await this.#touch(row)
      // With the tenant out of reach the old token lets the caller find out that it is, which is not the same as being signed out.
      return access.kind === 'token' ? access.token : access.stale
    }
    return null
  }

  async replace(user: UserKey, rejected: string): Promise<string | null> {
    for (const row of await this.#options.store.liveOf(user, this.#liveness())) {
      const tokens = this.#open(row)
      if (tokens && tokens.access !== rejected && this.#isFresh(row)) return tokens.access
      const access = await this.#refreshOnce(row.id_hash, rejected)
      if (access.kind === 'token') return access.token
    }
    return null
  }

  #liveness(): Liveness {
    const now = this.#options.clock.wall()
    return { now, usedSince: now - this.#options.limits.idleMs }
  }

  #isFresh(row: SessionRow): boolean {
    return row.access_expires_at - REFRESH_AHEAD_MS > this.#options.clock.wall()
  }

  async #touch(row: SessionRow): Promise<void> {
    const now = this.#options.clock.wall()
    if (now - row.used_at >= TOUCH_EVERY_MS) await this.#options.store.touch(row.id_hash, now)
  }

  async #refreshOnce(id: string, rejected: string | undefined): Promise<Access> {
    const running = this.#refreshing.get(id)
    if (running) {
      const access = await running
      // What was running may have begun before the token it brought was rejected.
      return access.kind === 'token' && access.token === rejected ? this.#refreshOnce(id, rejected) : access
    }
    const refresh = this.#refresh(id, rejected).finally(() => this.#refreshing.delete(id))
    this.#refreshing.set(id, refresh)
    return refresh
  }

  /** One refresh however many servers ask: the lease is the lock, and the row is read again under it. */
  async #refresh(id: string, rejected: string | undefined): Promise<Access> {
    const { store, oauth, clock } = this.#options
    for (;;) {
      const row = await store.find(id, this.#liveness())
      if (!row) return { kind: 'ended' }
      const tokens = this.#open(row)
      if (!tokens) return this.#over(id)
      if (rejected === undefined ? this.#isFresh(row) : tokens.access !== rejected) return { kind: 'token', token: tokens.access }
      const stillValid = rejected === undefined && row.access_expires_at > clock.wall()
      if (tokens.refresh === null) return stillValid ? { kind: 'token', token: tokens.access } : this.#over(id)
      if (!(await store.takeRefreshLease(id, row.generation, clock.wall(), clock.wall() + REFRESH_LEASE_MS))) {
        await pause(clock, LEASE_POLL_MS)
        continue
      }
      try {
        const grant = await oauth.refresh(tokens.refresh)
        if (await store.replaceTokens(id, row.generation, this.#seal(id, grant), grant.expiresAt))
          return { kind: 'token', token: grant.accessToken }
        // Signed out meanwhile: the tokens that just came must not outlive that.
        if (grant.refreshToken !== null) void oauth.revoke(grant.refreshToken)
        return { kind: 'ended' }
      } catch (error) {
        if (!(error instanceof OAuthFailure)) throw error
        if (error.kind !== 'not-sent') return this.#over(id)
        await store.giveUpRefreshLease(id, row.generation)
        return stillValid ? { kind: 'token', token: tokens.access } : { kind: 'unreachable', stale: tokens.access }
      }
    }
  }

  async #over(id: string): Promise<Access> {
    await this.#options.store.remove(id)
    return { kind: 'ended' }
  }

  #forgetAtTenant(row: SessionRow): void {
    const refresh = this.#open(row)?.refresh
    if (refresh !== undefined && refresh !== null) void this.#options.oauth.revoke(refresh)
  }

  #seal(idHash: string, grant: TokenGrant): string {
    const tokens: Tokens = { access: grant.accessToken, refresh: grant.refreshToken }
    return this.#options.box.seal(JSON.stringify(tokens), `session:${idHash}`)
  }

  /** `undefined` when the key that sealed them is gone: the session is then as good as over. */
  #open(row: SessionRow): Tokens | undefined {
    try {
      const tokens: unknown = JSON.parse(this.#options.box.open(row.tokens, `session:${row.id_hash}`))
      const access = isRecord(tokens) ? filledTextOf(tokens['access']) : null
      return access === null || !isRecord(tokens) ? undefined : { access, refresh: filledTextOf(tokens['refresh']) }
    } catch (error) {
      if (error instanceof UnsealError) return undefined
      throw error
    }
  }
}

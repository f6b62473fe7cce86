import { randomPKCECodeVerifier } from 'openid-client'
import { filledTextOf, isRecord } from '#contract/json.ts'
import type { SessionStore } from '../store/sessions.ts'
import type { Clock } from '../tenant/clock.ts'
import { UnsealError } from './secret-box.ts'
import type { SecretBox } from './secret-box.ts'
import { sha256 } from './sessions.ts'

/** A sign-in that the browser has been sent off with. */
export interface BegunLogin {
  readonly state: string
  readonly verifier: string
  readonly stateHash: string
  /** For the cookie that ties it to this browser. */
  readonly browserValue: string
}

/** What is known of a sign-in when its browser comes back. */
export interface ReturnedLogin {
  readonly verifier: string
  readonly returnTo: string
  /** The session this browser had when it left, to be ended. */
  readonly replaces: string | null
}

interface Options {
  readonly store: SessionStore
  readonly box: SecretBox
  readonly lifeMs: number
  readonly clock: Clock
  readonly random: (bytes: number) => Uint8Array
}

/** Sign-ins on their way: each bound to one browser, good once and for ten minutes at most. */
export class Logins {
  readonly #options: Options
  constructor(options: Options) {
    this.#options = options
  }

  async begin(returnTo: string, replaces: string | null): Promise<BegunLogin> {
    const { store, box, lifeMs, clock } = this.#options
    const state = this.#secret()
    const browserValue = this.#secret()
    const verifier = randomPKCECodeVerifier()
    const stateHash = sha256(state)
    const now = clock.wall()
    await store.addLogin(
      {
        state_hash: stateHash,
        browser_hash: sha256(browserValue),
        sealed: box.seal(JSON.stringify({ verifier, returnTo, replaces }), `login:${stateHash}`),
        expires_at: now + lifeMs,
      },
      now,
    )
    return { state, verifier, stateHash, browserValue }
  }

  /** The sign-in of this state and this browser, which is thereby used up; `undefined` when there is none (any more). */
  async take(stateHash: string, browserValue: string): Promise<ReturnedLogin | undefined> {
    const row = await this.#options.store.takeLogin(stateHash, sha256(browserValue), this.#options.clock.wall())
    if (!row) return undefined
    try {
      const stored: unknown = JSON.parse(this.#options.box.open(row.sealed, `login:${stateHash}`))
      if (!isRecord(stored)) return undefined
      const verifier = filledTextOf(stored['verifier'])
      const returnTo = filledTextOf(stored['returnTo'])
      return verifier === null || returnTo === null
        ? undefined
        : { verifier, returnTo, replaces: filledTextOf(stored['replaces']) }
    } catch (error) {
      if (error instanceof UnsealError) return undefined
      throw error
    }
  }

  #secret(): string {
    return Buffer.from(this.#options.random(32)).toString('base64url')
  }
}

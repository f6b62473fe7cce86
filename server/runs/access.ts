import type { TenantOutcome } from '../tenant/call.ts'
import { userText } from '../tenant/token-source.ts'
import type { TokenSource, UserKey } from '../tenant/token-source.ts'

/** Whether the tenant took the token of this request. */
export const isAccepted = (outcome: TenantOutcome): boolean => outcome.kind === 'answer' && outcome.status !== 401

/** Access tokens for a run's user, with the rule for a 401: one refresh, and if the new token is refused too, wait for a sign-in. */
export class Access {
  readonly #tokens: TokenSource
  /** By user: a token that came of a refresh and has not been accepted yet. */
  readonly #refreshed = new Map<string, string>()
  /** By user: a token the tenant refused although it was fresh. */
  readonly #useless = new Map<string, string>()

  constructor(tokens: TokenSource) {
    this.#tokens = tokens
  }

  /** A token the tenant may accept; `null` until the person signs in again. `isUse` as in `TokenSource`. */
  async tokenFor(user: UserKey, isUse = true): Promise<string | null> {
    const token = await this.#tokens.tokenFor(user, isUse)
    return token === null || this.#useless.get(userText(user)) === token ? null : token
  }

  /** The tenant answered something other than 401: should it answer 401 later, another refresh is worth it. */
  accepted(user: UserKey, token: string): void {
    const key = userText(user)
    if (this.#refreshed.get(key) === token) this.#refreshed.delete(key)
  }

  /** The tenant answered 401 to this token. Answers whether there is another to try. */
  async rejected(user: UserKey, token: string): Promise<boolean> {
    const key = userText(user)
    const next = this.#refreshed.get(key) === token ? null : await this.#tokens.replace(user, token)
    if (next === null) {
      this.#useless.set(key, token)
      return false
    }
    this.#refreshed.set(key, next)
    return true
  }
}

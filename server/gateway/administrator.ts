/** Whether somebody is an administrator by the tenant's word of now, not of when they signed in. */
import { isRecord, listOf } from '#contract/json.ts'
import type { Clock } from '../tenant/clock.ts'
import { asUser, unreachable } from './as-user.ts'
import type { OwnSessions } from './as-user.ts'
import type { SignedIn } from './context.ts'
import type { TenantOAuth } from './tenant-oauth.ts'

/** The user level that may read what everybody did. */
const ADMINISTRATOR = 'ORG_ADMIN'
const KEPT_MS = 60_000

/**
 * Asks the tenant with the asker's own session, and keeps its answer for that session for 60 s. Who was no administrator at sign-in is none
 * until the next one. A 401 ends the session as with any read. Rejects with `DeskFailure`, also when the tenant cannot be asked.
 */
export type AdministratorCheck = (asker: Pick<SignedIn, 'sessionId' | 'authorities'>) => Promise<boolean>

export function createAdministratorCheck(deps: {
  readonly sessions: OwnSessions
  readonly oauth: Pick<TenantOAuth, 'askUserInfo'>
  readonly clock: Clock
}): AdministratorCheck {
  const { sessions, oauth, clock } = deps
  const kept = new Map<string, { readonly until: number; readonly answer: Promise<boolean> }>()

  async function ask(sessionId: string): Promise<boolean> {
    const outcome = await asUser(sessions, sessionId, (accessToken) => oauth.askUserInfo(accessToken))
    if (outcome.kind !== 'answer') throw unreachable()
    const { status, body } = outcome
    // A tenant that does not say so says no.
    if (status !== 200) return false
    if (!isRecord(body)) throw unreachable()
    return listOf(body['capabilities']).includes(ADMINISTRATOR)
  }

  return ({ sessionId, authorities }) => {
    if (!authorities.includes(ADMINISTRATOR)) return Promise.resolve(false)
    const now = clock.monotonic()
    for (const [id, { until }] of kept) if (until <= now) kept.delete(id)
    const known = kept.get(sessionId)
    if (known) return known.answer
    const answer = ask(sessionId)
    kept.set(sessionId, { until: now + KEPT_MS, answer })
    answer.catch(() => {
      if (kept.get(sessionId)?.answer === answer) kept.delete(sessionId)
    })
    return answer
  }
}

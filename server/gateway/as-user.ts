import { DeskFailure } from '../desk-failure.ts'
import type { TenantClient, TenantNotSent, TenantOutcome } from '../tenant/call.ts'
import { notSignedIn } from './guard.ts'
import type { Access, Sessions } from './sessions.ts'

export const unreachable = () => new DeskFailure(502, 'tenant_unreachable', 'SailPoint cannot be reached at the moment.')

const inSeconds = (ms: number) => ({ 'retry-after': String(Math.max(1, Math.ceil(ms / 1000))) })

/** Why the tenant was not even asked, in words, and when asking again may help. */
export function notAsked({ reason }: TenantNotSent, tenant: Pick<TenantClient, 'down'>): DeskFailure {
  const outage = tenant.down()
  if (reason === 'busy')
    return new DeskFailure(503, 'tenant_busy', 'Too many requests wait for SailPoint already.', {}, inSeconds(5_000))
  if (!outage) return unreachable()
  const since = new Date(outage.since).toISOString()
  return new DeskFailure(503, 'tenant_down', `SailPoint has not answered since ${since}.`, { since }, inSeconds(outage.retryInMs))
}

export const answered = (outcome: TenantOutcome, status: number): boolean =>
  outcome.kind === 'answer' && outcome.status === status

/** The part of the sessions that asking needs. */
export type OwnSessions = Pick<Sessions, 'access' | 'renew' | 'end'>

/**
 * Asks the tenant with the token of this session. A 401 is answered by one refresh; a second one ends the session. Raises `DeskFailure`
 * when there is no token to ask with.
 */
export async function asUser(
  sessions: OwnSessions,
  sessionId: string,
  ask: (accessToken: string) => Promise<TenantOutcome>,
): Promise<TenantOutcome> {
  const token = tokenOf(await sessions.access(sessionId))
  const outcome = await ask(token)
  if (!answered(outcome, 401)) return outcome
  const again = await ask(tokenOf(await sessions.renew(sessionId, token)))
  if (!answered(again, 401)) return again
  await sessions.end(sessionId)
  throw notSignedIn()
}

function tokenOf(access: Access): string {
  if (access.kind === 'token') return access.token
  if (access.kind === 'ended') throw notSignedIn()
  throw unreachable()
}

import { DeskFailure } from '../desk-failure.ts'
import type { TenantOutcome } from '../tenant/call.ts'
import { notSignedIn } from './guard.ts'
import type { Access, Sessions } from './sessions.ts'

export const unreachable = () => new DeskFailure(502, 'tenant_unreachable', 'SailPoint cannot be reached at the moment.')

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

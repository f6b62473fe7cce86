/** Who settled a work item through this desk. The tenant is asked first, as the person who wants to know: what they may not see, we don't tell. */
import { Hono } from 'hono'
import type { components } from '#contract/generated/desk.ts'
import { isRecord } from '#contract/json.ts'
import { reservedIds } from '#contract/operations.ts'
import { DeskFailure } from '../desk-failure.ts'
import { deskOperation, languageOf, pathValue } from '../desk-request.ts'
import { answered, asUser, notAsked, unreachable } from '../gateway/as-user.ts'
import type { OwnSessions } from '../gateway/as-user.ts'
import type { DeskEnv } from '../gateway/context.ts'
import type { RunStore } from '../store/runs.ts'
import type { TenantClient } from '../tenant/call.ts'
import { userText } from '../tenant/token-source.ts'
import { isDecisionOperation } from './decision.ts'

type Outcome = components['schemas']['Outcome']

const unknown = () => new DeskFailure(404, 'not_found', 'Nothing is known about this work item here.')

export function createOutcomeRoutes(deps: {
  readonly store: RunStore
  readonly tenant: TenantClient
  readonly sessions: OwnSessions
}): Hono<DeskEnv> {
  const { store, tenant, sessions } = deps
  const getOutcome = deskOperation('getOutcome')

  return new Hono<DeskEnv>().get('/work-items/:workItemId/outcome', async (c) => {
    const workItemId = pathValue(c, getOutcome, 'workItemId')
    if (reservedIds.has(workItemId)) throw unknown()
    const { sessionId, tenantId } = c.get('signedIn')
    const language = languageOf(c)
    const read = await asUser(sessions, sessionId, (accessToken) =>
      tenant.call({
        operation: 'getWorkItem',
        path: { id: workItemId },
        accessToken,
        ...(language !== null && { acceptLanguage: language }),
        priority: 'read',
        sharer: userText(c.get('signedIn')),
        signal: c.req.raw.signal,
      }),
    )
    if (read.kind === 'not-sent') throw notAsked(read, tenant)
    if (read.kind !== 'answer' || read.status === 429 || read.status >= 500) throw unreachable()
    if (!answered(read, 200) || !isRecord(read.body) || read.body['id'] !== workItemId) throw unknown()
    const last = (await store.decisionsOn(tenantId, workItemId)).sort((a, b) => b.endedAt - a.endedAt)[0]
    if (!last || !isDecisionOperation(last.operation)) throw unknown()
    const outcome: Outcome = {
      workItemId,
      operation: last.operation,
      by: last.userName,
      at: new Date(last.endedAt).toISOString(),
    }
    return c.json(outcome)
  })
}

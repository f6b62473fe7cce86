/**
 * What was done to people through this desk, by whomever. The tenant is asked first, as the person who wants to know: whom they may not see,
 * we do not tell about.
 */
import { Hono } from 'hono'
import type { Context } from 'hono'
import type { components } from '#contract/generated/desk.ts'
import { formatFilter, isIn } from '#contract/filter-builder.ts'
import { readIdentities, readIdentity } from '#contract/identity.ts'
import type { Identity } from '#contract/identity.ts'
import { reservedIds } from '#contract/operations.ts'
import { DeskFailure } from '../desk-failure.ts'
import { deskOperation, languageOf, pathValue, queryOf } from '../desk-request.ts'
import { asUser, notAsked, unreachable } from '../gateway/as-user.ts'
import type { OwnSessions } from '../gateway/as-user.ts'
import type { DeskEnv } from '../gateway/context.ts'
import type { RunStore } from '../store/runs.ts'
import type { TenantAnswer, TenantClient } from '../tenant/call.ts'
import type { Clock } from '../tenant/clock.ts'
import { userText } from '../tenant/token-source.ts'
import type { Question } from './asking.ts'
import { clocksOf, invitationOf } from './clocks.ts'

type Invitation = components['schemas']['Invitation']

export function createClockRoutes(deps: {
  readonly store: RunStore
  readonly tenant: TenantClient
  readonly sessions: OwnSessions
  readonly clock: Clock
}): Hono<DeskEnv> {
  const { store, tenant, sessions, clock } = deps
  const getClocks = deskOperation('getClocks')
  const listClocks = deskOperation('listClocks')
  const listInvitations = deskOperation('listInvitations')

  /** Asks as the person who is asking us; raises what the tenant refuses in plain words. */
  async function ask(c: Context<DeskEnv>, question: Question): Promise<TenantAnswer> {
    const language = languageOf(c)
    const read = await asUser(sessions, c.get('signedIn').sessionId, (accessToken) =>
      tenant.call({
        ...question,
        accessToken,
        ...(language !== null && { acceptLanguage: language }),
        priority: c.req.header('x-background') === '1' ? 'single' : 'read',
        sharer: userText(c.get('signedIn')),
        signal: c.req.raw.signal,
      }),
    )
    if (read.kind === 'not-sent') throw notAsked(read, tenant)
    if (read.kind !== 'answer' || read.status === 429 || read.status >= 500) throw unreachable()
    if (read.status === 403) throw new DeskFailure(403, 'forbidden', 'SailPoint does not let you see this person.')
    if (read.status === 404) throw missing()
    return read
  }

  /** Those of the people whom the asker may see, as the tenant shows them. It is asked about nobody too: not everybody may read people. */
  async function visible(c: Context<DeskEnv>, ids: readonly string[]): Promise<readonly Identity[]> {
    const asked = [...new Set(ids)].filter((id) => !reservedIds.has(id))
    const query = new URLSearchParams({
      ...(asked.length > 0 && { filters: formatFilter(isIn('id', asked)) }),
      defaultFilter: 'NONE',
      limit: String(Math.max(1, asked.length)),
    })
    const { status, body } = await ask(c, { operation: 'listIdentities', path: {}, query })
    if (status !== 200) throw unreachable()
    return readIdentities(body).filter(({ id }) => asked.includes(id))
  }

  return new Hono<DeskEnv>()
    .get('/identities/clocks', async (c) => {
      const { ids } = queryOf(c, listClocks)
      const people = await visible(c, String(ids).split(','))
      const asker = c.get('signedIn')
      const acts = await store.actsOn(
        asker.tenantId,
        people.map(({ id }) => id),
      )
      const now = clock.wall()
      return c.json(
        people.map(({ id }) =>
          clocksOf(
            id,
            acts.filter(({ identityId }) => identityId === id),
            asker,
            now,
          ),
        ),
      )
    })
    .get('/identities/:identityId/clocks', async (c) => {
      const identityId = pathValue(c, getClocks, 'identityId')
      if (reservedIds.has(identityId)) throw missing()
      const { status, body } = await ask(c, { operation: 'getIdentity', path: { id: identityId } })
      if (status !== 200 || readIdentity(body)?.id !== identityId) throw missing()
      const asker = c.get('signedIn')
      return c.json(clocksOf(identityId, await store.actsOn(asker.tenantId, [identityId]), asker, clock.wall()))
    })
    .get('/invitations', async (c) => {
      const { expired, limit, offset } = queryOf(c, listInvitations)
      const now = clock.wall()
      const page = {
        ...(typeof expired === 'boolean' && { expired }),
        limit: Number(limit),
        offset: Number(offset),
      }
      const { total, people } = await store.invited(c.get('signedIn').tenantId, page, now)
      const seen = new Map(
        (
          await visible(
            c,
            people.map(({ identityId }) => identityId),
          )
        ).map((person) => [person.id, person]),
      )
      c.header('x-total-count', String(total))
      return c.json(
        people.flatMap((invited): Invitation[] => {
          const person = seen.get(invited.identityId)
          return person ? [{ ...invitationOf(invited, now), person: shown(person) }] : []
        }),
      )
    })
}

const missing = () => new DeskFailure(404, 'not_found', 'SailPoint does not know this person.')

const shown = ({ id, name, alias, email, status, lifecycleState, manager, isManager }: Identity): Invitation['person'] => ({
  id,
  name,
  alias,
  email,
  status: status?.raw ?? null,
  lifecycleState: lifecycleState?.name ?? null,
  managerName: manager?.name ?? null,
  isManager,
})

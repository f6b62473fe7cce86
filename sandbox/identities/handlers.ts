import { randomUUID } from 'node:crypto'
import type { operations as IdentityOperations } from '#contract/generated/identities.ts'
import type { TenantDeps } from '../deps.ts'
import { OtherRefusal, badRequest, forbidden, notFound } from '../http/errors.ts'
import type { Caller, Handlers } from '../http/handlers.ts'
import { granted } from '../rulings.ts'
import { sources } from '../seed/company.ts'
import type { Act } from '../store/effects.ts'
import { recordEffects } from '../store/effects.ts'
import type { SandboxTransaction } from '../store/open.ts'
import type { IdentityTable } from '../store/schema.ts'
import { taskStatusAt } from '../tasks/status.ts'
import { deleteIdentity, invite, processIdentities, resetIdentity, sendPasswordMail } from './actions.ts'
import { answerOf, ruled } from './answer.ts'
import { readFilter, readSorters } from './filter-rules.ts'
import { ownershipBody, shapeFor } from './ownership.ts'
import type { IdentityQuery } from './query.ts'
import { countIdentities, findIdentities } from './query.ts'
import { answerAssignments, findAssignments, fullRecordOf } from './role-assignments.ts'
import { MOST_INVITED, ruleDelete, ruleInviteRequest, rulePasswordMail, ruleReset, syncPauseSeconds } from './rules.ts'
import { findAll, findIdentity, findOwned, findUninvited } from './store.ts'

type Operations = Omit<IdentityOperations, 'getTaskStatus'>

const MAX_PAGE = 250
const sourceNames = sources.map(({ name }) => name)
const isAdministrator = (identity: Pick<IdentityTable, 'authorities'>): boolean => identity.authorities.includes('"ORG_ADMIN"')
const dashed = (id: string): string => id.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')

/** All or nothing: one unknown identity refuses the whole request. */
async function findEvery(trx: SandboxTransaction, ids: readonly string[]): Promise<IdentityTable[]> {
  const found = await findAll(trx, ids)
  if (!found) throw badRequest('The list names an identity that does not exist.')
  return found
}

/** The 11 identity operations. Who may call them is in `authorization.ts`; every action checks and acts in one transaction. */
export function identityHandlers(deps: TenantDeps): Handlers<Operations> {
  const { store, clock } = deps

  async function find(db: typeof store | SandboxTransaction, id: string): Promise<IdentityTable> {
    const identity = await findIdentity(db, id)
    if (!identity) throw notFound('The identity')
    return identity
  }

  const acting = <Answer>(
    operation: keyof Operations,
    caller: Caller,
    change: (trx: SandboxTransaction, act: Act) => Promise<Answer>,
  ): Promise<Answer> =>
    store.transaction().execute((trx) => change(trx, { operation, by: caller.identityId, at: clock(), isNaive: deps.isNaive() }))

  /** The identity's manager, helpdesk and administrators; others learn nothing, not even whether there is such an identity. */
  async function findReport(id: string, caller: Caller): Promise<IdentityTable> {
    const identity = await findIdentity(store, id)
    if (caller.authorities.some((level) => level === 'ORG_ADMIN' || level === 'HELPDESK')) {
      if (!identity) throw notFound('The identity')
      return identity
    }
    if (identity?.manager_id !== caller.identityId) throw forbidden()
    return identity
  }

  return {
    listIdentities: async ({ query }) => {
      const asked: IdentityQuery = {
        ...(query.filters === undefined ? {} : { filter: readFilter(query.filters) }),
        correlatedOnly: query.defaultFilter !== 'NONE',
        sorters: query.sorters === undefined ? [] : readSorters(query.sorters),
        limit: query.limit ?? MAX_PAGE,
        offset: query.offset ?? 0,
      }
      const body = (await findIdentities(store, asked)).map(answerOf)
      return query.count === true ? { body, total: await countIdentities(store, asked) } : { body }
    },
    getIdentity: async ({ path }) => ({ body: answerOf(await find(store, path.id)) }),

    getIdentityOwnershipDetails: async ({ path }) => {
      const identity = await find(store, path.identityId)
      const owned = await findOwned(store, identity.id)
      if (owned.length === 0 && identity.correlated === 0) return { body: undefined }
      return { body: ownershipBody(owned, shapeFor(identity.id)) }
    },
    getRoleAssignments: async ({ path, query, caller }) => {
      const { id } = await findReport(path.identityId, caller)
      return { body: answerAssignments(await findAssignments(store, id, clock()), query) }
    },
    getRoleAssignment: async ({ path, caller }) => {
      const { id } = await findReport(path.identityId, caller)
      const found = (await findAssignments(store, id, clock())).find((one) => one.id === path.assignmentId)
      if (!found) throw notFound('The role assignment')
      return { body: fullRecordOf(found) }
    },

    startIdentitiesInvite: async ({ body, caller }) => {
      const wanted = granted(ruleInviteRequest(body))
      const task = await acting('startIdentitiesInvite', caller, async (trx, act) => {
        const people = 'ids' in wanted ? await findEvery(trx, wanted.ids) : await findUninvited(trx, MOST_INVITED)
        return invite(trx, people.map(ruled), act, deps)
      })
      return { status: 202, body: taskStatusAt(task, task.created) }
    },
    startIdentityProcessing: async ({ body, caller }) => {
      const { identityIds } = body
      if (new Set(identityIds).size !== identityIds.length) throw badRequest('identityIds names an identity twice.')
      const task = await acting('startIdentityProcessing', caller, async (trx, act) =>
        processIdentities(trx, (await findEvery(trx, identityIds)).map(ruled), act, deps),
      )
      return { status: 202, body: { type: 'TASK_RESULT', id: dashed(task.id), name: null } }
    },
    resetIdentity: async ({ path, caller }) => {
      await acting('resetIdentity', caller, async (trx, act) => {
        const identity = await find(trx, path.id)
        if (isAdministrator(identity) && !caller.authorities.includes('ORG_ADMIN')) throw forbidden()
        if (!act.isNaive) granted(ruleReset(ruled(identity)))
        await resetIdentity(trx, identity.id, act)
      })
      return { status: 202, body: undefined }
    },
    sendIdentityVerificationAccountToken: async ({ path, body, caller }) => {
      await acting('sendIdentityVerificationAccountToken', caller, async (trx, act) => {
        const person = ruled(await find(trx, path.id))
        const { recipient } = granted(rulePasswordMail(person, body, sourceNames))
        await sendPasswordMail(trx, person, { recipient, via: body.via, sourceName: body.sourceName ?? null }, act, deps)
      })
      return { body: undefined }
    },
    synchronizeAttributesForIdentity: async ({ path, caller }) => {
      const id = randomUUID()
      await acting('synchronizeAttributesForIdentity', caller, async (trx, act) => {
        const identity = await find(trx, path.identityId)
        const last = await trx
          .selectFrom('sync_job')
          .select('at')
          .where('identity_id', '=', identity.id)
          .orderBy('at', 'desc')
          .executeTakeFirst()
        const pause = act.isNaive ? 0 : syncPauseSeconds(last?.at ?? null, act.at)
        if (pause > 0) throw new OtherRefusal(429, { message: 'Rate limit exceeded.' }, { 'Retry-After': String(pause) })
        await trx.insertInto('sync_job').values({ id, identity_id: identity.id, at: act.at }).execute()
        await recordEffects(trx, act, [{ identityId: identity.id }])
      })
      const dataJson = JSON.stringify({ identityId: path.identityId })
      return { status: 202, body: { id, status: 'QUEUED', payload: { type: 'SYNCHRONIZE_IDENTITY_ATTRIBUTES', dataJson } } }
    },
    deleteIdentity: async ({ path, caller }) => {
      await acting('deleteIdentity', caller, async (trx, act) => {
        const identity = await find(trx, path.id)
        const refusal = ruleDelete(ruled(identity))
        if (refusal) granted(refusal)
        const owned = await findOwned(trx, identity.id)
        if (owned.length > 0) {
          const message = 'The identity still owns objects; give them to somebody else first.'
          throw new OtherRefusal(400, { message, ...ownershipBody(owned, shapeFor(identity.id)) })
        }
        await deleteIdentity(trx, identity.id, act)
      })
      return { status: 204, body: undefined }
    },
  }
}

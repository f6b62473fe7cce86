import type { components, operations as IdentityOperations } from '#contract/generated/identities.ts'
import { isRecord } from '#contract/json.ts'
import type { SandboxDeps } from '../deps.ts'
import { notFound } from '../http/errors.ts'
import type { Handlers } from '../http/handlers.ts'
import type { IdentityTable } from '../store/schema.ts'
import { isoTime } from '../text.ts'
import { readFilter, readSorters } from './filter-rules.ts'
import type { IdentityQuery } from './query.ts'
import { countIdentities, findIdentities } from './query.ts'

type Identity = components['schemas']['Identity']

const MAX_PAGE = 250

function lifecycleOf(json: string | null): components['schemas']['LifecycleStateDto'] | null {
  const value: unknown = json === null ? null : JSON.parse(json)
  if (!isRecord(value) || typeof value['stateName'] !== 'string') return null
  return { stateName: value['stateName'], manuallyUpdated: value['manuallyUpdated'] === true }
}

function attributesOf(json: string): Record<string, unknown> {
  const value: unknown = JSON.parse(json)
  return isRecord(value) ? value : {}
}

/** A stored identity as the contract writes it. */
function answerOf(identity: IdentityTable): Identity {
  const { manager_id: managerId, manager_name: managerName } = identity
  return {
    id: identity.id,
    name: identity.name,
    created: isoTime(identity.created),
    modified: isoTime(identity.modified),
    alias: identity.alias,
    emailAddress: identity.email,
    processingState: identity.processing_state,
    identityStatus: identity.status,
    managerRef: managerId === null || managerName === null ? null : { type: 'IDENTITY', id: managerId, name: managerName },
    isManager: identity.is_manager === 1,
    lastRefresh: identity.last_refresh === null ? null : isoTime(identity.last_refresh),
    attributes: attributesOf(identity.attributes),
    lifecycleState: lifecycleOf(identity.lifecycle_state),
  }
}

/** The identity operations served so far. Who may call them is in `authorization.ts`. */
export function identityHandlers({
  store,
}: Pick<SandboxDeps, 'store'>): Handlers<Pick<IdentityOperations, 'listIdentities' | 'getIdentity'>> {
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
    getIdentity: async ({ path }) => {
      const identity = await store.selectFrom('identity').selectAll().where('id', '=', path.id).executeTakeFirst()
      if (!identity) throw notFound('The identity')
      return { body: answerOf(identity) }
    },
  }
}

import type { components } from '#contract/generated/identities.ts'
import { isRecord, textOf } from '#contract/json.ts'
import type { IdentityTable } from '../store/schema.ts'
import { isoTime } from '../text.ts'
import type { RuledIdentity } from './rules.ts'

type Identity = components['schemas']['Identity']

function lifecycleOf(json: string | null): components['schemas']['LifecycleStateDto'] | null {
  const value: unknown = json === null ? null : JSON.parse(json)
  if (!isRecord(value) || typeof value['stateName'] !== 'string') return null
  return { stateName: value['stateName'], manuallyUpdated: value['manuallyUpdated'] === true }
}

function attributesOf(json: string): Record<string, unknown> {
  const value: unknown = JSON.parse(json)
  return isRecord(value) ? value : {}
}

/** The columns an answer is made of; reading a page of these alone takes half the time. */
export const answeredColumns = [
  'id',
  'name',
  'alias',
  'email',
  'status',
  'processing_state',
  'manager_id',
  'manager_name',
  'is_manager',
  'created',
  'modified',
  'last_refresh',
  'lifecycle_state',
  'attributes',
] as const satisfies ReadonlyArray<keyof IdentityTable>
export type AnsweredIdentity = Pick<IdentityTable, (typeof answeredColumns)[number]>

/** A stored identity as the contract writes it. */
export function answerOf(identity: AnsweredIdentity): Identity {
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

/** A stored identity as the rules look at it. */
export const ruled = (identity: IdentityTable): RuledIdentity => ({
  id: identity.id,
  name: identity.name,
  email: identity.email,
  personalEmail: textOf(attributesOf(identity.attributes)['personalEmail']),
  status: identity.status,
  processingState: identity.processing_state,
  isCorrelated: identity.correlated === 1,
  isProtected: identity.protected === 1,
})

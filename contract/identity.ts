/** Reads identities. Their statuses changed over the years, so a status is text first and known second. */
import type { components } from './generated/identities.ts'
import { dateTimeOf, filledTextOf, isRecord, singleOf } from './json.ts'
import type { JsonRecord } from './json.ts'
import { openEnumReader } from './open-enum.ts'
import type { OpenEnum } from './open-enum.ts'

export type KnownIdentityStatus = components['schemas']['KnownIdentityStatus']
export type KnownProcessingState = components['schemas']['KnownProcessingState']

export interface Identity {
  readonly id: string
  /** The display name. */
  readonly name: string | null
  /** The account name on the authoritative source. */
  readonly alias: string | null
  readonly email: string | null
  readonly status: OpenEnum<KnownIdentityStatus> | null
  readonly processingState: OpenEnum<KnownProcessingState> | null
  readonly lifecycleState: { readonly name: string; readonly manuallyUpdated: boolean } | null
  readonly manager: { readonly id: string | null; readonly name: string | null } | null
  readonly isManager: boolean
  /** ISO 8601, as the tenant wrote it. */
  readonly created: string | null
  readonly modified: string | null
  readonly lastRefresh: string | null
  /** The tenant's own attributes, unread. */
  readonly attributes: JsonRecord
}

const readStatus = openEnumReader<KnownIdentityStatus>([
  'UNREGISTERED',
  'REGISTERED',
  'PENDING',
  'WARNING',
  'DISABLED',
  'ACTIVE',
  'DEACTIVATED',
  'TERMINATED',
  'ERROR',
  'LOCKED',
])
const readProcessingState = openEnumReader<KnownProcessingState>(['ERROR', 'OK'])

/** One identity, or undefined when the answer holds none with an id. Takes an object or an array of one. */
export function readIdentity(answer: unknown): Identity | undefined {
  const identity = singleOf(answer)
  const id = identity && filledTextOf(identity['id'])
  if (!identity || id === null) return undefined
  const attributes = isRecord(identity['attributes']) ? identity['attributes'] : {}
  return {
    id,
    name: filledTextOf(identity['name']),
    alias: filledTextOf(identity['alias']),
    email: filledTextOf(identity['emailAddress']) ?? filledTextOf(attributes['email']),
    status: readStatus(identity['identityStatus']) ?? readStatus(attributes['cloudStatus']),
    processingState: readProcessingState(identity['processingState']),
    lifecycleState: readLifecycleState(identity['lifecycleState']),
    manager: readManager(identity['managerRef']),
    isManager: identity['isManager'] === true,
    created: dateTimeOf(identity['created']),
    modified: dateTimeOf(identity['modified']),
    lastRefresh: dateTimeOf(identity['lastRefresh']),
    attributes,
  }
}

/** A page of identities: entries that are none are left out, a repeated id is kept once. */
export function readIdentities(answer: unknown): Identity[] {
  const entries: readonly unknown[] = Array.isArray(answer) ? answer : [answer]
  const byId = new Map<string, Identity>()
  for (const entry of entries) {
    const identity = readIdentity(entry)
    if (identity && !byId.has(identity.id)) byId.set(identity.id, identity)
  }
  return [...byId.values()]
}

function readLifecycleState(value: unknown): Identity['lifecycleState'] {
  const name = isRecord(value) ? filledTextOf(value['stateName']) : null
  return isRecord(value) && name !== null ? { name, manuallyUpdated: value['manuallyUpdated'] === true } : null
}

function readManager(value: unknown): Identity['manager'] {
  if (!isRecord(value)) return null
  const manager = { id: filledTextOf(value['id']), name: filledTextOf(value['name']) }
  return manager.id === null && manager.name === null ? null : manager
}

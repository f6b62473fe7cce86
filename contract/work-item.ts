/**
 * Reads work items as real tenants answer them: one object or an array of one, nulls anywhere, older names and letter
 * cases. Nothing here throws; what cannot be understood is null, or text to be shown as it is.
 */
import type { components } from './generated/work-items.ts'
import { dateTimeOf, filledTextOf, integerOf, isRecord, listOf, scalarTextOf, singleOf } from './json.ts'
import { openEnumReader } from './open-enum.ts'
import type { OpenEnum } from './open-enum.ts'
import { readWorkItemForm } from './work-item-form.ts'
import type { WorkItemForm } from './work-item-form.ts'

export type KnownWorkItemState = components['schemas']['KnownWorkItemState']
export type KnownWorkItemType = components['schemas']['KnownWorkItemType']

export const knownWorkItemStates = [
  'Finished',
  'Rejected',
  'Returned',
  'Expired',
  'Pending',
  'Canceled',
] as const satisfies readonly KnownWorkItemState[]

export const knownWorkItemTypes = [
  'Unknown',
  'Generic',
  'Certification',
  'Remediation',
  'Delegation',
  'Approval',
  'ViolationReview',
  'Form',
  'PolicyViolation',
  'Challenge',
  'ImpactAnalysis',
  'Signoff',
  'Event',
  'ManualAction',
  'Test',
] as const satisfies readonly KnownWorkItemType[]

export interface PersonRef {
  readonly id: string | null
  readonly name: string | null
}

export interface ApprovalItem {
  readonly id: string
  readonly account: string | null
  /** The source's display name. */
  readonly application: string | null
  readonly attribute: string | null
  /** Free text: add, set, remove, update … */
  readonly operation: string | null
  readonly value: string | null
  readonly state: OpenEnum<KnownWorkItemState> | null
  /** Whether it still waits for a decision: no state, or Pending. */
  readonly isOpen: boolean
}

export interface RemediationItem {
  readonly id: string | null
  readonly target: PersonRef & { readonly displayName: string | null }
  readonly application: string | null
  readonly attribute: string | null
  readonly operation: string | null
  readonly value: string | null
  readonly nativeIdentity: string | null
}

export interface WorkItem {
  readonly id: string
  readonly name: string | null
  readonly description: string | null
  /** `raw` is empty when the answer names no type. */
  readonly type: OpenEnum<KnownWorkItemType>
  readonly state: OpenEnum<KnownWorkItemState> | null
  /** No state and no completion time, or Pending. */
  readonly isOpen: boolean
  readonly requester: PersonRef | null
  readonly owner: PersonRef | null
  /** ISO 8601, as the tenant wrote it. */
  readonly created: string | null
  readonly modified: string | null
  readonly completed: string | null
  readonly numItems: number | null
  readonly errors: readonly string[]
  readonly approvalItems: readonly ApprovalItem[]
  readonly remediationItems: readonly RemediationItem[]
  /** How many entries of the two lists could not be read. A decision on the whole work item covers them too. */
  readonly unreadableItems: number
  readonly form: WorkItemForm | null
}

const readState = openEnumReader<KnownWorkItemState>(knownWorkItemStates)
const readType = openEnumReader<KnownWorkItemType>(knownWorkItemTypes, { PolicyVioloation: 'PolicyViolation' })

/** A state as text or null; letter case does not matter. */
export const readWorkItemState = readState

/** One work item, or undefined when there is none in the answer or it has no id. Takes an object or an array of one. */
export function readWorkItem(answer: unknown): WorkItem | undefined {
  const item = singleOf(answer)
  const id = item && filledTextOf(item['id'])
  if (!item || id === null) return undefined
  const state = readState(item['state'])
  const approvals = readAll(item['approvalItems'], readApprovalItem)
  const remediations = readAll(item['remediationItems'], readRemediationItem)
  return {
    id,
    name: filledTextOf(item['name']),
    description: filledTextOf(item['description']),
    type: readType(item['type']) ?? { known: null, raw: '' },
    state,
    isOpen: state === null ? (item['completed'] ?? null) === null : state.known === 'Pending',
    requester: personOf(item['requesterId'], item['requesterDisplayName']),
    owner: personOf(item['ownerId'], item['ownerName']),
    created: dateTimeOf(item['created']),
    modified: dateTimeOf(item['modified']),
    completed: dateTimeOf(item['completed']),
    numItems: integerOf(item['numItems']),
    errors: listOf(item['errors']).flatMap((error) => scalarTextOf(error) ?? []),
    approvalItems: approvals.read,
    remediationItems: remediations.read,
    unreadableItems: approvals.unreadable + remediations.unreadable,
    form: readWorkItemForm(item['form']),
  }
}

/** A page of work items: entries that are none are left out, a repeated id is kept once. A lone object counts as a list of one. */
export function readWorkItems(answer: unknown): WorkItem[] {
  const entries: readonly unknown[] = Array.isArray(answer) ? answer : [answer]
  const byId = new Map<string, WorkItem>()
  for (const entry of entries) {
    const item = readWorkItem(entry)
    if (item && !byId.has(item.id)) byId.set(item.id, item)
  }
  return [...byId.values()]
}

function readAll<Item>(value: unknown, readOne: (entry: unknown) => Item | null): { read: Item[]; unreadable: number } {
  if (value === null || value === undefined) return { read: [], unreadable: 0 }
  const entries: readonly unknown[] = Array.isArray(value) ? value : [value]
  const read = entries.flatMap((entry) => readOne(entry) ?? [])
  return { read, unreadable: entries.length - read.length }
}

function readApprovalItem(entry: unknown): ApprovalItem | null {
  const id = isRecord(entry) ? filledTextOf(entry['id']) : null
  if (!isRecord(entry) || id === null) return null
  const state = readState(entry['state'])
  return {
    id,
    account: filledTextOf(entry['account']),
    application: filledTextOf(entry['application']),
    // An older edition of the vendor's documents called these three attributeName, attributeOperation, attributeValue.
    attribute: filledTextOf(entry['name']) ?? filledTextOf(entry['attributeName']),
    operation: filledTextOf(entry['operation']) ?? filledTextOf(entry['attributeOperation']),
    value: scalarTextOf(entry['value']) ?? scalarTextOf(entry['attributeValue']),
    state,
    isOpen: state === null || state.known === 'Pending',
  }
}

function readRemediationItem(entry: unknown): RemediationItem | null {
  if (!isRecord(entry)) return null
  return {
    id: filledTextOf(entry['id']),
    target: {
      id: filledTextOf(entry['targetId']),
      name: filledTextOf(entry['targetName']),
      displayName: filledTextOf(entry['targetDisplayName']),
    },
    application: filledTextOf(entry['applicationName']),
    attribute: filledTextOf(entry['attributeName']),
    operation: filledTextOf(entry['attributeOperation']),
    value: scalarTextOf(entry['attributeValue']),
    nativeIdentity: filledTextOf(entry['nativeIdentity']),
  }
}

function personOf(id: unknown, name: unknown): PersonRef | null {
  const person = { id: filledTextOf(id), name: filledTextOf(name) }
  return person.id === null && person.name === null ? null : person
}

/** One decision: which operation of the contract, about which work item, with what body. */
import type { components } from '#contract/generated/desk.ts'
import { operations } from '#contract/operations.ts'
import { userText } from '../tenant/token-source.ts'
import type { UserKey } from '../tenant/token-source.ts'
import type { EntryCore, WriteKind } from './entry-machine.ts'

export type DecisionOperation = components['schemas']['DecisionOperation']
export type Seen = components['schemas']['Seen']
export type RunDraft = components['schemas']['RunDraft']
export type Person = components['schemas']['Person']
export type EntryDraft = components['schemas']['EntryDraft']
export type DecisionDraft = components['schemas']['DecisionDraft']

export interface Decision {
  readonly operation: DecisionOperation
  readonly workItemId: string
  /** Null for an act on the whole work item. */
  readonly approvalItemId: string | null
  /** The request body; `undefined` where the operation has none. */
  readonly body: unknown
  /** The work item as the person saw it. */
  readonly seen: Seen
}

/** An entry as the store has it: where it stands, what it is about and whose it is. Times are wall-clock ms. */
export interface EntryRecord extends EntryCore, Decision {
  readonly runId: string
  readonly position: number
  readonly runSize: number
  readonly user: UserKey
  readonly userName: string
  readonly note: string | null
  /** Whose list was being worked; null for one's own. */
  readonly forOwner: Person | null
  /** What the tenant is to answer in; null leaves it to the tenant. */
  readonly language: string | null
  readonly createdAt: number
  readonly sentAt: number | null
  readonly endedAt: number | null
  readonly leaseOwner: string | null
  readonly version: number
}

/** An earlier decision about the same work item that this installation knows to be done. */
export interface OwnDecision {
  readonly runId: string
  readonly operation: string
  readonly approvalItemId: string | null
  readonly userName: string
  readonly endedAt: number
}

const DECISIONS: ReadonlySet<string> = new Set<DecisionOperation>([
  'approveApprovalItem',
  'rejectApprovalItem',
  'approveApprovalItemsInBulk',
  'rejectApprovalItemsInBulk',
  'completeWorkItem',
  'forwardWorkItem',
  'submitAccountSelection',
])

export const isDecisionOperation = (text: string): text is DecisionOperation => DECISIONS.has(text)

/** How a failed write of this operation is settled. */
export const kindOf = (operation: DecisionOperation): WriteKind =>
  operations[operation].kind === 'action' ? 'action' : 'decision'

/** A verdict over all approval items of a work item: what it touches is decided by the tenant at that moment, so it is read again first. */
export const isBulk = (operation: DecisionOperation): boolean =>
  operation === 'approveApprovalItemsInBulk' || operation === 'rejectApprovalItemsInBulk'

/** Whose turn an entry takes in the tenant's rate limit, and before whom. */
export const turnOf = (entry: Pick<EntryRecord, 'runSize' | 'user'>) => ({
  priority: entry.runSize === 1 ? ('single' as const) : ('bulk' as const),
  sharer: userText(entry.user),
})

/** The path parameters of the operation. */
export function pathOf(decision: Pick<Decision, 'workItemId' | 'approvalItemId'>): Record<string, string> {
  const { workItemId, approvalItemId } = decision
  return approvalItemId === null ? { id: workItemId } : { id: workItemId, approvalItemId }
}

export const sameUser = (a: UserKey, b: UserKey): boolean => a.tenantId === b.tenantId && a.userId === b.userId

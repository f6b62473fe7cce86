/** One write: a decision on a work item, or an action on people; and an entry of a run, which is one of the two. */
import type { components } from '#contract/generated/desk.ts'
import { userText } from '../tenant/token-source.ts'
import type { UserKey } from '../tenant/token-source.ts'
import type { TaskRecord } from '../store/tasks.ts'
import { actionPath, isActionOperation, peopleOf } from './action.ts'
import type { Action, ActionOperation } from './action.ts'
import type { EntryCore } from './entry-machine.ts'

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

export type Write = (Decision & { readonly kind: 'decision' }) | (Action & { readonly kind: 'action' })
export type WriteOperation = DecisionOperation | ActionOperation

/** An entry as the store has it: where it stands and whose it is. Times are wall-clock ms. */
interface EntryBase extends EntryCore {
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
  /** What entries go one after the other about: a work item, a person, or a chunk of people. */
  readonly subject: string
}

export type DecisionRecord = EntryBase & Decision & { readonly kind: 'decision' }
export type ActionRecord = EntryBase & Action & { readonly kind: 'action'; readonly task: TaskRecord | null }
/** An entry with what it is about. */
export type EntryRecord = DecisionRecord | ActionRecord

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

export const isWriteOperation = (text: string): text is WriteOperation => isDecisionOperation(text) || isActionOperation(text)

/** A verdict over all approval items of a work item: what it touches is decided by the tenant at that moment, so it is read again first. */
export const isBulk = (operation: WriteOperation): boolean =>
  operation === 'approveApprovalItemsInBulk' || operation === 'rejectApprovalItemsInBulk'

/** Whose turn an entry takes in the tenant's rate limit, and before whom. */
export const turnOf = (entry: Pick<EntryRecord, 'runSize' | 'user'>) => ({
  priority: entry.runSize === 1 ? ('single' as const) : ('bulk' as const),
  sharer: userText(entry.user),
})

/** The path parameters of the operation. */
export function pathOf(write: Write): Record<string, string> {
  if (write.kind === 'action') return actionPath(write)
  const { workItemId, approvalItemId } = write
  return approvalItemId === null ? { id: workItemId } : { id: workItemId, approvalItemId }
}

/** One thing a write is about: entries of one group exclude each other about the same object, and about the whole (`''`) any other. */
export interface Claim {
  readonly group: string
  readonly object: string
}

/** Whether two open entries of one group exclude each other. */
export const excludes = (object: string, other: string): boolean => object === '' || other === '' || object === other

export function claimsOf(write: Write): readonly Claim[] {
  if (write.kind === 'decision') return [{ group: `item:${write.workItemId}`, object: write.approvalItemId ?? '' }]
  return peopleOf(write).map((object) => ({ group: write.operation, object }))
}

/** What entries go one after the other about, as one text. A colon stands in no id. */
export function subjectOf(write: Write, runId: string, position: number): string {
  if (write.kind === 'decision') return write.workItemId
  const [person, ...others] = peopleOf(write)
  return person !== undefined && person !== '' && others.length === 0 ? `person:${person}` : `people:${runId}:${position}`
}

export const sameUser = (a: UserKey, b: UserKey): boolean => a.tenantId === b.tenantId && a.userId === b.userId

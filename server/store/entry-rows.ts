/** Between the rows of table `entry` and the entries the rest of the server knows. */
import type { Selectable } from 'kysely'
import { isActionOperation } from '../runs/action.ts'
import type { Guard, SeenPeople } from '../runs/action.ts'
import type { EntryRecord, Person, Seen } from '../runs/decision.ts'
import { isDecisionOperation } from '../runs/decision.ts'
import type { Doubt, EntryCore, EntryState, Problem, Sent, Waiting } from '../runs/entry-machine.ts'
import type { EntryTable, RunTable } from './run-tables.ts'
import { toTask } from './tasks.ts'
import type { TaskPart } from './tasks.ts'

/** The store holds something this program did not write. */
class StoredDataError extends Error {
  override readonly name = 'StoredDataError'
}

const oneOf =
  <Value extends string>(column: string, values: readonly Value[]) =>
  (text: string): Value => {
    const value = values.find((candidate) => candidate === text)
    if (value === undefined) throw new StoredDataError(`entry.${column} holds an unknown value`)
    return value
  }

const ENTRY_STATES: readonly EntryState[] = [
  'held',
  'queued',
  'sending',
  'verifying',
  'needs-you',
  'done',
  'refused',
  'conflict',
  'cancelled',
  'dismissed',
]
export const readState = oneOf<EntryState>('state', ENTRY_STATES)
const readDoubt = oneOf<Doubt>('doubt', ['was-refused', 'unknown'])
const readSent = oneOf<Sent>('sent', ['no', 'yes', 'unknown'])
export const readWaiting = oneOf<Waiting>('waiting', ['sign-in', 'rate', 'network', 'earlier-entries', 'cool-down'])

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null
// Both were checked against desk.yaml, or made by this program, before they were stored.
const isSeen = (value: unknown): value is Seen =>
  isObject(value) && 'approvalItems' in value && Array.isArray(value.approvalItems)
const isSeenPeople = (value: unknown): value is SeenPeople => isObject(value) && 'people' in value && Array.isArray(value.people)
const isGuard = (value: unknown): value is Guard => isObject(value) && 'ticket' in value && 'reason' in value
const isProblem = (value: unknown): value is Problem => isObject(value) && 'code' in value && 'message' in value

function parsed<Value>(column: string, text: string, is: (value: unknown) => value is Value): Value {
  const value: unknown = JSON.parse(text)
  if (!is(value)) throw new StoredDataError(`entry.${column} holds something else`)
  return value
}

/** What an entry's person had on screen. */
export const readSeen = (operation: string, text: string): Seen | SeenPeople =>
  isActionOperation(operation) ? parsed('seen', text, isSeenPeople) : parsed('seen', text, isSeen)

/** What an entry has of its run. */
type RunPart = Pick<Selectable<RunTable>, 'note' | 'user_name' | 'for_owner_id' | 'for_owner_name' | 'accept_language'>

export const ownerOf = (row: Pick<RunPart, 'for_owner_id' | 'for_owner_name'>): Person | null =>
  row.for_owner_id === null ? null : { id: row.for_owner_id, name: row.for_owner_name ?? '' }

export function toEntry(row: Selectable<EntryTable> & RunPart & TaskPart): EntryRecord {
  const base = baseOf(row)
  const { operation } = row
  if (isActionOperation(operation)) {
    return {
      ...base,
      kind: 'action',
      operation,
      identityId: row.identity_id,
      seen: parsed('seen', row.seen, isSeenPeople),
      guard: row.guard === null ? null : parsed('guard', row.guard, isGuard),
      task: toTask(row),
    }
  }
  if (!isDecisionOperation(operation)) throw new StoredDataError('entry.operation holds an unknown value')
  return {
    ...base,
    kind: 'decision',
    operation,
    workItemId: row.work_item_id,
    approvalItemId: row.approval_item_id,
    seen: parsed('seen', row.seen, isSeen),
  }
}

function baseOf(row: Selectable<EntryTable> & RunPart) {
  const body: unknown = row.body === null ? undefined : JSON.parse(row.body)
  return {
    runId: row.run_id,
    position: row.position,
    runSize: row.run_size,
    user: { tenantId: row.tenant_id, userId: row.user_id },
    userName: row.user_name,
    note: row.note,
    forOwner: ownerOf(row),
    language: row.accept_language,
    subject: row.subject,
    body,
    state: readState(row.state),
    doubt: row.doubt === null ? null : readDoubt(row.doubt),
    endless: row.endless === 1,
    attempt: row.attempt,
    sent: readSent(row.sent),
    confirmed: row.confirmed === 1,
    waiting: row.waiting === null ? null : readWaiting(row.waiting),
    problem: row.problem === null ? null : parsed('problem', row.problem, isProblem),
    trackingId: row.tracking_id,
    createdAt: row.created_at,
    sentAt: row.sent_at,
    endedAt: row.ended_at,
    leaseOwner: row.lease_owner,
    version: row.version,
  }
}

/** The columns that a move of the state machine may change. */
export function coreColumns(core: EntryCore) {
  return {
    state: core.state,
    doubt: core.doubt,
    endless: core.endless ? 1 : 0,
    attempt: core.attempt,
    sent: core.sent,
    waiting: core.waiting,
    confirmed: core.confirmed ? 1 : 0,
    tracking_id: core.trackingId,
    problem: core.problem === null ? null : JSON.stringify(core.problem),
  }
}

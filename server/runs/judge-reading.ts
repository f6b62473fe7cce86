/** What a work item, read again, says about a decision: does it show ours, something else, or nothing yet? Pure. */
import { isDeepStrictEqual } from 'node:util'
import { isRecord } from '#contract/json.ts'
import { fieldsOf } from '#contract/work-item-form.ts'
import { readWorkItem } from '#contract/work-item.ts'
import type { ApprovalItem, WorkItem } from '#contract/work-item.ts'
import type { TenantOutcome } from '../tenant/call.ts'
import type { Decision, DecisionOperation, OwnDecision } from './decision.ts'
import type { Doubt, EntryEvent, Problem, Waiting } from './entry-machine.ts'
import { failureOf } from './judge-outcome.ts'

/** What became of reading the work item. */
export type Reading =
  | { readonly kind: 'item'; readonly item: WorkItem }
  /** 403 or 404: it is not there for this person. */
  | { readonly kind: 'out-of-sight'; readonly status: number }
  | { readonly kind: 'failed'; readonly waiting: Waiting | null }

export function readingOf(decision: Pick<Decision, 'workItemId'>, outcome: TenantOutcome): Reading {
  const failure = failureOf(outcome)
  if (failure) return failure
  if (outcome.kind !== 'answer') return { kind: 'failed', waiting: null }
  // Only the tenant's own words count: a proxy's page was `unreadable` already.
  if ((outcome.status === 403 || outcome.status === 404) && isRecord(outcome.body)) {
    return { kind: 'out-of-sight', status: outcome.status }
  }
  const item = outcome.status === 200 ? readWorkItem(outcome.body) : undefined
  return item?.id === decision.workItemId ? { kind: 'item', item } : { kind: 'failed', waiting: null }
}

/** The state of an approval item (or of a work item without any) that a verdict leaves behind. */
const VERDICTS: Partial<Record<DecisionOperation, 'Finished' | 'Rejected'>> = {
  approveApprovalItem: 'Finished',
  approveApprovalItemsInBulk: 'Finished',
  rejectApprovalItem: 'Rejected',
  rejectApprovalItemsInBulk: 'Rejected',
}
export const verdictOf = (operation: string): 'Finished' | 'Rejected' | undefined =>
  Object.entries(VERDICTS).find(([name]) => name === operation)?.[1]

/**
 * Does the work item show all of what we wanted? `unclear` (an account selection only): it is settled, but whether the way we wanted it
 * cannot be seen, or it shows what we wanted, but is not settled.
 */
export function showsOurs(decision: Decision, item: WorkItem): 'yes' | 'unclear' | 'no' {
  switch (decision.operation) {
    case 'approveApprovalItem':
    case 'rejectApprovalItem':
      return yes(
        item.approvalItems.find(({ id }) => id === decision.approvalItemId)?.state?.known === verdictOf(decision.operation),
      )
    case 'approveApprovalItemsInBulk':
    case 'rejectApprovalItemsInBulk': {
      const verdict = verdictOf(decision.operation)
      const wanted = wantedIds(decision, item)
      if (wanted.length === 0) return yes(item.state?.known === verdict)
      return yes(wanted.every((id) => item.approvalItems.find((approval) => approval.id === id)?.state?.known === verdict))
    }
    case 'completeWorkItem':
      return yes(item.state?.known === 'Finished' || (item.state === null && !item.isOpen))
    case 'forwardWorkItem':
      return yes(item.owner?.id === targetOf(decision))
    default:
      return showsSelection(decision, item)
  }
}

const yes = (shown: boolean): 'yes' | 'no' => (shown ? 'yes' : 'no')

const targetOf = (decision: Decision): unknown => (isRecord(decision.body) ? decision.body['targetOwnerId'] : undefined)

const isOpenState = (state: string | null): boolean =>
  state === null || state.trim() === '' || state.trim().toLowerCase() === 'pending'

/** The approval items a bulk verdict was to decide: those that were open when seen; all there are when none was seen. */
function wantedIds(decision: Decision, item: WorkItem): readonly string[] {
  if (decision.seen.approvalItems.length === 0) return item.approvalItems.map(({ id }) => id)
  return decision.seen.approvalItems.filter(({ state }) => isOpenState(state)).map(({ id }) => id)
}

/** Checkboxes nobody ticked are an empty list. */
const isBlank = (value: unknown): boolean =>
  value === null || value === undefined || value === '' || (Array.isArray(value) && value.length === 0)

function showsSelection(decision: Decision, item: WorkItem): 'yes' | 'unclear' | 'no' {
  const chosen = isRecord(decision.body) ? Object.entries(decision.body) : []
  const fields = item.form ? fieldsOf(item.form) : []
  // Another value than the answer says nothing: the form may still show what it was filled with when it came.
  const isShown = chosen.map(([name, value]) => {
    const field = fields.find((candidate) => candidate.name === name)
    return field !== undefined && (isDeepStrictEqual(field.value, value) || (isBlank(field.value) && isBlank(value)))
  })
  const settled = item.state?.known === 'Finished' || (item.state === null && !item.isOpen)
  const allShown = isShown.length > 0 && isShown.every(Boolean)
  if (settled) return allShown ? 'yes' : 'unclear'
  // While it is open, the form may have come filled with just what was answered.
  return allShown ? 'unclear' : 'no'
}

export type ReadingEvent = Extract<
  EntryEvent,
  { type: 'read-shows-ours' | 'read-shows-otherwise' | 'read-as-before' | 'read-out-of-sight' | 'read-gone-once' | 'read-failed' }
>

/** Judges a reading while an entry is being verified. `proof` says when such readings were made, for the one that shows nothing. */
export function judgeVerification(
  decision: Decision & { readonly doubt: Doubt | null },
  reading: Reading,
  own: readonly OwnDecision[],
  proof: { readonly readsAt: readonly number[]; readonly timeoutAt: number },
): ReadingEvent {
  if (reading.kind === 'failed') return { type: 'read-failed', waiting: reading.waiting }
  if (reading.kind === 'out-of-sight') {
    return decision.operation === 'forwardWorkItem'
      ? { type: 'read-out-of-sight' }
      : { type: 'read-shows-otherwise', problem: conflict('gone', null, own, decision) }
  }
  const { item } = reading
  const ours = showsOurs(decision, item)
  if (ours === 'yes') return { type: 'read-shows-ours' }
  const otherwise = shownOtherwise(decision, item, ours)
  return otherwise
    ? { type: 'read-shows-otherwise', problem: conflict(otherwise, item, own, decision) }
    : { type: 'read-as-before', ...proof }
}

type ConflictKind = 'changed' | 'decided-elsewhere' | 'gone' | 'expired'

/** Which conflict the work item shows, if it is neither ours nor still as it was. */
function shownOtherwise(
  decision: Decision & { readonly doubt: Doubt | null },
  item: WorkItem,
  ours: 'unclear' | 'no',
): ConflictKind | undefined {
  // It is settled in a way that cannot be read. After a refusal it was not us; otherwise only the person can tell.
  if (ours === 'unclear') return decision.doubt === 'was-refused' && !item.isOpen ? 'decided-elsewhere' : undefined
  switch (decision.operation) {
    case 'approveApprovalItem':
    case 'rejectApprovalItem': {
      const approval = item.approvalItems.find(({ id }) => id === decision.approvalItemId)
      if (!approval) return item.isOpen ? 'changed' : settledKind(item)
      if (approval.isOpen) return item.isOpen ? passedOn(decision, item) : settledKind(item)
      // A state we do not know is shown to the person, not judged.
      return approval.state?.known === null ? undefined : kindOfState(approval.state?.known)
    }
    case 'approveApprovalItemsInBulk':
    case 'rejectApprovalItemsInBulk': {
      const wanted = wantedIds(decision, item)
      const approvals = item.approvalItems.filter(({ id }) => wanted.includes(id))
      if (!item.isOpen) return approvals.some((approval) => isUnknownState(approval)) ? undefined : settledKind(item)
      if (approvals.length < wanted.length) return 'changed'
      if (approvals.some((approval) => approval.isOpen || isUnknownState(approval))) return passedOn(decision, item)
      return approvals.length === 0 ? passedOn(decision, item) : 'decided-elsewhere'
    }
    default:
      return item.isOpen ? passedOn(decision, item) : settledKind(item)
  }
}

const isUnknownState = (approval: ApprovalItem): boolean => approval.state !== null && approval.state.known === null

/** Somebody else owns it now. (For a forward, the new owner we wanted was looked for before.) */
function passedOn(decision: Decision, item: WorkItem): 'changed' | undefined {
  const before = decision.seen.ownerId ?? null
  return before !== null && item.owner?.id !== undefined && item.owner.id !== null && item.owner.id !== before
    ? 'changed'
    : undefined
}

const kindOfState = (state: string | undefined): ConflictKind => (state === 'Expired' ? 'expired' : 'decided-elsewhere')

/** An unknown state of the whole says nothing certain. */
function settledKind(item: WorkItem): ConflictKind | undefined {
  return item.state !== null && item.state.known === null ? undefined : kindOfState(item.state?.known ?? undefined)
}

/** A conflict in words: what was found, since when, and by whom only where this ledger knows. */
export function conflict(kind: ConflictKind, item: WorkItem | null, own: readonly OwnDecision[], decision: Decision): Problem {
  const approval = item?.approvalItems.find(({ id }) => id === decision.approvalItemId)
  const now = approval && !approval.isOpen ? approval.state : item?.state
  const mine = own
    .filter(
      (done) =>
        done.approvalItemId === null || decision.approvalItemId === null || done.approvalItemId === decision.approvalItemId,
    )
    .sort((a, b) => b.endedAt - a.endedAt)[0]
  return {
    code: 'conflict',
    message: null,
    kind,
    now: now?.raw ?? null,
    at: item?.completed ?? item?.modified ?? null,
    by: mine?.userName ?? null,
  }
}

/** Does the work item still stand as the person saw it when they pressed (promise C2)? Pure. */
import type { ApprovalItem, WorkItem } from '#contract/work-item.ts'
import type { Decision, OwnDecision, Seen } from './decision.ts'
import { isBulk } from './decision.ts'
import type { EntryEvent } from './entry-machine.ts'
import { conflict, verdictOf } from './judge-reading.ts'
import type { Reading } from './judge-reading.ts'

export type ExpectationEvent = Extract<EntryEvent, { type: 'expectation-broken' | 'recheck-failed' }>

/**
 * `undefined`: it holds, and the decision may be sent. `own` is what this installation itself did to the work item: a change that those
 * decisions explain is no surprise, so that the second entry of a run does not stumble over the first.
 */
export function judgeExpectation(
  decision: Decision,
  reading: Reading,
  own: readonly OwnDecision[],
): ExpectationEvent | undefined {
  if (reading.kind === 'failed') return { type: 'recheck-failed', waiting: reading.waiting }
  const kind = reading.kind === 'out-of-sight' ? 'gone' : brokenBy(decision, reading.item, own)
  const item = reading.kind === 'item' ? reading.item : null
  return kind && { type: 'expectation-broken', problem: conflict(kind, item, own, decision) }
}

function brokenBy(decision: Decision, item: WorkItem, own: readonly OwnDecision[]) {
  const { seen } = decision
  if (!item.isOpen && isOpenSeen(seen.state)) return item.state?.known === 'Expired' ? 'expired' : 'decided-elsewhere'
  const mine = item.approvalItems.find(({ id }) => id === decision.approvalItemId)
  const undecided = openIds(item, seen)
  if (decision.approvalItemId !== null && mine && !mine.isOpen)
    return mine.state?.known === 'Expired' ? 'expired' : 'decided-elsewhere'
  if (decision.approvalItemId !== null && !mine) return 'changed'
  if (isBulk(decision.operation) && undecided.some(Boolean) && !undecided.includes('still-open')) return 'decided-elsewhere'
  if (ownerChanged(seen, item) || !sameText(seen.state, item.state?.raw ?? null)) return 'changed'
  if (itemsChanged(seen, item, own)) return 'changed'
  return sameTime(seen.modified, item.modified) || own.some(({ approvalItemId }) => approvalItemId !== null)
    ? undefined
    : 'changed'
}

const isOpenSeen = (state: string | null): boolean => state === null || sameText(state, 'Pending')

/** What became of the approval items that were open on screen. */
function openIds(item: WorkItem, seen: Seen): ('still-open' | 'decided')[] {
  return seen.approvalItems
    .filter(({ state }) => isOpenSeen(state))
    .flatMap(({ id }) => {
      const now = item.approvalItems.find((approval) => approval.id === id)
      return now ? [now.isOpen ? 'still-open' : 'decided'] : []
    })
}

function ownerChanged(seen: Seen, item: WorkItem): boolean {
  const before = seen.ownerId ?? null
  const now = item.owner?.id ?? null
  return before !== null && now !== null && before !== now
}

/** Another set of approval items, another content of one, or a state that no decision of ours explains. */
function itemsChanged(seen: Seen, item: WorkItem, own: readonly OwnDecision[]): boolean {
  if (seen.approvalItems.length !== item.approvalItems.length) return true
  return seen.approvalItems.some((before) => {
    const now = item.approvalItems.find(({ id }) => id === before.id)
    if (!now || contentChanged(before, now)) return true
    if (sameText(before.state, now.state?.raw ?? null)) return false
    return !own.some((done) => done.approvalItemId === before.id && verdictOf(done.operation) === now.state?.known)
  })
}

/** The page leaves out what it did not show; what it showed must be the same. */
function contentChanged(before: Seen['approvalItems'][number], now: ApprovalItem): boolean {
  const shown = [
    [before.account, now.account],
    [before.application, now.application],
    [before.attribute, now.attribute],
    [before.operation, now.operation],
    [before.value, now.value],
  ] as const
  return shown.some(([was, is]) => was !== undefined && was !== is)
}

/** States compare without case; no state and Pending are the same: open. */
const sameText = (a: string | null, b: string | null): boolean => folded(a) === folded(b)

const folded = (text: string | null): string => text?.trim().toLowerCase() || 'pending'

function sameTime(a: string | null, b: string | null): boolean {
  if (a === b) return true
  return a !== null && b !== null && Date.parse(a) === Date.parse(b)
}

import type { WriteOperation } from '#src/api/runs.ts'
import type { Messages } from '#src/lib/messages/en.ts'
import { visibleText } from '#src/lib/visible-text.ts'
import { countsOf } from '#src/lib/run-counts.ts'
import type { StateCounts } from '#src/lib/run-counts.ts'

export interface ActCount {
  readonly operation: WriteOperation
  readonly count: number
}

/** Operations that are one and the same act for a person. */
const oneAct: Partial<Record<WriteOperation, WriteOperation>> = {
  approveApprovalItemsInBulk: 'approveApprovalItem',
  rejectApprovalItemsInBulk: 'rejectApprovalItem',
}

const onOnePerson: ReadonlySet<WriteOperation> = new Set([
  'sendIdentityVerificationAccountToken',
  'synchronizeAttributesForIdentity',
  'resetIdentity',
  'deleteIdentity',
])
const onManyPeople: ReadonlySet<WriteOperation> = new Set(['startIdentitiesInvite', 'startIdentityProcessing'])

/**
 * What a run does: "Approve 66 work items, forward 11 work items". One act about one thing names it; where nobody knows more, it is said how
 * long the run is.
 */
export function runTitle(messages: Messages, acts: readonly ActCount[], all: number, subject: string | null): string {
  const [act, ...others] = acts
  if (act?.count === 1 && others.length === 0 && subject !== null)
    return messages.entry.what(messages.acts[act.operation], visibleText(subject))
  const counts = new Map<WriteOperation, number>()
  for (const { operation, count } of acts) {
    const act = oneAct[operation] ?? operation
    counts.set(act, (counts.get(act) ?? 0) + count)
  }
  if (counts.size === 0) return messages.runs.ofEntries(all)
  const texts = [...counts].toSorted(([, a], [, b]) => b - a).map(([operation, count]) => actText(messages, operation, count))
  return messages.several(texts)
}

function actText({ acts, entry, runs }: Messages, operation: WriteOperation, count: number): string {
  if (onManyPeople.has(operation)) return count === 1 ? acts[operation] : runs.chunks(acts[operation], count)
  return entry.what(acts[operation], onOnePerson.has(operation) ? entry.people(count) : entry.workItems(count))
}

/** The acts in some entries, each with how many do it. */
export function actsIn(entries: readonly { readonly operation: WriteOperation }[]): ActCount[] {
  const counts = new Map<WriteOperation, number>()
  for (const { operation } of entries) counts.set(operation, (counts.get(operation) ?? 0) + 1)
  return [...counts].map(([operation, count]) => ({ operation, count }))
}

/** How far a run is, in numbers: "214 of 300 done, 2 need you". */
export function progressText({ runs }: Messages, totals: StateCounts, forgotten = 0): string {
  return runs.progress(countsOf(totals, forgotten))
}

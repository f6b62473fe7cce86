import type { WorkItem } from '#contract/work-item.ts'
import type { DecisionOperation } from '#src/api/runs.ts'
import { everyGroup, pickSight } from '#src/components/review-draft.ts'
import type { ReviewDraft, ReviewPick, ReviewVerdict } from '#src/components/review-draft.ts'
import { wholeDecision } from '#src/components/whole-decision.ts'
import { gateReasonOf, mayApprove } from '#src/lib/gate.ts'
import type { GateReason } from '#src/lib/gate.ts'
import { factsOf } from '#src/lib/item-facts.ts'
import { verbOfWorkItem } from '#src/lib/triage.ts'

/** One call that will be made. */
export interface PlannedCall {
  readonly operation: DecisionOperation
  readonly approvalItemId?: string
}

/** One work item of a group, and what becomes of it under the group's verdict. */
export interface PlannedItem {
  readonly item: WorkItem
  readonly pick: ReviewPick
  /** Left out by the person. */
  readonly isSkipped: boolean
  /** Why it must be opened before it is approved; null when it need not be, or has been. */
  readonly gate: GateReason | null
  /** The calls; none where it is left out or nothing was chosen yet. */
  readonly calls: readonly PlannedCall[]
  /** How many approval items they decide; 0 where there are none to decide. */
  readonly changes: number
}

export interface PlannedGroup {
  readonly key: string
  readonly items: readonly PlannedItem[]
  /** What can be done with each of them. */
  readonly can: readonly ReviewVerdict[]
  /** Null as long as nothing was chosen. */
  readonly verdict: ReviewVerdict | null
}

/** Why a chosen work item cannot be in the run, whatever the verdict. */
export type LeftOutReason = 'elsewhere' | 'changed' | 'in-run' | 'unread'

export interface LeftOut {
  readonly pick: ReviewPick
  /** As it is now, where it is still on the list. */
  readonly item: WorkItem | null
  readonly reason: LeftOutReason
  /** The run that has it (`in-run`). */
  readonly runId: string | null
}

export interface ReviewPlan {
  /** The largest first; what takes away or cannot be read before what does not. */
  readonly groups: readonly PlannedGroup[]
  readonly leftOut: readonly LeftOut[]
}

interface Known {
  /** The list as it is now. */
  readonly items: ReadonlyMap<string, WorkItem>
  /** Whether all of the list has been read; before that, what is missing may still come. */
  readonly isWhole: boolean
  /** Work items with a decision on its way, and in which run. */
  readonly busy: ReadonlyMap<string, string>
  /** What the person has had open, as sights. */
  readonly opened: ReadonlySet<string>
}

/** What a review comes to: which calls will be made, by group, and what is left out and why. Pure. */
export function planReview(
  draft: Pick<ReviewDraft, 'picks' | 'verdicts' | 'skipped'>,
  { items, isWhole, busy, opened }: Known,
): ReviewPlan {
  const leftOut: LeftOut[] = []
  const members = new Map<string, { readonly item: WorkItem; readonly pick: ReviewPick }[]>()
  for (const pick of draft.picks) {
    const item = items.get(pick.id) ?? null
    const runId = busy.get(pick.id) ?? null
    const reason = reasonFor(pick, item, runId !== null, isWhole)
    if (item === null || reason !== null) {
      leftOut.push({ pick, item, reason: reason ?? 'elsewhere', runId })
      continue
    }
    const key = reviewGroupKey(item)
    const group = members.get(key)
    if (group) group.push({ item, pick })
    else members.set(key, [{ item, pick }])
  }
  const skipped = new Set(draft.skipped)
  const groups = [...members].map(([key, group]): PlannedGroup => {
    const [first] = group
    const can = first ? verdictsFor(first.item) : []
    const wish = draft.verdicts[key] ?? draft.verdicts[everyGroup] ?? null
    const verdict = wish !== null && can.includes(wish) ? wish : null
    return {
      key,
      can,
      verdict,
      items: group.map(({ item, pick }) => planItem({ item, pick, verdict, isSkipped: skipped.has(item.id), opened })),
    }
  })
  return { groups: groups.toSorted(byWeight), leftOut }
}

/**
 * The picks, where those without a sight take what stands in the plan for theirs, so that a later change of it is noticed. The same picks
 * where all in the plan have one.
 */
export function withSights(picks: readonly ReviewPick[], { groups }: ReviewPlan): readonly ReviewPick[] {
  const fresh = new Map(
    groups.flatMap(({ items }) =>
      items.flatMap(({ item, pick }) => (pick.sight === null ? [[pick.id, pickSight(item)] as const] : [])),
    ),
  )
  return fresh.size === 0 ? picks : picks.map((pick) => ({ ...pick, sight: fresh.get(pick.id) ?? pick.sight }))
}

function reasonFor(pick: ReviewPick, item: WorkItem | null, isBusy: boolean, isWhole: boolean): LeftOutReason | null {
  if (isBusy) return 'in-run'
  if (item === null) return isWhole ? 'elsewhere' : 'unread'
  if (!item.isOpen) return 'elsewhere'
  if (pick.only !== null && openPartsOf(item, pick.only).length === 0) return 'elsewhere'
  return pick.sight !== null && pick.sight !== pickSight(item) ? 'changed' : null
}

interface Planning {
  readonly item: WorkItem
  readonly pick: ReviewPick
  readonly verdict: ReviewVerdict | null
  readonly isSkipped: boolean
  readonly opened: ReadonlySet<string>
}

function planItem({ item, pick, verdict, isSkipped, opened }: Planning): PlannedItem {
  const gate = verdict === 'approve' && !mayApprove(item, opened) ? gateReasonOf(item) : null
  const calls = isSkipped || gate !== null || verdict === null ? [] : callsFor(item, pick, verdict)
  const open = item.approvalItems.filter(({ isOpen }) => isOpen).length
  const changes = calls.reduce((sum, { approvalItemId }) => sum + (approvalItemId === undefined ? open : 1), 0)
  return { item, pick, isSkipped, gate, calls, changes }
}

/** One call for all that waits on a work item; one for each where only some of it was chosen. */
function callsFor(item: WorkItem, { only }: ReviewPick, verdict: ReviewVerdict): readonly PlannedCall[] {
  switch (verdict) {
    case 'approve':
    case 'reject': {
      const whole = wholeDecision(item, verdict)
      if (whole === null) return []
      const parts = only === null ? [] : openPartsOf(item, only)
      if (only === null || parts.length === whole.count) {
        const { count: _count, ...call } = whole
        return [call]
      }
      const operation = verdict === 'approve' ? 'approveApprovalItem' : 'rejectApprovalItem'
      return parts.map(({ id }) => ({ operation, approvalItemId: id }))
    }
    case 'complete':
      return [{ operation: 'completeWorkItem' }]
    case 'forward':
      return [{ operation: 'forwardWorkItem' }]
    default:
      return []
  }
}

const openPartsOf = (item: WorkItem, only: readonly string[]) =>
  item.approvalItems.filter(({ id, isOpen }) => isOpen && only.includes(id))

/** What can be done with a work item as a whole, without asking anything more about it. */
function verdictsFor(item: WorkItem): readonly ReviewVerdict[] {
  if (wholeDecision(item, 'approve') !== null) return ['approve', 'reject', 'forward', 'skip']
  return item.form === null ? ['complete', 'forward', 'skip'] : ['forward', 'skip']
}

/** Work items that ask for the same on the same source, or for the same kind of work, stand together; mixed ones by their gravest verb. */
function reviewGroupKey(item: WorkItem): string {
  const { sources, type } = factsOf(item)
  const { kind, word, raw } = verbOfWorkItem(item)
  const what = kind === 'task' ? type : `${kind} ${word ?? raw.toLowerCase()}`
  return [verdictsFor(item)[0] ?? '', what, sources.length > 1 ? 'several' : (sources[0] ?? '')].join('\n')
}

const byWeight = (a: PlannedGroup, b: PlannedGroup): number =>
  b.items.length - a.items.length || (a.key < b.key ? -1 : a.key > b.key ? 1 : 0)

/** How much of a plan comes to what. */
export interface ReviewTally {
  readonly verdict: Exclude<ReviewVerdict, 'skip'>
  readonly items: number
  /** Calls that decide a work item as a whole, and the changes in them. */
  readonly wholes: number
  readonly wholeChanges: number
  /** Calls that decide one approval item. */
  readonly singles: number
}

export interface ReviewCounts {
  readonly tallies: readonly ReviewTally[]
  readonly items: number
  readonly calls: number
  /** Left out because they must be opened first. */
  readonly gated: number
  readonly skipped: number
  /** In a group without a verdict. */
  readonly undecided: number
}

const acting = ['approve', 'reject', 'complete', 'forward'] as const

export function countReview({ groups }: ReviewPlan): ReviewCounts {
  const going = groups.flatMap(({ verdict, items }) =>
    items.flatMap((planned) => (planned.calls.length > 0 ? { verdict, ...planned } : [])),
  )
  const tallies = acting.flatMap((verdict): readonly ReviewTally[] => {
    const own = going.filter((planned) => planned.verdict === verdict)
    const calls = own.flatMap(({ calls }) => calls)
    const wholes = own.filter(({ calls }) => calls.some(({ approvalItemId }) => approvalItemId === undefined))
    return own.length === 0
      ? []
      : [
          {
            verdict,
            items: own.length,
            wholes: wholes.length,
            wholeChanges: wholes.reduce((sum, { changes }) => sum + changes, 0),
            singles: calls.filter(({ approvalItemId }) => approvalItemId !== undefined).length,
          },
        ]
  })
  const all = groups.flatMap(({ verdict, items }) => items.map((planned) => ({ verdict, ...planned })))
  return {
    tallies,
    items: going.length,
    calls: going.reduce((sum, { calls }) => sum + calls.length, 0),
    gated: all.filter(({ gate, isSkipped }) => gate !== null && !isSkipped).length,
    skipped: all.filter(({ verdict, isSkipped }) => verdict === 'skip' || (isSkipped && verdict !== null)).length,
    undecided: all.filter(({ verdict }) => verdict === null).length,
  }
}

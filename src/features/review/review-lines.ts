import type { LeftOut, LeftOutReason, PlannedGroup, PlannedItem, ReviewPlan } from './review-plan.ts'

/** One line of the review as it is drawn. */
export type ReviewLine =
  | { readonly kind: 'group'; readonly key: string; readonly group: PlannedGroup; readonly isFolded: boolean }
  | { readonly kind: 'item'; readonly key: string; readonly group: PlannedGroup; readonly planned: PlannedItem }
  | { readonly kind: 'reason'; readonly key: string; readonly reason: LeftOutReason; readonly members: readonly LeftOut[] }
  | { readonly kind: 'left-out'; readonly key: string; readonly leftOut: LeftOut }

const reasonOrder: readonly LeftOutReason[] = ['changed', 'in-run', 'elsewhere', 'unread']

/** The groups with what is in them, then what is left out, under its reasons. */
export function reviewLines({ groups, leftOut }: ReviewPlan, folded: ReadonlySet<string>): readonly ReviewLine[] {
  const grouped = groups.flatMap((group): ReviewLine[] => {
    const isFolded = folded.has(group.key)
    return [
      { kind: 'group', key: `group ${group.key}`, group, isFolded },
      ...(isFolded
        ? []
        : group.items.map((planned) => ({ kind: 'item', key: planned.item.id, group, planned }) satisfies ReviewLine)),
    ]
  })
  const left = reasonOrder.flatMap((reason): ReviewLine[] => {
    const members = leftOut.filter((one) => one.reason === reason)
    return members.length === 0
      ? []
      : [
          { kind: 'reason', key: `reason ${reason}`, reason, members },
          ...members.map((one) => ({ kind: 'left-out', key: `out ${one.pick.id}`, leftOut: one }) satisfies ReviewLine),
        ]
  })
  return [...grouped, ...left]
}

/** A part of the review that can be gone to: what is left out for a reason, or what must be read first. */
export type ReviewPlace = LeftOutReason | 'gated'

/** The groups in which something must be read before it is approved. */
export const gatedGroups = ({ groups }: ReviewPlan): readonly string[] =>
  groups.flatMap(({ key, items }) => (items.some(({ gate, isSkipped }) => gate !== null && !isSkipped) ? key : []))

/** Where that part begins; -1 where there is none. */
export const placeIn = (lines: readonly ReviewLine[], place: ReviewPlace): number =>
  lines.findIndex((line) =>
    place === 'gated'
      ? line.kind === 'item' && line.planned.gate !== null && !line.planned.isSkipped
      : line.kind === 'reason' && line.reason === place,
  )

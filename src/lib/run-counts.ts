/** How many entries of a run are in each state. */
export type StateCounts = Readonly<
  Record<
    'held' | 'queued' | 'sending' | 'verifying' | 'needs-you' | 'done' | 'refused' | 'conflict' | 'cancelled' | 'dismissed',
    number
  >
>

export interface RunCounts {
  readonly all: number
  readonly done: number
  readonly needsYou: number
  /** Refused, or no longer as it was when the person looked. */
  readonly failed: number
  /** Taken back before it was sent. */
  readonly takenBack: number
  /** Cancelled, because nobody came back to it. */
  readonly forgotten: number
  /** Left by the person with an unknown outcome. */
  readonly dismissed: number
  /** Neither ended nor in need of the person. */
  readonly left: number
}

/** The states in a few numbers that add up to `all`; `forgotten` of what was cancelled were so because nobody came back. */
export function countsOf(totals: StateCounts, forgotten = 0): RunCounts {
  const done = totals.done
  const needsYou = totals['needs-you']
  const failed = totals.refused + totals.conflict
  const { dismissed } = totals
  const takenBack = totals.cancelled - forgotten
  const left = totals.held + totals.queued + totals.sending + totals.verifying
  const all = done + needsYou + failed + totals.cancelled + dismissed + left
  return { all, done, needsYou, failed, takenBack, forgotten, dismissed, left }
}

export const noStates: StateCounts = {
  held: 0,
  queued: 0,
  sending: 0,
  verifying: 0,
  'needs-you': 0,
  done: 0,
  refused: 0,
  conflict: 0,
  cancelled: 0,
  dismissed: 0,
}

/** The same of single entries. */
export function countStates(entries: readonly { readonly state: keyof StateCounts }[]): StateCounts {
  const totals = { ...noStates }
  for (const { state } of entries) totals[state] += 1
  return totals
}

/**
 * Whether a run has come so far since it was last told that it is worth telling again: each further quarter, the end, and anything more
 * that needs the person.
 */
export function isWorthTelling(before: RunCounts | null, now: RunCounts): boolean {
  if (now.needsYou > (before?.needsYou ?? 0)) return true
  const isOver = ({ needsYou, left }: RunCounts) => needsYou + left === 0
  if (before === null) return false
  if (isOver(now)) return !isOver(before)
  const quarter = ({ all, left, needsYou }: RunCounts) => Math.floor(((all - left - needsYou) * 4) / Math.max(1, all))
  return quarter(now) > quarter(before)
}

const endedIn = ({ done, refused, conflict, cancelled, dismissed }: StateCounts): number =>
  done + refused + conflict + cancelled + dismissed

/** Of two readings of one run the one that is further: what has ended stays so, while answers may overtake each other. */
export const further = <Totals extends StateCounts>(one: Totals, other: Totals): Totals =>
  endedIn(other) > endedIn(one) ? other : one

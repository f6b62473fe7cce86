import type { Handover } from '#src/components/decisions.tsx'
import { isDecision, workItemIdOf } from '#src/api/entry-kinds.ts'
import type { DecisionEntry, Entry } from '#src/api/runs.ts'

/** The newest decision that can be taken back: while it is handed over the whole run, later its entry. */
export type LastDecision =
  | { readonly kind: 'run'; readonly runId: string }
  | { readonly kind: 'entry'; readonly entry: DecisionEntry }

interface Known {
  /** As the page has them; one may have been answered since. */
  readonly handovers: readonly Pick<Handover, 'runId' | 'draft'>[]
  /** As they are in the cache: what was just handed over stands there before it is drawn. */
  readonly open: readonly Entry[]
  /** Whether a run is still being handed over, so that taking it back can be asked for. */
  readonly canAsk: (runId: string) => boolean
}

/** What somebody means who takes the last decision back; null when nothing is held. */
export function lastDecision({ handovers, open, canAsk }: Known): LastDecision | null {
  // What is still being handed over is the last decision, whatever else is held.
  const newest = handovers.findLast(
    ({ runId, draft }) => canAsk(runId) && draft.entries.some((entry) => workItemIdOf(entry) !== null),
  )
  if (newest) return { kind: 'run', runId: newest.runId }
  const [entry] = open
    .filter(isDecision)
    .filter(({ canTakeBack }) => canTakeBack)
    .toSorted((a, b) => b.createdAt.localeCompare(a.createdAt))
  return entry ? { kind: 'entry', entry } : null
}

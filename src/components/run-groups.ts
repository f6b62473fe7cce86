import type { RunProgress, RunSummary } from '#src/api/run-progress.ts'
import type { Entry } from '#src/api/runs.ts'
import { countsOf, countStates } from '#src/lib/run-counts.ts'
import type { StateCounts } from '#src/lib/run-counts.ts'

/** From so many entries on, a run is told as one line. */
const fewest = 4

/** The decisions of one run, as far as the page knows them. */
export interface RunGroup {
  readonly runId: string
  /** Those the page knows, in the order of the run; of a large run only some. */
  readonly entries: readonly Entry[]
  readonly open: readonly Entry[]
  /** Of the whole run. */
  readonly totals: StateCounts
  /** The server's word on it; null while nobody has asked. */
  readonly summary: RunSummary | null
  readonly isOver: boolean
}

export interface GroupedRuns {
  readonly groups: readonly RunGroup[]
  readonly isGrouped: (entry: Entry) => boolean
}

/** Parts what was decided together from what stands alone. */
export function groupRuns(open: readonly Entry[], ended: readonly Entry[], progress: RunProgress | undefined): GroupedRuns {
  const openOf = byRun(open)
  const endedOf = byRun(ended)
  const summaries = new Map([...(progress?.ended ?? []), ...(progress?.open ?? [])].map((run) => [run.id, run]))
  const groups = [...new Set([...openOf.keys(), ...endedOf.keys(), ...summaries.keys()])].flatMap((runId): RunGroup[] => {
    const [still, over] = [openOf.get(runId) ?? [], endedOf.get(runId) ?? []]
    const summary = summaries.get(runId) ?? null
    const entries = [...still, ...over].toSorted((a, b) => a.position - b.position)
    // Where the page knows each of them, it knows sooner than the server's last word.
    const totals = summary && countsOf(summary.totals).all !== entries.length ? summary.totals : countStates(entries)
    const { all, needsYou, left } = countsOf(totals)
    return all < fewest ? [] : [{ runId, entries, open: still, totals, summary, isOver: needsYou + left === 0 }]
  })
  const grouped = new Set(groups.map(({ runId }) => runId))
  return { groups, isGrouped: ({ runId }) => grouped.has(runId) }
}

function byRun(entries: readonly Entry[]): ReadonlyMap<string, readonly Entry[]> {
  const runs = new Map<string, Entry[]>()
  for (const entry of entries) {
    const run = runs.get(entry.runId)
    if (run) run.push(entry)
    else runs.set(entry.runId, [entry])
  }
  return runs
}

import type { Entry } from '#src/api/runs.ts'

/** From so many entries on, a run is told as one line. */
const fewest = 4

/** The decisions of one run, as far as the page knows them. */
export interface RunGroup {
  readonly runId: string
  /** In the order of the run. */
  readonly entries: readonly Entry[]
  readonly open: readonly Entry[]
  readonly done: number
  /** Ended, but not carried out. */
  readonly failed: number
}

interface GroupedRuns {
  readonly groups: readonly RunGroup[]
  readonly isGrouped: (entry: Entry) => boolean
}

/** Parts what was decided together from what stands alone. */
export function groupRuns(open: readonly Entry[], ended: readonly Entry[]): GroupedRuns {
  const openOf = byRun(open)
  const endedOf = byRun(ended)
  const groups = [...new Set([...openOf.keys(), ...endedOf.keys()])].flatMap((runId) => {
    const [still, over] = [openOf.get(runId) ?? [], endedOf.get(runId) ?? []]
    if (still.length + over.length < fewest) return []
    const done = over.filter(({ state }) => state === 'done').length
    const entries = [...still, ...over].toSorted((a, b) => a.position - b.position)
    return { runId, entries, open: still, done, failed: over.length - done }
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

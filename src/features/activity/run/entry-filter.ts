import type { Entry, EntryState } from '#src/api/runs.ts'
import type { StateCounts } from '#src/lib/run-counts.ts'

/** What the results of a run can be narrowed down to. Every state is in exactly one of them. */
export const resultFilters = ['open', 'needs-you', 'done', 'refused', 'conflict', 'cancelled', 'dismissed'] as const
export type ResultFilter = (typeof resultFilters)[number]

const statesIn: Readonly<Record<ResultFilter, readonly EntryState[]>> = {
  open: ['held', 'queued', 'sending', 'verifying'],
  'needs-you': ['needs-you'],
  done: ['done'],
  refused: ['refused'],
  conflict: ['conflict'],
  cancelled: ['cancelled'],
  dismissed: ['dismissed'],
}

export const parseResultFilter = (text: string | null): ResultFilter | null =>
  resultFilters.find((filter) => filter === text) ?? null

export const countIn = (filter: ResultFilter, totals: StateCounts): number =>
  statesIn[filter].reduce((sum, state) => sum + totals[state], 0)

/** The entries in these states whose texts have every word in them. `textOf` gives the texts of one. */
export function matchingEntries(
  entries: readonly Entry[],
  filter: ResultFilter | null,
  query: string,
  textOf: (entry: Entry) => string,
): readonly Entry[] {
  const words = query
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== '')
  if (filter === null && words.length === 0) return entries
  return entries.filter((entry) => {
    if (filter !== null && !statesIn[filter].includes(entry.state)) return false
    if (words.length === 0) return true
    const text = textOf(entry).toLowerCase()
    return words.every((word) => text.includes(word))
  })
}

/** Everything that can be found about an entry: what was shown, and what came of it. */
export function searchedText({ seen, problem, note, trackingId }: Entry): string {
  const shown =
    'people' in seen
      ? seen.people.flatMap(({ name, alias, email, id }) => [name, alias, email, id])
      : [
          seen.name,
          seen.description,
          seen.requesterName,
          seen.ownerName,
          ...seen.approvalItems.flatMap(({ account, application, attribute, value }) => [account, application, attribute, value]),
        ]
  return [...shown, problem?.message, problem?.code, note, trackingId].flatMap((text) => text ?? []).join('\n')
}

import { isRecord, listOf, textOf, textsIn } from '#contract/json.ts'
import type { WorkItem } from '#contract/work-item.ts'
import { draftKey, tabDrafts } from '#src/lib/browser-store.ts'
import { sightOf } from '#src/lib/gate.ts'
import { parsedJson } from '#src/lib/parsed-json.ts'

/** What can be done with the work items of a group. */
export const reviewVerdicts = ['approve', 'reject', 'complete', 'forward', 'skip'] as const
export type ReviewVerdict = (typeof reviewVerdicts)[number]

/** One work item that was chosen for a review. */
export interface ReviewPick {
  readonly id: string
  /** What it was called, so that it can be named when it is gone. */
  readonly name: string | null
  /** What the person had before them when they chose it (`pickSight`); null where it is to be looked at afresh. */
  readonly sight: string | null
  /** Only these approval items; null for all that wait. */
  readonly only: readonly string[] | null
}

/** A review on its way to a run: what was chosen, fixed for good, and what has been decided about it so far. */
export interface ReviewDraft {
  /** The runs it will become, in their order. Pressing twice is the same run. */
  readonly runIds: readonly string[]
  /** Whose list, when it is not one's own. */
  readonly owner: string | null
  readonly picks: readonly ReviewPick[]
  /** The run whose failed entries these are; null for a selection of the list. */
  readonly retryOf: string | null
  /** By group; a group that is not in it has no verdict yet. */
  readonly verdicts: Readonly<Record<string, ReviewVerdict>>
  /** What the person left out one by one. */
  readonly skipped: readonly string[]
  readonly note: string
}

/** One run takes 5,000 entries, so this is more than any list. */
const mostRuns = 16

const keyFor = (userId: string) => draftKey(userId, 'review')

/** What a person sees of a work item: another text is another sight. */
export const pickSight = (item: WorkItem): string => `${sightOf(item)} ${item.modified ?? ''}`

export const pickOf = (item: WorkItem): ReviewPick => ({
  id: item.id,
  name: item.name ?? item.description,
  sight: pickSight(item),
  only: null,
})

interface Chosen {
  readonly owner: string | null
  readonly picks: readonly ReviewPick[]
  readonly retryOf?: string
  /** What every group begins with, where that can be done with it. */
  readonly verdict?: ReviewVerdict
}

/** The key under which a verdict stands for every group that has none of its own. */
export const everyGroup = '*'

/** Begins a review. Where exactly these work items were being reviewed already, what was decided about them is kept. */
export function beginReview(userId: string, { owner, picks, retryOf, verdict }: Chosen): void {
  const before = readReview(userId)
  const ids = new Set(picks.map(({ id }) => id))
  const isSame =
    verdict === undefined &&
    before !== null &&
    before.retryOf === null &&
    retryOf === undefined &&
    before.picks.length === picks.length &&
    before.picks.every(({ id }) => ids.has(id))
  keepReview(userId, {
    runIds: Array.from({ length: mostRuns }, () => crypto.randomUUID()),
    verdicts: verdict === undefined ? {} : { [everyGroup]: verdict },
    skipped: [],
    note: '',
    ...(isSame && before),
    owner,
    picks,
    retryOf: retryOf ?? null,
  })
}

/** The review this tab is at; null when there is none, or what was kept is odd. */
export function readReview(userId: string): ReviewDraft | null {
  const kept = parsedJson(tabDrafts.read(keyFor(userId)))
  if (!isRecord(kept)) return null
  const picks = listOf(kept['picks']).flatMap((pick) => readPick(pick) ?? [])
  const runIds = textsIn(kept['runIds'])
  if (picks.length === 0 || runIds.length === 0) return null
  const verdicts = isRecord(kept['verdicts']) ? Object.entries(kept['verdicts']) : []
  return {
    runIds,
    owner: textOf(kept['owner']),
    picks,
    retryOf: textOf(kept['retryOf']),
    verdicts: Object.fromEntries(
      verdicts.flatMap(([group, value]) => {
        const verdict = reviewVerdicts.find((known) => known === value)
        return verdict ? [[group, verdict] as const] : []
      }),
    ),
    skipped: textsIn(kept['skipped']),
    note: textOf(kept['note']) ?? '',
  }
}

export function keepReview(userId: string, review: ReviewDraft | null): void {
  tabDrafts.write(keyFor(userId), review && JSON.stringify(review))
}

function readPick(value: unknown): ReviewPick | null {
  const id = isRecord(value) ? textOf(value['id']) : null
  if (!isRecord(value) || id === null) return null
  const only = textsIn(value['only'])
  return { id, name: textOf(value['name']), sight: textOf(value['sight']), only: only.length === 0 ? null : only }
}

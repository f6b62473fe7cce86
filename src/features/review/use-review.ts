import { useQuery } from '@tanstack/react-query'
import { useCallback, useEffect, useMemo, useState } from 'react'
import { workItemIdOf } from '#src/api/entry-kinds.ts'
import type { Entry, EntryDraft } from '#src/api/runs.ts'
import { workItemQueries } from '#src/api/work-items.ts'
import { useDecisions } from '#src/components/decisions.tsx'
import { everyGroup, keepReview, pickSight, readReview } from '#src/components/review-draft.ts'
import type { ReviewDraft, ReviewVerdict } from '#src/components/review-draft.ts'
import { useSession } from '#src/components/session-context.ts'
import { useOpenedItems } from '#src/components/use-opened-items.ts'
import type { HandedOverBefore } from './HandedOver.tsx'
import { planReview, withSights } from './review-plan.ts'

/** The review of this tab, what it comes to at this moment, and the ways to change it. Every change is kept in the tab. */
export function useReview() {
  const { user } = useSession()
  const [draft, setDraft] = useState(() => readReview(user.id))
  const { open, handovers } = useDecisions()
  const opened = useOpenedItems()
  const list = useQuery({ ...workItemQueries.list('open', draft?.owner ?? null), enabled: draft !== null })
  /** What was handed over when part of it turned out to be in a run before. */
  const [handedOver, tellHandedOver] = useState<HandedOverBefore | null>(null)
  /** Work items that the server said are in a run the page does not know of. */
  const [alsoBusy, setAlsoBusy] = useState<ReadonlyMap<string, string>>(new Map())

  const { runIds, picks, verdicts, skipped } = draft ?? {}
  const items = useMemo(() => new Map(list.data?.items.map((item) => [item.id, item])), [list.data])
  const busy = useMemo(
    () =>
      new Map([
        ...alsoBusy,
        // What this review itself could not hand over for sure may be tried again: it stays the same run.
        ...handovers.flatMap(({ runId, draft: { entries } }) =>
          runIds?.includes(runId) ? [] : entries.flatMap((entry) => busyIn(entry, runId)),
        ),
        ...open.flatMap((entry) => busyIn(entry, entry.runId)),
      ]),
    [alsoBusy, handovers, open, runIds],
  )
  const isWhole = list.data?.isComplete ?? false
  // Writing a note changes nothing about the plan.
  const plan = useMemo(
    () => (picks && verdicts && skipped ? planReview({ picks, verdicts, skipped }, { items, isWhole, busy, opened }) : null),
    [picks, verdicts, skipped, items, isWhole, busy, opened],
  )

  const seenPicks = picks && plan ? withSights(picks, plan) : picks
  if (draft && seenPicks && seenPicks !== picks) setDraft({ ...draft, picks: seenPicks })
  useEffect(() => {
    const kept = readReview(user.id)
    // What was handed over meanwhile is not brought back.
    if (kept && picks) keepReview(user.id, { ...kept, picks })
  }, [user.id, picks])

  const change = useCallback(
    (next: (before: ReviewDraft) => ReviewDraft) =>
      setDraft((before) => {
        const after = before && next(before)
        keepReview(user.id, after)
        return after
      }),
    [user.id],
  )
  const acts = useMemo(
    () => ({
      choose: (group: string, verdict: ReviewVerdict) =>
        change((before) => ({ ...before, verdicts: { ...before.verdicts, [group]: verdict } })),
      /** For the groups where it can be done; the others keep what they have. */
      chooseAll: (groups: readonly { readonly key: string; readonly can: readonly ReviewVerdict[] }[], verdict: ReviewVerdict) =>
        change((before) => {
          const { [everyGroup]: _before, ...others } = before.verdicts
          const able = groups.filter(({ can }) => can.includes(verdict)).map(({ key }) => [key, verdict] as const)
          return { ...before, verdicts: { ...others, ...Object.fromEntries(able) } }
        }),
      skip: (id: string, isSkipped: boolean) =>
        change((before) => ({
          ...before,
          skipped: isSkipped ? [...before.skipped, id] : before.skipped.filter((other) => other !== id),
        })),
      write: (note: string) => change((before) => ({ ...before, note })),
      /** Forgets the ids that stand for a run now and what is in one, so that what is left becomes other ones. */
      spend: (spent: readonly string[], workItemIds: ReadonlySet<string>) =>
        change((before) => ({
          ...before,
          runIds: [...before.runIds.filter((id) => !spent.includes(id)), ...spent.map(() => crypto.randomUUID())],
          picks: before.picks.filter(({ id }) => !workItemIds.has(id)),
        })),
    }),
    [change],
  )
  /** Takes work items as they are now for what was chosen. */
  const takeAsNow = (ids: readonly string[]) => {
    const chosen = new Set(ids)
    change((before) => ({
      ...before,
      picks: before.picks.map((pick) => {
        const item = chosen.has(pick.id) ? items.get(pick.id) : undefined
        return item ? { ...pick, sight: pickSight(item) } : pick
      }),
    }))
  }
  const addBusy = (more: readonly (readonly [workItemId: string, runId: string])[]) =>
    setAlsoBusy((before) => new Map([...before, ...more]))
  return { draft, plan, list, isWhole, addBusy, takeAsNow, handedOver, tellHandedOver, ...acts }
}

function busyIn(entry: Entry | EntryDraft, runId: string): readonly (readonly [workItemId: string, runId: string])[] {
  const id = workItemIdOf(entry)
  return id === null ? [] : [[id, runId]]
}

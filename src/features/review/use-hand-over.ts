import { useQueryClient } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { useNavigate } from 'react-router'
import { workItemIdOf } from '#src/api/entry-kinds.ts'
import { asApiError } from '#src/api/errors.ts'
import type { ApiError } from '#src/api/errors.ts'
import { hasEnded, readRun } from '#src/api/runs.ts'
import { readAtOf } from '#src/api/work-items.ts'
import type { Decision } from '#src/components/decision-draft.ts'
import { useDecide } from '#src/components/use-decide.ts'
import type { ForwardDraft } from '#src/components/forward-draft.ts'
import { keepSelection, listSelection, readSelection, selectionKey } from '#src/components/kept-selection.ts'
import { keepReview } from '#src/components/review-draft.ts'
import type { ReviewDraft } from '#src/components/review-draft.ts'
import { useSession } from '#src/components/session-context.ts'
import { paths } from '#src/lib/paths.ts'
import { useAnnounce } from '#src/ui/Announcer.tsx'
import { handOverAll } from './hand-over-all.ts'
import type { HandedOverBefore } from './HandedOver.tsx'
import type { ReviewPlan } from './review-plan.ts'
import { useReviewTexts } from './review-words.ts'

interface Options {
  readonly draft: ReviewDraft
  readonly plan: ReviewPlan
  readonly forward: ForwardDraft
  readonly spend: (runIds: readonly string[], workItemIds: ReadonlySet<string>) => void
  readonly addBusy: (busy: readonly (readonly [workItemId: string, runId: string])[]) => void
  readonly tellHandedOver: (before: HandedOverBefore) => void
}

export interface Failure {
  readonly error: ApiError
  /** How many runs were taken before that. */
  readonly stored: number
  /** How many of the work items a run had already. */
  readonly known: number
}

/** Makes the run of a review. While it is under way nothing more is handed over; what was taken leads on to the run. */
export function useHandOver({ draft, plan, forward, spend, addBusy, tellHandedOver }: Options) {
  const client = useQueryClient()
  const navigate = useNavigate()
  const announce = useAnnounce()
  const words = useReviewTexts()
  const { user } = useSession()
  const { decideReviewed } = useDecide()
  const isUnderWay = useRef(false)
  const [isPending, setIsPending] = useState(false)
  const [failure, setFailure] = useState<Failure | null>(null)

  const send = async () => {
    const decisions = decisionsOf(plan, forward, (item) => readAtOf(client, item))
    if (decisions.length === 0) return undefined
    const { runIds, spent, workItemIds, known, error, left } = await handOverAll(decisions, draft.runIds, {
      handOver: (rest, ids) => decideReviewed(rest, draft.note, ids),
      read: async (runId) => (await readRun(runId)).entries.flatMap((entry) => (entry.kind === 'decision' ? [entry] : [])),
    })
    const key = selectionKey(user.id, listSelection('inbox', draft.owner))
    keepSelection(
      key,
      readSelection(key).filter((id) => !workItemIds.has(id)),
    )
    if (left > 0) {
      spend(spent, workItemIds)
      return error && setFailure({ error, stored: runIds.length, known: known.size })
    }
    keepReview(user.id, null)
    if (known.size > 0) {
      announce(words.known(known.size))
      return tellHandedOver({ count: known.size, runIds })
    }
    const [only, ...others] = runIds
    return navigate(only !== undefined && others.length === 0 ? paths.run(only) : paths.activity, { replace: true })
  }
  const submit = async () => {
    if (isUnderWay.current) return
    isUnderWay.current = true
    setIsPending(true)
    setFailure(null)
    try {
      await send()
    } finally {
      isUnderWay.current = false
      setIsPending(false)
    }
  }
  /** What the run in the way still has open is left out from now on. */
  const leaveOut = async (runId: string) => {
    try {
      const run = await readRun(runId)
      const busy = run.entries.flatMap((entry) => {
        const id = hasEnded(entry) ? null : workItemIdOf(entry)
        return id === null ? [] : [[id, runId] as const]
      })
      addBusy(busy)
      setFailure(null)
      announce(words.leftOutBusy(busy.filter(([id]) => draft.picks.some((pick) => pick.id === id)).length))
    } catch (thrown) {
      setFailure({ error: asApiError(thrown), stored: 0, known: 0 })
    }
  }
  return { submit, isPending, failure, leaveOut }
}

/** The calls of a plan as decisions, in the order of the review. */
export function decisionsOf(
  { groups }: ReviewPlan,
  { person, comment, sendNotifications }: ForwardDraft,
  readAt: (item: Decision['item']) => number,
): Decision[] {
  const body = { targetOwnerId: person?.id, comment: comment.trim(), sendNotifications }
  return groups.flatMap(({ items }) =>
    items.flatMap(({ item, calls }) =>
      calls.map((call) => ({
        item,
        readAt: readAt(item),
        ...call,
        ...(call.operation === 'forwardWorkItem' && { body }),
      })),
    ),
  )
}

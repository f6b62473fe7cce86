import { useQueryClient } from '@tanstack/react-query'
import { useMemo } from 'react'
import { asApiError } from '#src/api/errors.ts'
import type { ApiError } from '#src/api/errors.ts'
import { putRun, takeBackAll } from '#src/api/runs.ts'
import type { DecisionOperation, RunDraft } from '#src/api/runs.ts'
import { endSaidBy, sessionEnd } from '#src/api/session-end.ts'
import { mayApprove } from '#src/lib/gate.ts'
import { useMessages } from '#src/lib/messages/context.tsx'
import { openedItems } from '#src/lib/opened-items.ts'
import { tellHandedOver } from '#src/lib/other-tabs.ts'
import { useAnnounce } from '#src/ui/Announcer.tsx'
import { pressedOnAll, runOf } from './decision-draft.ts'
import type { Decision } from './decision-draft.ts'
import { useDecisions } from './decisions.tsx'
import type { Handover } from './decisions.tsx'
import { useOutboxTexts } from './outbox-words.ts'
import { recalls } from './recalls.ts'
import { useSession } from './session-context.ts'
import { useSettings } from './settings.tsx'
import { splitRun } from './split-run.ts'

/** The ways to hand decisions over. */
export interface Deciding {
  /** Hands a decision over; true once the server has stored it. */
  readonly decide: (decision: Decision) => Promise<boolean>
  /** Hands several over as one run, with one note. At most `mostTogether`; none at all goes when one of them may not. */
  readonly decideAll: (decisions: readonly Decision[], note?: string) => Promise<boolean>
  /** Hands over a run that was put together elsewhere, such as actions on people; true once the server has stored it under this id. */
  readonly handOver: (draft: RunDraft, runId?: string) => Promise<boolean>
  /**
   * Hands over what was reviewed, under run ids made beforehand, so that repeating it is the same run; as several runs where one cannot
   * hold it. Stops at the first that fails, also where an id stands for a run with something else in it (`id_reused`).
   */
  readonly decideReviewed: (decisions: readonly Decision[], note: string, runIds: readonly string[]) => Promise<Reviewed>
  /** Sends a failed handover again, as the same run. */
  readonly resend: (handover: Handover) => Promise<boolean>
}

/** What became of a review that was handed over. */
export interface Reviewed {
  /** The runs the server has now, in their order. */
  readonly runIds: readonly string[]
  /** Why the rest was not taken; null when everything was. */
  readonly error: ApiError | null
  /** How many of the decisions those have, counted from the first. */
  readonly count: number
}

/** Many at once can be taken back a little longer than one, ms; unless the person wants no hold at all. */
const longerHold = 15_000

/** How long decisions made together are held, ms. */
export const holdTogether = (count: number, holdMs: number): number =>
  count > 1 && holdMs > 0 ? Math.max(holdMs, longerHold) : holdMs

/** An answer that leaves no doubt: nothing of the run was stored, and sending it again as it is would change nothing. */
const isRefusal = ({ status, sent }: ApiError): boolean => status >= 400 && status < 500 && status !== 401 && sent === 'no'

const approvals: ReadonlySet<DecisionOperation> = new Set(['approveApprovalItem', 'approveApprovalItemsInBulk'])

/** The way to make decisions. It comes with the code of whatever offers one, so that no button waits for it. */
export function useDecide(): Deciding {
  const client = useQueryClient()
  const { user } = useSession()
  const { settings } = useSettings()
  const { put, discard } = useDecisions()
  const messages = useMessages()
  const words = useOutboxTexts()
  const announce = useAnnounce()
  const { holdMs } = settings
  return useMemo(() => {
    const handOver = async ({ runId, draft }: Pick<Handover, 'runId' | 'draft'>): Promise<ApiError | null> => {
      recalls.begin(runId)
      put({ runId, draft, error: null })
      const takeBack = () =>
        takeBackAll(client, runId, [...draft.entries.keys()]).catch(() => announce(messages.triage.noTakeBack))
      try {
        const run = await putRun(client, runId, draft)
        discard(runId)
        const [entry] = run.entries
        const isRecalled = recalls.end(runId)
        tellHandedOver(runId)
        if (isRecalled) await takeBack()
        else if (entry?.sendsInMs) announce(words.announceHeld(pressedOnAll(messages, run.entries), Date.now() + entry.sendsInMs))
        return null
      } catch (thrown) {
        const error = asApiError(thrown)
        put({ runId, draft, error })
        // Whether the server has it is not known; what was to be taken back is taken back if it has.
        if (recalls.end(runId) && error.sent !== 'no') await takeBack()
        if (error.isSignedOut) sessionEnd.mark(endSaidBy(error))
        announce(words.notHandedOver)
        return error
      }
    }
    /** Every decision of the page goes through here, so here stands the gate; null when one of them may not. */
    const draftOf = (decisions: readonly Decision[], note?: string): RunDraft | null => {
      const opened = openedItems.of(user.id)
      if (decisions.length === 0) return null
      if (decisions.some(({ operation, item }) => approvals.has(operation) && !mayApprove(item, opened))) {
        announce(words.refused)
        return null
      }
      return runOf(decisions, note, { now: Date.now(), holdMs: holdTogether(decisions.length, holdMs), userId: user.id })
    }
    const decideAll = async (decisions: readonly Decision[], note?: string): Promise<boolean> => {
      const draft = draftOf(decisions, note)
      return draft !== null && (await handOver({ runId: crypto.randomUUID(), draft })) === null
    }
    const decideReviewed = async (decisions: readonly Decision[], note: string, runIds: readonly string[]): Promise<Reviewed> => {
      const whole = draftOf(decisions, note)
      const stored: string[] = []
      let count = 0
      for (const [index, draft] of (whole === null ? [] : splitRun(whole)).entries()) {
        const runId = runIds[index] ?? crypto.randomUUID()
        // One after the other: what comes later waits for what was handed over first.
        // oxlint-disable-next-line no-await-in-loop
        const error = await handOver({ runId, draft })
        if (error !== null && isRefusal(error)) discard(runId)
        if (error !== null) return { runIds: stored, error, count }
        stored.push(runId)
        count += draft.entries.length
      }
      return { runIds: stored, error: null, count }
    }
    return {
      decide: (decision) => decideAll([decision], decision.note),
      decideAll,
      handOver: async (draft, runId = crypto.randomUUID()) => (await handOver({ runId, draft })) === null,
      decideReviewed,
      resend: async (handover) => (await handOver(handover)) === null,
    }
  }, [client, put, discard, announce, messages, words, user.id, holdMs])
}

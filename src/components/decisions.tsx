import { useQuery, useQueryClient } from '@tanstack/react-query'
import { createContext, use, useCallback, useEffect, useMemo, useRef, useState } from 'react'
import type { ReactNode } from 'react'
import { asApiError } from '#src/api/errors.ts'
import type { ApiError } from '#src/api/errors.ts'
import { progressQueries } from '#src/api/run-progress.ts'
import { entryKey, putRun, runQueries } from '#src/api/runs.ts'
import type { DecisionOperation, Entry, RunDraft } from '#src/api/runs.ts'
import { endSaidBy, sessionEnd } from '#src/api/session-end.ts'
import { draftKey, tabDrafts } from '#src/lib/browser-store.ts'
import { mayApprove } from '#src/lib/gate.ts'
import { useMessages } from '#src/lib/messages/context.tsx'
import { openedItems } from '#src/lib/opened-items.ts'
import { countsOf, isWorthTelling } from '#src/lib/run-counts.ts'
import type { RunCounts } from '#src/lib/run-counts.ts'
import { useAnnounce } from '#src/ui/Announcer.tsx'
import { outcomeText, pressedOnAll, runOf } from './decision-draft.ts'
import type { Decision } from './decision-draft.ts'
import { keptHandovers } from './kept-handovers.ts'
import { groupRuns } from './run-groups.ts'
import type { RunGroup } from './run-groups.ts'
import { actsIn, progressText, runTitle } from './run-title.ts'
import { forgetSelectionDraft } from './selection-draft-key.ts'
import { useSession } from './session-context.ts'
import { useSettings } from './settings.tsx'
import { splitRun } from './split-run.ts'

/** A decision that the server has not confirmed to have. */
export interface Handover {
  readonly runId: string
  readonly draft: RunDraft
  /** Null while the request is under way. */
  readonly error: ApiError | null
}

interface Decisions {
  readonly open: readonly Entry[]
  /** Ended since the page was loaded and not put aside, newest first. */
  readonly ended: readonly Entry[]
  /** Those that were made together, each run as a whole; put aside ones left out. */
  readonly groups: readonly RunGroup[]
  readonly isGrouped: (entry: Entry) => boolean
  readonly handovers: readonly Handover[]
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
  readonly discard: (runId: string) => void
  readonly hide: (entry: Entry) => void
  readonly hideRun: (runId: string) => void
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

/** How many decisions go without a review at the most. */
export const mostTogether = 1000
/** Many at once can be taken back a little longer than one, ms; unless the person wants no hold at all. */
const longerHold = 15_000

/** How long decisions made together are held, ms. */
export const holdTogether = (count: number, holdMs: number): number =>
  count > 1 && holdMs > 0 ? Math.max(holdMs, longerHold) : holdMs

/** An answer that leaves no doubt: nothing of the run was stored, and sending it again as it is would change nothing. */
const isRefusal = ({ status, sent }: ApiError): boolean => status >= 400 && status < 500 && status !== 401 && sent === 'no'

const approvals: ReadonlySet<DecisionOperation> = new Set(['approveApprovalItem', 'approveApprovalItemsInBulk'])

const DecisionsContext = createContext<Decisions | null>(null)

/** The decisions of this person that are on their way, and the way to make one. */
export function useDecisions(): Decisions {
  const decisions = use(DecisionsContext)
  if (!decisions) throw new Error('useDecisions needs DecisionsProvider')
  return decisions
}

const noEntries: readonly Entry[] = []

export function DecisionsProvider({ children }: { readonly children: ReactNode }) {
  const client = useQueryClient()
  const { user } = useSession()
  const { settings } = useSettings()
  const { data } = useQuery(runQueries.known())
  const [hidden, setHidden] = useState<ReadonlySet<string>>(new Set())
  const { handovers, put, remove } = useHandovers()
  const messages = useMessages()
  const announce = useAnnounce()
  const isProgressing = (data?.open.length ?? 0) > 1
  const { data: progress } = useQuery({
    ...progressQueries.all(),
    // Asked once more after the last entry ended, so that the end of a large run is told.
    enabled: ({ state }) => isProgressing || (state.data?.open.length ?? 0) > 0,
  })
  const grouped = useMemo(() => groupRuns(data?.open ?? noEntries, data?.ended ?? noEntries, progress), [data, progress])
  useAnnouncedEnds(grouped, data?.ended ?? noEntries)
  useSpentDrafts(user.id, data?.ended ?? noEntries)

  const handOver = useCallback(
    async ({ runId, draft }: Handover): Promise<ApiError | null> => {
      put({ runId, draft, error: null })
      try {
        const run = await putRun(client, runId, draft)
        remove(runId)
        const [entry] = run.entries
        if (entry?.sendsInMs)
          announce(messages.entry.announceHeld(pressedOnAll(messages, run.entries), Date.now() + entry.sendsInMs))
        return null
      } catch (thrown) {
        const error = asApiError(thrown)
        put({ runId, draft, error })
        if (error.isSignedOut) sessionEnd.mark(endSaidBy(error))
        announce(messages.entry.notHandedOver)
        return error
      }
    },
    [client, put, remove, announce, messages],
  )

  /** Every decision of the page goes through here, so here stands the gate; null when one of them may not. */
  const draftOf = useCallback(
    (decisions: readonly Decision[], note?: string): RunDraft | null => {
      const opened = openedItems.of(user.id)
      if (decisions.length === 0) return null
      if (decisions.some(({ operation, item }) => approvals.has(operation) && !mayApprove(item, opened))) {
        announce(messages.gate.refused)
        return null
      }
      const holdMs = holdTogether(decisions.length, settings.holdMs)
      return runOf(decisions, note, { now: Date.now(), holdMs, userId: user.id })
    },
    [user.id, settings.holdMs, announce, messages],
  )
  const decideAll = useCallback(
    async (decisions: readonly Decision[], note?: string): Promise<boolean> => {
      const draft = draftOf(decisions, note)
      return draft !== null && (await handOver({ runId: crypto.randomUUID(), draft, error: null })) === null
    },
    [draftOf, handOver],
  )
  const decideReviewed = useCallback(
    async (decisions: readonly Decision[], note: string, runIds: readonly string[]): Promise<Reviewed> => {
      const whole = draftOf(decisions, note)
      const stored: string[] = []
      let count = 0
      for (const [index, draft] of (whole === null ? [] : splitRun(whole)).entries()) {
        const runId = runIds[index] ?? crypto.randomUUID()
        // One after the other: what comes later waits for what was handed over first.
        // oxlint-disable-next-line no-await-in-loop
        const error = await handOver({ runId, draft, error: null })
        if (error !== null && isRefusal(error)) remove(runId)
        if (error !== null) return { runIds: stored, error, count }
        stored.push(runId)
        count += draft.entries.length
      }
      return { runIds: stored, error: null, count }
    },
    [draftOf, handOver, remove],
  )

  const hide = useCallback((entry: Entry) => setHidden((before) => new Set([...before, entryKey(entry)])), [])
  const hideRun = useCallback((runId: string) => setHidden((before) => new Set([...before, runId])), [])
  const value = useMemo<Decisions>(() => {
    const { groups, isGrouped } = grouped
    return {
      groups: groups.filter(({ runId }) => !hidden.has(runId)),
      isGrouped,
      open: data?.open ?? noEntries,
      ended: (data?.ended ?? noEntries).filter((entry) => !hidden.has(entryKey(entry))),
      handovers,
      decide: (decision) => decideAll([decision], decision.note),
      decideAll,
      handOver: async (draft, runId = crypto.randomUUID()) => (await handOver({ runId, draft, error: null })) === null,
      decideReviewed,
      resend: async (handover) => (await handOver(handover)) === null,
      discard: remove,
      hide,
      hideRun,
    }
  }, [data, grouped, hidden, handovers, handOver, decideAll, decideReviewed, remove, hide, hideRun])
  return <DecisionsContext value={value}>{children}</DecisionsContext>
}

/** Handovers under way or failed; kept in the tab, so that signing in again does not lose them. */
function useHandovers() {
  const { user } = useSession()
  const key = draftKey(user.id, 'handovers')
  const [handovers, setHandovers] = useState<readonly Handover[]>(() => keptHandovers(tabDrafts.read(key)))
  useEffect(() => {
    tabDrafts.write(
      key,
      handovers.length === 0
        ? null
        : JSON.stringify(handovers.map(({ runId, draft, error }) => ({ runId, draft, sent: error?.sent ?? 'unknown' }))),
    )
  }, [key, handovers])
  const remove = useCallback((runId: string) => setHandovers((before) => before.filter((other) => other.runId !== runId)), [])
  const put = useCallback(
    (handover: Handover) => setHandovers((before) => [...before.filter(({ runId }) => runId !== handover.runId), handover]),
    [],
  )
  return { handovers, put, remove }
}

/** What was answered in an account selection is kept until the tenant has it: a taken-back one can be sent again as it was. */
function useSpentDrafts(userId: string, ended: readonly Entry[]) {
  useEffect(() => {
    for (const entry of ended) {
      if (entry.operation === 'submitAccountSelection' && entry.state === 'done') forgetSelectionDraft(userId, entry.workItemId)
    }
  }, [userId, ended])
}

/** Says each end once; of many made together how far they are, at each quarter, and how they ended as a whole. */
function useAnnouncedEnds({ groups, isGrouped }: ReturnType<typeof groupRuns>, ended: readonly Entry[]) {
  const messages = useMessages()
  const announce = useAnnounce()
  const said = useRef(new Set<string>())
  const told = useRef(new Map<string, RunCounts>())
  useEffect(() => {
    for (const { runId, entries, totals, summary, isOver } of groups) {
      const counts = countsOf(totals)
      const before = told.current.get(runId) ?? null
      if (before === null || isWorthTelling(before, counts)) told.current.set(runId, counts)
      // A run that was over when the page first heard of it has been told by whoever made it, unless it was made here just now.
      const isNew = before === null ? isOver && entries.length > 0 : isWorthTelling(before, counts)
      if (isNew)
        announce(
          messages.outbox.ended(
            runTitle(messages, summary?.acts ?? actsIn(entries), counts.all, summary?.subject ?? null),
            progressText(messages, totals),
          ),
        )
    }
    for (const entry of ended.toReversed()) {
      const text = isGrouped(entry) || said.current.has(entryKey(entry)) ? null : outcomeText(messages, entry)
      if (text === null) continue
      said.current.add(entryKey(entry))
      announce(text)
    }
  }, [groups, isGrouped, ended, messages, announce])
}

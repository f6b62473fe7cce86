import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Suspense, createContext, lazy, use, useCallback, useEffect, useMemo, useState } from 'react'
import type { ReactNode } from 'react'
import type { ApiError } from '#src/api/errors.ts'
import { progressQueries } from '#src/api/run-progress.ts'
import { entryKey, followRun, runQueries } from '#src/api/runs.ts'
import type { Entry, RunDraft } from '#src/api/runs.ts'
import { draftKey, tabDrafts } from '#src/lib/browser-store.ts'
import { onOtherTabs } from '#src/lib/other-tabs.ts'
import { keptHandovers } from './kept-handovers.ts'
import { groupRuns } from './run-groups.ts'
import type { RunGroup } from './run-groups.ts'
import { forgetSelectionDraft } from './selection-draft-key.ts'
import { useSession } from './session-context.ts'

const EndAnnouncer = lazy(async () => ({ default: (await import('./EndAnnouncer.tsx')).EndAnnouncer }))

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
  /** Keeps a handover as it stands now, for `useDecide`. */
  readonly put: (handover: Handover) => void
  readonly discard: (runId: string) => void
  readonly hide: (entry: Entry) => void
  readonly hideRun: (runId: string) => void
}

/** How many decisions go without a review at the most. */
export const mostTogether = 1000

const DecisionsContext = createContext<Decisions | null>(null)

/** The decisions of this person that are on their way; `useDecide` makes them. */
export function useDecisions(): Decisions {
  const decisions = use(DecisionsContext)
  if (!decisions) throw new Error('useDecisions needs DecisionsProvider')
  return decisions
}

const noEntries: readonly Entry[] = []

/** Knows the decisions on their way, keeps those that were not taken, and says how they end. */
export function DecisionsProvider({ children }: { readonly children: ReactNode }) {
  const { user } = useSession()
  const { data } = useQuery(runQueries.known())
  const [hidden, setHidden] = useState<ReadonlySet<string>>(new Set())
  const { handovers, put, remove } = useHandovers()
  const isProgressing = (data?.open.length ?? 0) > 1
  const { data: progress } = useQuery({
    ...progressQueries.all(),
    // Asked once more after the last entry ended, so that the end of a large run is told.
    enabled: ({ state }) => isProgressing || (state.data?.open.length ?? 0) > 0,
  })
  const grouped = useMemo(() => groupRuns(data?.open ?? noEntries, data?.ended ?? noEntries, progress), [data, progress])
  useSpentDrafts(user.id, data?.ended ?? noEntries)
  useOtherTabs()

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
      put,
      discard: remove,
      hide,
      hideRun,
    }
  }, [data, grouped, hidden, handovers, put, remove, hide, hideRun])
  const hasNews = grouped.groups.length > 0 || (data?.ended.length ?? 0) > 0
  return (
    <DecisionsContext value={value}>
      {children}
      {hasNews && (
        <Suspense>
          <EndAnnouncer grouped={grouped} ended={data?.ended ?? noEntries} />
        </Suspense>
      )}
    </DecisionsContext>
  )
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

/** What is handed over in another tab is on its way here too: nobody is to decide the same once more. */
function useOtherTabs() {
  const client = useQueryClient()
  useEffect(
    () =>
      onOtherTabs((message) => {
        if (message.kind === 'handed-over') void followRun(client, message.runId)
      }),
    [client],
  )
}

/** What was answered in an account selection is kept until the tenant has it: a taken-back one can be sent again as it was. */
function useSpentDrafts(userId: string, ended: readonly Entry[]) {
  useEffect(() => {
    for (const entry of ended) {
      if (entry.operation === 'submitAccountSelection' && entry.state === 'done') forgetSelectionDraft(userId, entry.workItemId)
    }
  }, [userId, ended])
}

import { queryOptions } from '@tanstack/react-query'
import type { QueryClient } from '@tanstack/react-query'
import type { components } from '#contract/generated/desk.ts'
import { backgroundHeaders, deskApi, unwrap } from './client.ts'
import { isDecision, onThisClock } from './entry-kinds.ts'
import { refreshIdentities } from './refresh-identities.ts'
import { sessionEnd } from './session-end.ts'
import { refreshAfterDecision, refreshAfterMany } from './work-items.ts'

export type Run = components['schemas']['Run']
export type RunDraft = components['schemas']['RunDraft']
export type DecisionDraft = components['schemas']['DecisionDraft']
export type ActionDraft = components['schemas']['PersonActionDraft'] | components['schemas']['PeopleActionDraft']
export type EntryDraft = components['schemas']['EntryDraft']
export type EntryState = components['schemas']['EntryState']
export type DecisionOperation = components['schemas']['DecisionOperation']
export type WriteOperation = components['schemas']['WriteOperation']
export type Settlement = components['schemas']['Settlement']['act']

/** The moment an entry's hold ends on this machine's clock, counted from the server's remaining time. For showing only. */
interface OnThisClock {
  readonly sendsAt: number | null
}

/** What became of a decision on a work item. */
export type DecisionEntry = components['schemas']['DecisionEntry'] & OnThisClock
/** What became of an action on people. */
export type ActionEntry = components['schemas']['ActionEntry'] & OnThisClock
export type Entry = DecisionEntry | ActionEntry

/** What the page knows of its decisions: the open ones, and those that ended since it was loaded. */
interface KnownEntries {
  readonly open: readonly Entry[]
  /** Not of large runs: how far these are is asked by itself (`progressQueries`). */
  readonly ended: readonly Entry[]
  /** Runs of more entries than are followed one by one. */
  readonly large: ReadonlySet<string>
}

const nothingKnown: KnownEntries = { open: [], ended: [], large: new Set() }

const endedStates: ReadonlySet<EntryState> = new Set(['done', 'refused', 'conflict', 'cancelled', 'dismissed'])

export const hasEnded = (entry: { readonly state: EntryState }): boolean => endedStates.has(entry.state)
export const entryKey = (entry: { readonly runId: string; readonly position: number }): string =>
  `${entry.runId}:${entry.position}`

const pollEvery = 1000
/** With many open entries each answer is long, and how far they are is asked by itself. */
const pollManyEvery = 8000
const many = 50
/** With nothing open something may still have been begun on another device. */
const idlePollEvery = 30_000
const mostEnded = 1000
const fewEnds = 5

export const runQueries = {
  all: () => ['runs'] as const,
  /** Open entries, asked every second while there are any. */
  known: () =>
    queryOptions({
      queryKey: [...runQueries.all(), 'known'] as const,
      queryFn: ({ client, signal }) => readKnown(client, signal),
      refetchInterval: ({ state }) => {
        const open = state.data?.open.length ?? 0
        if (sessionEnd.hasEnded()) return false
        if (open === 0) return idlePollEvery
        return open > many ? pollManyEvery : pollEvery
      },
      staleTime: 5_000,
    }),
  /** What is read as a list of runs: how far they are, and those that are over. */
  lists: () => [...runQueries.all(), 'list'] as const,
  /** One run with its entries; the longer it is, the more calmly it is asked. */
  detail: (runId: string) =>
    queryOptions({
      queryKey: [...runQueries.all(), 'detail', runId] as const,
      queryFn: async ({ client, signal, queryKey }) =>
        withClock(await readRun(runId, signal, client.getQueryData(queryKey) !== undefined)),
      refetchInterval: ({ state }) => {
        if (!state.data?.open || sessionEnd.hasEnded()) return false
        const { length } = state.data.entries
        return length > 1000 ? 15_000 : length > 100 ? 4000 : 1500
      },
    }),
  /** What this person decided here on one work item, newest first. */
  ofWorkItem: (workItemId: string) =>
    queryOptions({
      queryKey: [...runQueries.all(), 'of-work-item', workItemId] as const,
      queryFn: async ({ signal }) => {
        const entries = await unwrap(deskApi.GET('/entries', { params: { query: { workItemId, limit: 50 } }, signal }))
        return entries.map((entry) => onThisClock(entry)).filter(isDecision)
      },
    }),
}

/** A run whose entries know when their hold ends on this machine's clock. */
export interface ReadRun extends Omit<Run, 'entries'> {
  readonly entries: readonly Entry[]
  /** When it was read, ms. */
  readonly readAt: number
}

const withClock = (run: Run): ReadRun => ({ ...run, entries: run.entries.map((entry) => onThisClock(entry)), readAt: Date.now() })

async function readKnown(client: QueryClient, signal: AbortSignal): Promise<KnownEntries> {
  const asked = client.getQueryData(runQueries.known().queryKey)
  const before = asked ?? nothingKnown
  const isBackground = asked !== undefined
  const headers = backgroundHeaders(isBackground)
  const answer = await unwrap(deskApi.GET('/entries', { params: { query: { open: true, limit: 1000 } }, headers, signal }))
  const open = answer.map((entry) => onThisClock(entry))
  const stillOpen = new Set(open.map(entryKey))
  const large = new Set([...before.large, ...largeRunsIn(open)])
  const changed = new Set(before.open.filter((entry) => !stillOpen.has(entryKey(entry))).map(({ runId }) => runId))
  // A large run is an answer of megabytes, so its ends are not read one by one.
  const runs = await Promise.all(
    [...changed].filter((runId) => !large.has(runId)).map((runId) => readRun(runId, signal, isBackground)),
  )
  const changedLarge = [...changed].filter((runId) => large.has(runId))
  if (changedLarge.length > 0) {
    refreshAfterMany(
      client,
      changedLarge.some((runId) => !open.some((entry) => entry.runId === runId)),
    )
  }
  // A run handed over while we were asking is in the cache but not in this answer: keep it until the next one.
  const meanwhile = client.getQueryData(runQueries.known().queryKey) ?? before
  const askedFor = new Set(before.open.map(entryKey))
  const added = meanwhile.open.filter((entry) => !askedFor.has(entryKey(entry)) && !stillOpen.has(entryKey(entry)))
  const ended = runs.flatMap(({ entries }) => entries.map((entry) => onThisClock(entry)))
  const known = { open: [...open, ...added], ended: meanwhile.ended, large: new Set([...large, ...meanwhile.large]) }
  return settled(client, known, ended)
}

function largeRunsIn(entries: readonly { readonly runId: string }[]): readonly string[] {
  const counts = new Map<string, number>()
  for (const { runId } of entries) counts.set(runId, (counts.get(runId) ?? 0) + 1)
  return [...counts].flatMap(([runId, count]) => (count > many ? runId : []))
}

/** Takes in newer entries: open ones replace their older selves, ended ones move over and have their consequences. */
function settled(client: QueryClient, known: KnownEntries, newer: readonly Entry[]): KnownEntries {
  const keys = new Set(newer.map(entryKey))
  const alreadyEnded = new Set(known.ended.map(entryKey))
  const endedNow = newer.filter((entry) => hasEnded(entry) && !alreadyEnded.has(entryKey(entry)))
  const workItemIds = new Set(endedNow.filter(isDecision).map((entry) => entry.workItemId))
  if (endedNow.some(({ kind }) => kind === 'action')) refreshIdentities(client)
  for (const workItemId of workItemIds) void client.invalidateQueries({ queryKey: runQueries.ofWorkItem(workItemId).queryKey })
  const open = [
    ...newer.filter((entry) => !hasEnded(entry)),
    ...known.open.filter((entry) => !keys.has(entryKey(entry))),
  ].toSorted(byTime)
  // Many at once are read again as a list: one request where each by itself would be hundreds.
  if (workItemIds.size > fewEnds) refreshAfterMany(client, open.length === 0)
  else for (const workItemId of workItemIds) void refreshAfterDecision(client, workItemId)
  return { ...known, open, ended: [...endedNow, ...known.ended].slice(0, mostEnded) }
}

const byTime = (a: Entry, b: Entry): number => a.createdAt.localeCompare(b.createdAt) || a.position - b.position

/** Takes in a run as an answer of the server shows it. */
export function rememberRun(client: QueryClient, run: Run): void {
  const key = runQueries.known().queryKey
  const known = client.getQueryData(key) ?? nothingKnown
  const entries = run.entries.map((entry) => onThisClock(entry))
  client.setQueryData(runQueries.detail(run.id).queryKey, withClock(run))
  if (run.entries.length > many) {
    const open = [...known.open.filter(({ runId }) => runId !== run.id), ...entries.filter((entry) => !hasEnded(entry))]
    client.setQueryData(key, { ...known, open: open.toSorted(byTime), large: new Set([...known.large, run.id]) })
  } else {
    // Entries that were never on this page's list of open ones (a run that ended within the request) count as newly ended too.
    client.setQueryData(key, settled(client, known, entries))
  }
  void client.invalidateQueries({ queryKey: key })
  void client.invalidateQueries({ queryKey: runQueries.lists() })
}

/** Hands over a run. Sending the same id and draft again is the same run, so a person may safely repeat it after a failure. */
export async function putRun(client: QueryClient, runId: string, draft: RunDraft): Promise<Run> {
  const run = await unwrap(deskApi.PUT('/runs/{runId}', { params: { path: { runId } }, body: draft }))
  rememberRun(client, run)
  return run
}

/** Follows a run that was handed over in another tab. One that cannot be read is found among the open ones, later. */
export async function followRun(client: QueryClient, runId: string): Promise<void> {
  try {
    rememberRun(client, await readRun(runId, undefined, true))
  } catch {
    void client.invalidateQueries({ queryKey: runQueries.known().queryKey })
  }
}

/** One run with all its entries, as it is now. */
export async function readRun(runId: string, signal?: AbortSignal, isBackground = false): Promise<Run> {
  const options = { params: { path: { runId } }, headers: backgroundHeaders(isBackground), ...(signal && { signal }) }
  return unwrap(deskApi.GET('/runs/{runId}', options))
}

interface Choice {
  readonly runId: string
  readonly position: number
}

/** Takes one entry back. The answer says whether that was still possible. */
export const takeBack = (client: QueryClient, { runId, position }: Choice): Promise<void> =>
  takeBackAll(client, runId, [position])

/** Ends the hold of one entry. */
export const sendNow = (client: QueryClient, { runId, position }: Choice): Promise<void> => sendAllNow(client, runId, [position])

/** Takes back those of a run's entries that can still be. */
export async function takeBackAll(client: QueryClient, runId: string, positions: readonly number[]): Promise<void> {
  const reply = deskApi.POST('/runs/{runId}/take-back', { params: { path: { runId } }, body: { positions: [...positions] } })
  rememberRun(client, await unwrap(reply))
}

/** Ends the hold of several entries of a run. */
export async function sendAllNow(client: QueryClient, runId: string, positions: readonly number[]): Promise<void> {
  const reply = deskApi.POST('/runs/{runId}/send-now', { params: { path: { runId } }, body: { positions: [...positions] } })
  rememberRun(client, await unwrap(reply))
}

/** Says how to go on with an entry whose outcome could not be established. */
export async function settle(client: QueryClient, { runId, position }: Choice, act: Settlement): Promise<void> {
  const reply = deskApi.POST('/runs/{runId}/settle', { params: { path: { runId } }, body: { act, positions: [position] } })
  rememberRun(client, await unwrap(reply))
}

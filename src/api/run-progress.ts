import { queryOptions } from '@tanstack/react-query'
import type { QueryClient } from '@tanstack/react-query'
import type { components } from '#contract/generated/desk.ts'
import { backgroundHeaders, deskApi, unwrap } from './client.ts'
import { rememberRun, runQueries } from './runs.ts'
import type { Run, Settlement } from './runs.ts'
import { sessionEnd } from './session-end.ts'

/** A run without its entries, and when it was read (ms), so that what is left of a wait can be shown. */
export interface RunSummary extends Readonly<components['schemas']['RunSummary']> {
  readonly readAt: number
}

/** How far the runs are that have not ended, and those that ended since the page was loaded, newest first. */
export interface RunProgress {
  readonly open: readonly RunSummary[]
  readonly ended: readonly RunSummary[]
}

const pollEvery = 1500
const mostOpen = 250

export const progressQueries = {
  /** Asked while a run is open, and only then. */
  all: () =>
    queryOptions({
      queryKey: [...runQueries.lists(), 'progress'] as const,
      queryFn: ({ client, signal }) => readProgress(client, signal),
      refetchInterval: ({ state }) => ((state.data?.open.length ?? 0) === 0 || sessionEnd.hasEnded() ? false : pollEvery),
      staleTime: pollEvery,
    }),
  /** Runs that are over, newest first; one more than asked for where there are more. */
  over: (count: number) =>
    queryOptions({
      queryKey: [...runQueries.lists(), 'over', count] as const,
      queryFn: ({ signal }) => readSummaries({ open: false, limit: Math.min(count + 1, mostOpen) }, {}, signal),
    }),
}

async function readSummaries(
  query: { open: boolean; limit: number },
  headers: Record<string, string>,
  signal: AbortSignal,
): Promise<RunSummary[]> {
  const runs = await unwrap(deskApi.GET('/runs', { params: { query }, headers, signal }))
  const readAt = Date.now()
  return runs.map((run) => ({ ...run, readAt }))
}

async function readProgress(client: QueryClient, signal: AbortSignal): Promise<RunProgress> {
  const before = client.getQueryData(progressQueries.all().queryKey)
  const headers = backgroundHeaders(before !== undefined)
  const open = await readSummaries({ open: true, limit: mostOpen }, headers, signal)
  const stillOpen = new Set(open.map(({ id }) => id))
  const gone = new Set(before?.open.flatMap(({ id }) => (stillOpen.has(id) ? [] : id)))
  const over = gone.size === 0 ? [] : await readSummaries({ open: false, limit: mostOpen }, headers, signal)
  const ended = over.filter(({ id }) => gone.has(id))
  if (ended.length > 0) {
    void client.invalidateQueries({ queryKey: [...runQueries.lists(), 'over'] })
    for (const { id } of ended) void client.invalidateQueries({ queryKey: runQueries.detail(id).queryKey })
  }
  return { open, ended: [...ended, ...(before?.ended ?? [])] }
}

/** What a person can do with a run as a whole. */
export type RunAct = 'pause' | 'resume' | 'stop' | 'take-back' | 'send-now'

/** Steers a run; the answer is the run as it is then. */
export async function steerRun(client: QueryClient, runId: string, act: RunAct): Promise<void> {
  const params = { path: { runId } }
  const asked: Readonly<Record<RunAct, () => Promise<Run>>> = {
    pause: () => unwrap(deskApi.POST('/runs/{runId}/pause', { params })),
    resume: () => unwrap(deskApi.POST('/runs/{runId}/resume', { params })),
    stop: () => unwrap(deskApi.POST('/runs/{runId}/stop', { params })),
    'take-back': () => unwrap(deskApi.POST('/runs/{runId}/take-back', { params, body: {} })),
    'send-now': () => unwrap(deskApi.POST('/runs/{runId}/send-now', { params, body: {} })),
  }
  rememberRun(client, await asked[act]())
}

/** Says how to go on with several entries of a run that need the person. */
export async function settleAll(
  client: QueryClient,
  runId: string,
  act: Settlement,
  positions: readonly number[],
): Promise<void> {
  const body = { act, positions: [...positions] }
  rememberRun(client, await unwrap(deskApi.POST('/runs/{runId}/settle', { params: { path: { runId } }, body })))
}

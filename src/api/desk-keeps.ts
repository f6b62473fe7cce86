import { queryOptions } from '@tanstack/react-query'
import type { QueryClient } from '@tanstack/react-query'
import type { components } from '#contract/generated/desk.ts'
import { answerOf, backgroundHeaders, deskApi, unwrap } from './client.ts'
import { ApiError } from './errors.ts'
import { sessionEnd } from './session-end.ts'

export type View = components['schemas']['View']
export type Outcome = components['schemas']['Outcome']

const refreshEvery = 5 * 60_000

export const viewQueries = {
  /** The person's saved views, by name. */
  all: () =>
    queryOptions({
      queryKey: ['views'] as const,
      queryFn: ({ signal }) => unwrap(deskApi.GET('/views', { signal })),
      staleTime: refreshEvery,
    }),
}

/** Saves a view, or gives one another name; 409 `name_taken` when the name is in use. */
export async function putView(client: QueryClient, { id, name, query }: View): Promise<void> {
  await unwrap(deskApi.PUT('/views/{viewId}', { params: { path: { viewId: id } }, body: { name, query } }))
  await client.invalidateQueries(viewQueries.all())
}

export async function deleteView(client: QueryClient, id: string): Promise<void> {
  await answerOf(deskApi.DELETE('/views/{viewId}', { params: { path: { viewId: id } } }))
  await client.invalidateQueries(viewQueries.all())
}

export const snoozeQueries = {
  /** What is set aside and until when; kept here only, the tenant does not know. */
  all: () =>
    queryOptions({
      queryKey: ['snoozes'] as const,
      queryFn: ({ client, signal, queryKey }) =>
        unwrap(deskApi.GET('/snoozes', { signal, headers: backgroundHeaders(client.getQueryData(queryKey) !== undefined) })),
      refetchInterval: () => (sessionEnd.hasEnded() ? false : refreshEvery),
    }),
}

/** Sets a work item aside until a moment (ms). */
export async function putSnooze(client: QueryClient, workItemId: string, until: number): Promise<void> {
  const body = { until: new Date(until).toISOString() }
  const snooze = await unwrap(deskApi.PUT('/snoozes/{workItemId}', { params: { path: { workItemId } }, body }))
  const { queryKey } = snoozeQueries.all()
  client.setQueryData(queryKey, (before) => [...(before ?? []).filter((other) => other.workItemId !== workItemId), snooze])
}

/** Brings a work item back. */
export async function deleteSnooze(client: QueryClient, workItemId: string): Promise<void> {
  await answerOf(deskApi.DELETE('/snoozes/{workItemId}', { params: { path: { workItemId } } }))
  client.setQueryData(snoozeQueries.all().queryKey, (before) => before?.filter((other) => other.workItemId !== workItemId))
}

export const outcomeQueries = {
  /** Who settled a work item through this desk and when; null where the ledger does not know. */
  of: (workItemId: string) =>
    queryOptions({
      queryKey: ['outcomes', workItemId] as const,
      queryFn: async ({ signal }): Promise<Outcome | null> => {
        try {
          return await unwrap(deskApi.GET('/work-items/{workItemId}/outcome', { params: { path: { workItemId } }, signal }))
        } catch (error) {
          if (error instanceof ApiError && (error.isMissing || error.isForbidden)) return null
          throw error
        }
      },
      staleTime: Infinity,
      refetchOnWindowFocus: false,
      refetchOnReconnect: false,
    }),
}

import { queryOptions } from '@tanstack/react-query'
import type { QueryClient } from '@tanstack/react-query'
import { readSummary, readTotalCount } from '#contract/counts.ts'
import { readWorkItem, readWorkItems } from '#contract/work-item.ts'
import type { WorkItem } from '#contract/work-item.ts'
import { addPage } from '#src/lib/list-merge.ts'
import { answerOf, backgroundHeaders, unwrap, workItemsApi } from './client.ts'
import { ApiError } from './errors.ts'
import { sessionEnd } from './session-end.ts'

export type WorkItemListKind = 'open' | 'completed'

/** A list as far as it has been read. */
export interface WorkItemList {
  readonly items: readonly WorkItem[]
  /** The tenant's own count at the first page; null when it gave none. */
  readonly total: number | null
  readonly isComplete: boolean
  /** The very first reading of this page load, still or just finished streaming. */
  readonly isFirstReading: boolean
  /** When the reading began, ms: nothing in it is newer than that for sure. */
  readonly readAt: number
}

/** The most the tenant gives at once, and what the first screen waits for. */
export const pageSize = 250
const refreshEvery = 60_000
/** A list this long costs more than ten requests to read: it is read again every five minutes, and whenever the page gets the focus. */
const longList = 2500
const longListEvery = 5 * 60_000

const whileSignedIn = (ms: number): number | false => (sessionEnd.hasEnded() ? false : ms)

export const workItemQueries = {
  all: () => ['work-items'] as const,
  list: (kind: WorkItemListKind) =>
    queryOptions({
      queryKey: [...workItemQueries.all(), 'list', kind] as const,
      queryFn: ({ client, signal }) => readWholeList(client, kind, signal),
      staleTime: 30_000,
      // What is completed stays so; that list is read again after a decision and when the page gets the focus.
      refetchInterval: ({ state }) =>
        kind === 'open' && whileSignedIn((state.data?.items.length ?? 0) > longList ? longListEvery : refreshEvery),
    }),
  summary: () =>
    queryOptions({
      queryKey: [...workItemQueries.all(), 'summary'] as const,
      queryFn: async ({ client, signal, queryKey }) => {
        const headers = backgroundHeaders(client.getQueryData(queryKey) !== undefined)
        const summary = readSummary(await unwrap(workItemsApi.GET('/work-items/summary', { signal, headers })))
        if (!summary) throw new ApiError({ status: 0, code: 'unreadable', message: null })
        return summary
      },
      refetchInterval: () => whileSignedIn(refreshEvery),
    }),
  detail: (id: string) =>
    queryOptions({
      queryKey: [...workItemQueries.all(), 'detail', id] as const,
      queryFn: async ({ signal }) => {
        const item = readWorkItem(await unwrap(workItemsApi.GET('/work-items/{id}', { params: { path: { id } }, signal })))
        if (!item) throw new ApiError({ status: 404, code: 'not_found', message: null })
        return item
      },
    }),
}

/**
 * Reads the list page by page, one after the other. The first reading shows each page as it comes; a later one replaces the list only
 * when it is whole. Work items may slip between pages while others are decided, so ids are kept once and the count is kept beside them.
 */
async function readWholeList(client: QueryClient, kind: WorkItemListKind, signal: AbortSignal): Promise<WorkItemList> {
  const key = workItemQueries.list(kind).queryKey
  const before = client.getQueryData(key)
  const isFirstReading = !before?.isComplete
  let list: WorkItemList = { items: [], total: null, isComplete: false, isFirstReading, readAt: Date.now() }
  for (let offset = 0; ; offset += pageSize) {
    const page = await readPage(kind, offset, signal, !isFirstReading)
    list = {
      ...list,
      items: addPage(list.items, page.items, ({ id }) => id),
      total: offset === 0 ? page.total : list.total,
      isComplete: page.received < pageSize,
    }
    if (list.isComplete) return list
    if (isFirstReading && list.items.length > (before?.items.length ?? 0)) client.setQueryData(key, list)
  }
}

interface Page {
  readonly items: readonly WorkItem[]
  /** Entries in the answer, the unreadable ones too. */
  readonly received: number
  readonly total: number | null
}

async function readPage(kind: WorkItemListKind, offset: number, signal: AbortSignal, isBackground: boolean): Promise<Page> {
  const options = {
    // Counting costs the tenant time: asked once per reading.
    params: { query: { limit: pageSize, offset, ...(offset === 0 && { count: true }) } },
    signal,
    headers: backgroundHeaders(isBackground),
  }
  const { body, headers } =
    kind === 'open'
      ? await answerOf(workItemsApi.GET('/work-items', options))
      : await answerOf(workItemsApi.GET('/work-items/completed', options))
  return {
    items: readWorkItems(body ?? []),
    received: Array.isArray(body) ? body.length : 1,
    total: readTotalCount(headers.get('x-total-count')),
  }
}

/** What the lists already know of one work item, and when they read it (ms); so that an opened item shows at once. */
export function knownFromLists(
  client: QueryClient,
  id: string,
): { readonly item: WorkItem; readonly readAt: number } | undefined {
  for (const kind of ['open', 'completed'] as const) {
    const list = client.getQueryData(workItemQueries.list(kind).queryKey)
    const item = list?.items.find((other) => other.id === id)
    if (list && item) return { item, readAt: list.readAt }
  }
  return undefined
}

/** When the page read what it shows of a work item, ms; of two readings that could be it the older one. */
export function readAtOf(client: QueryClient, item: WorkItem): number {
  const detail = client.getQueryState(workItemQueries.detail(item.id).queryKey)
  if (detail?.data === item) return detail.dataUpdatedAt
  const lists = client.getQueriesData<WorkItemList>({ queryKey: [...workItemQueries.all(), 'list'] })
  const readAts = lists.flatMap(([, list]) => (list?.items.some(({ id }) => id === item.id) ? list.readAt : []))
  return Math.min(Date.now(), ...readAts)
}

/** Writes what a newer reading of one work item says into the open list. The list as a whole gets no younger by that. */
export function rememberWorkItem(client: QueryClient, item: WorkItem): void {
  const { queryKey } = workItemQueries.list('open')
  const state = client.getQueryState(queryKey)
  const older = state?.data?.items.find(({ id }) => id === item.id)
  if (!state?.data || !older || older === item) return
  const items = state.data.items.map((other) => (other === older ? item : other))
  client.setQueryData(queryKey, { ...state.data, items }, { updatedAt: state.dataUpdatedAt })
}

/** After a decision ended: the item is read again, the counts and lists follow. Resolves when the item is true again. */
export async function refreshAfterDecision(client: QueryClient, workItemId: string): Promise<void> {
  void client.invalidateQueries({ queryKey: workItemQueries.summary().queryKey })
  void client.invalidateQueries({ queryKey: workItemQueries.list('completed').queryKey })
  try {
    const item = await client.fetchQuery({ ...workItemQueries.detail(workItemId), staleTime: 0 })
    rememberWorkItem(client, item)
  } catch {
    // The detail page shows the failure itself; here the list is asked instead.
    void client.invalidateQueries({ queryKey: workItemQueries.list('open').queryKey })
  }
}

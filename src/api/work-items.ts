import { queryOptions } from '@tanstack/react-query'
import type { QueryClient } from '@tanstack/react-query'
import { readSummary, readTotalCount } from '#contract/counts.ts'
import { readWorkItem, readWorkItems } from '#contract/work-item.ts'
import type { WorkItem } from '#contract/work-item.ts'
import { afterPaint } from '#src/lib/after-paint.ts'
import { createCollection } from '#src/lib/list-merge.ts'
import { answerOf, backgroundHeaders, listed, understand, unreadable, workItemsApi } from './client.ts'
import { askedAt, fetchOrEarly } from './early-answers.ts'
import { ApiError } from './errors.ts'
import { createPagesAhead } from './pages-ahead.ts'
import type { PagesAhead } from './pages-ahead.ts'
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
  lists: (kind: WorkItemListKind) => [...workItemQueries.all(), 'list', kind] as const,
  /** Of the signed-in person, or of `owner` for those who may look at somebody else's. */
  list: (kind: WorkItemListKind, owner: string | null = null) =>
    queryOptions({
      queryKey: [...workItemQueries.lists(kind), owner] as const,
      queryFn: ({ client, signal }) => readWholeList(client, { kind, owner }, signal),
      staleTime: 30_000,
      // What is completed stays so; that list is read again after a decision and when the page gets the focus.
      refetchInterval: ({ state }) =>
        kind === 'open' && whileSignedIn((state.data?.items.length ?? 0) > longList ? longListEvery : refreshEvery),
    }),
  summaries: () => [...workItemQueries.all(), 'summary'] as const,
  summary: (owner: string | null = null) =>
    queryOptions({
      queryKey: [...workItemQueries.summaries(), owner] as const,
      queryFn: async ({ client, signal, queryKey }) => {
        const headers = backgroundHeaders(client.getQueryData(queryKey) !== undefined)
        const params = { query: owner === null ? {} : { ownerId: owner } }
        return understand(workItemsApi.GET('/work-items/summary', { params, signal, headers }), readSummary)
      },
      // Out of sight it goes on, more calmly: the title and the notification live on it.
      refetchInterval: () => whileSignedIn(document.hidden ? longListEvery : refreshEvery),
      refetchIntervalInBackground: true,
    }),
  details: () => [...workItemQueries.all(), 'detail'] as const,
  detail: (id: string) =>
    queryOptions({
      queryKey: [...workItemQueries.details(), id] as const,
      queryFn: async ({ signal }) => {
        const answer = workItemsApi.GET('/work-items/{id}', { params: { path: { id } }, signal })
        return understand(answer, (body: unknown) => {
          // Older tenants wrap a work item in a list: an empty one says that there is none.
          if (Array.isArray(body) && body.length === 0) throw new ApiError({ status: 404, code: 'not_found', message: null })
          return readWorkItem(body)
        })
      },
    }),
}

interface Wanted {
  readonly kind: WorkItemListKind
  readonly owner: string | null
}

/**
 * How many pages wait for the server side by side once the tenant has said how many there are. The server paces them; while it holds them
 * back, a browser's sixth connection is left for people.
 */
const pagesAtOnce = 5

/**
 * Reads the list page by page. The first reading shows pages as they come; a later one replaces the list only when it is whole. Work items
 * may slip between pages while others are decided, so ids are kept once and the count is kept beside them.
 */
async function readWholeList(client: QueryClient, wanted: Wanted, signal: AbortSignal): Promise<WorkItemList> {
  const key = workItemQueries.list(wanted.kind, wanted.owner).queryKey
  const before = client.getQueryData(key)
  const known = new Map(before?.items.map((item) => [item.id, item]))
  const isFirstReading = !before?.isComplete
  const read = (offset: number, onAnswer?: () => void) =>
    readPage(wanted, { offset, signal, isBackground: !isFirstReading, onAnswer })
  const readAt = askedAt(`/api/beta/work-items${wanted.kind === 'completed' ? '/completed' : ''}?`)
  const collected = createCollection<WorkItem>(({ id }) => id)
  let total: number | null = null
  const listed = (isComplete: boolean): WorkItemList => ({ items: collected.items(), total, isComplete, isFirstReading, readAt })
  let shown = before?.items.length ?? 0
  let ahead: PagesAhead<Page> = { take: read, isHere: () => false }
  for (let offset = 0; ; offset += pageSize) {
    // oxlint-disable-next-line no-await-in-loop -- pages are taken in their order; those ahead are under way already
    const page = await ahead.take(offset)
    collected.add(page.items.map((item) => unchanged(known.get(item.id), item)))
    if (offset === 0) total = page.total
    if (page.received < pageSize) {
      const list = listed(true)
      followList(client, list, before)
      return list
    }
    // Each time the list has doubled, so that thousands are not arranged anew forty times; and not while the next page is here already.
    if (isFirstReading && collected.size() >= shown * 2 && !ahead.isHere(offset + pageSize)) {
      shown = collected.size()
      client.setQueryData(key, listed(false))
      // Nothing comes before the first rows, not even asking for the next ones.
      // oxlint-disable-next-line no-await-in-loop -- once
      if (offset === 0) await afterPaint()
    }
    // The page after the last one is asked for as well: only an answer that is not full ends the list.
    if (offset === 0) ahead = createPagesAhead(read, { from: pageSize, upTo: total ?? 0, step: pageSize, atOnce: pagesAtOnce })
  }
}

/** The object we had when nothing about it changed, so that what was worked out about it still holds. */
function unchanged(before: WorkItem | undefined, now: WorkItem): WorkItem {
  if (before === now) return now
  return before && before.modified === now.modified && JSON.stringify(before) === JSON.stringify(now) ? before : now
}

interface Page {
  readonly items: readonly WorkItem[]
  /** Entries in the answer, the unreadable ones too. */
  readonly received: number
  readonly total: number | null
}

interface PageRead {
  readonly offset: number
  readonly signal: AbortSignal
  readonly isBackground: boolean
  /** Called when the answer begins to arrive. */
  readonly onAnswer?: (() => void) | undefined
}

async function readPage({ kind, owner }: Wanted, { offset, signal, isBackground, onAnswer }: PageRead): Promise<Page> {
  const ofOwner = owner === null ? {} : { ownerId: owner }
  const options = {
    // Counting costs the tenant time: asked once per reading.
    params: { query: { limit: pageSize, offset, ...(offset === 0 && { count: true }), ...ofOwner } },
    signal,
    headers: backgroundHeaders(isBackground),
    fetch: async (request: Request) => {
      const response = await fetchOrEarly(request)
      if (response.ok) onAnswer?.()
      return response
    },
  }
  const answer =
    kind === 'open'
      ? await answerOf(workItemsApi.GET('/work-items', options))
      : await answerOf(workItemsApi.GET('/work-items/completed', options))
  const { body, headers } = answer
  const items = listed(readWorkItems)(body)
  if (!items) throw unreadable(answer)
  return { items, received: Array.isArray(body) ? body.length : 1, total: readTotalCount(headers.get('x-total-count')) }
}

/** The lists in the cache, the open ones first. */
function knownLists(client: QueryClient) {
  return (['open', 'completed'] as const).flatMap((kind) =>
    client.getQueriesData<WorkItemList>({ queryKey: workItemQueries.lists(kind) }),
  )
}

/** What the lists already know of one work item, and when they read it (ms); so that an opened item shows at once. */
export function knownFromLists(
  client: QueryClient,
  id: string,
): { readonly item: WorkItem; readonly readAt: number } | undefined {
  for (const [, list] of knownLists(client)) {
    const item = list?.items.find((other) => other.id === id)
    if (list && item) return { item, readAt: list.readAt }
  }
  return undefined
}

/** When the page read what it shows of a work item, ms; of two readings that could be it the older one. */
export function readAtOf(client: QueryClient, item: WorkItem): number {
  const detail = client.getQueryState(workItemQueries.detail(item.id).queryKey)
  if (detail?.data === item) return detail.dataUpdatedAt
  const readAts = knownLists(client).flatMap(([, list]) => (list?.items.some(({ id }) => id === item.id) ? list.readAt : []))
  return Math.min(Date.now(), ...readAts)
}

/** Writes what a newer reading of one work item says into the open lists. A list as a whole gets no younger by that. */
export function rememberWorkItem(client: QueryClient, item: WorkItem): void {
  for (const [queryKey, list] of client.getQueriesData<WorkItemList>({ queryKey: workItemQueries.lists('open') })) {
    const older = list?.items.find(({ id }) => id === item.id)
    if (!list || !older || unchanged(older, item) === older) continue
    const items = list.items.map((other) => (other === older ? item : other))
    const updatedAt = client.getQueryState(queryKey)?.dataUpdatedAt ?? Date.now()
    client.setQueryData(queryKey, { ...list, items }, { updatedAt })
  }
}

/**
 * Writes what a list says into what is known of single work items, where the list was read later; what has left it since `before` is to be
 * asked for again.
 */
function followList(client: QueryClient, list: WorkItemList, before: WorkItemList | undefined): void {
  for (const [queryKey, older] of client.getQueriesData<WorkItem>({ queryKey: workItemQueries.details() })) {
    if (!older || (client.getQueryState(queryKey)?.dataUpdatedAt ?? 0) >= list.readAt) continue
    const now = list.items.find(({ id }) => id === older.id)
    if (now) client.setQueryData(queryKey, unchanged(older, now), { updatedAt: list.readAt })
    else if (before?.items.some(({ id }) => id === older.id)) void client.invalidateQueries({ queryKey, exact: true })
  }
}

/** After a decision ended: the item is read again, the counts and lists follow. Resolves when the item is true again. */
export async function refreshAfterDecision(client: QueryClient, workItemId: string): Promise<void> {
  void client.invalidateQueries({ queryKey: workItemQueries.summaries() })
  void client.invalidateQueries({ queryKey: workItemQueries.lists('completed') })
  try {
    const item = await client.fetchQuery({ ...workItemQueries.detail(workItemId), staleTime: 0 })
    rememberWorkItem(client, item)
  } catch {
    // The detail page shows the failure itself; here the list is asked instead.
    void client.invalidateQueries({ queryKey: workItemQueries.lists('open') })
  }
}

/** While many decisions end one after the other, the lists are read again this often, ms: a long list costs many requests. */
const manyRefreshEvery = 20_000

/** After many decisions ended at once: counts and lists are read again, at the end of all or once in a while. */
export function refreshAfterMany(client: QueryClient, isOver: boolean): void {
  const readAt = Math.max(
    0,
    ...client.getQueriesData<WorkItemList>({ queryKey: workItemQueries.lists('open') }).map(([, list]) => list?.readAt ?? 0),
  )
  if (!isOver && Date.now() - readAt < manyRefreshEvery) return
  void client.invalidateQueries({ queryKey: workItemQueries.all() })
}

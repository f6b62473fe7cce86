// @vitest-environment jsdom
import { QueryClient } from '@tanstack/react-query'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'

/** A tenant with this many open work items; each request is kept to be looked at. */
function tenantWith(total: number, asked: Request[]) {
  return async (request: Request): Promise<Response> => {
    asked.push(request)
    const { searchParams } = new URL(request.url)
    const offset = Number(searchParams.get('offset'))
    const items = Array.from({ length: Math.min(250, Math.max(0, total - offset)) }, (_, index) => ({ id: `w${offset + index}` }))
    const headers = {
      'content-type': 'application/json',
      ...(searchParams.get('count') === 'true' && { 'x-total-count': String(total) }),
    }
    return new Response(JSON.stringify(items), { headers })
  }
}

const queriesOf = (requests: readonly Request[]) => requests.map(({ url }) => new URL(url).search)

let asked: Request[]
let client: QueryClient

beforeEach(() => {
  asked = []
  client = new QueryClient({ defaultOptions: { queries: { retry: false } } })
  vi.resetModules()
})

afterEach(() => {
  client.clear()
  vi.unstubAllGlobals()
})

/** The module is loaded anew for each test, because its client keeps the fetch it finds. */
async function withTenant(fetch: (request: Request) => Promise<Response>) {
  vi.stubGlobal('fetch', fetch)
  return import('./work-items.ts')
}

test('the list is read page by page, counted once, and each page shows as it comes', async () => {
  const whole = tenantWith(612, asked)
  let showTwo = () => {}
  const twoPagesShown = new Promise<void>((resolve) => {
    showTwo = resolve
  })
  const { workItemQueries } = await withTenant(async (request) => {
    const answer = await whole(request)
    if (request.url.includes('offset=500')) await twoPagesShown
    return answer
  })
  const query = workItemQueries.list('open')
  const seen: number[] = []
  client.getQueryCache().subscribe(() => {
    const length = client.getQueryData(query.queryKey)?.items.length
    if (length !== undefined && seen.at(-1) !== length) seen.push(length)
    if (length === 500) showTwo()
  })
  const list = await client.fetchQuery(query)
  expect(list).toMatchObject({ total: 612, isComplete: true, isFirstReading: true })
  expect(new Set(list.items.map(({ id }) => id)).size).toBe(612)
  expect(seen).toEqual([250, 500, 612])
  expect(queriesOf(asked)).toEqual(['?limit=250&offset=0&count=true', '?limit=250&offset=250', '?limit=250&offset=500'])
  expect(asked.map(({ headers }) => headers.get('x-requested-by'))).toEqual(['app', 'app', 'app'])
})

test('a later reading replaces the list only when it is whole, and does not count as being at the desk', async () => {
  const { workItemQueries } = await withTenant(tenantWith(300, asked))
  const query = workItemQueries.list('open')
  await client.fetchQuery(query)
  const lengths = new Set<number | undefined>()
  client.getQueryCache().subscribe(() => lengths.add(client.getQueryData(query.queryKey)?.items.length))
  const again = await client.fetchQuery({ ...query, staleTime: 0 })
  expect(again.isFirstReading).toBe(false)
  expect(lengths).toEqual(new Set([300]))
  expect(asked.map(({ headers }) => headers.get('x-background'))).toEqual([null, null, '1', '1'])
})

test('what was loaded stays when a later page fails', async () => {
  const whole = tenantWith(600, asked)
  const { workItemQueries } = await withTenant(async (request) =>
    request.url.includes('offset=250')
      ? new Response('{"code":"tenant_unreachable","sent":"no"}', { status: 502 })
      : whole(request),
  )
  const query = workItemQueries.list('open')
  await expect(client.fetchQuery(query)).rejects.toMatchObject({ status: 502, code: 'tenant_unreachable' })
  expect(client.getQueryData(query.queryKey)).toMatchObject({ isComplete: false, total: 600 })
  expect(client.getQueryData(query.queryKey)?.items).toHaveLength(250)
})

test('reading stops when nobody wants the list any more', async () => {
  const whole = tenantWith(2000, asked)
  const { workItemQueries } = await withTenant(async (request) => {
    if (request.url.includes('offset=500')) await client.cancelQueries({ queryKey: query.queryKey })
    request.signal.throwIfAborted()
    return whole(request)
  })
  const query = workItemQueries.list('open')
  await client.fetchQuery(query).catch(() => undefined)
  expect(asked).toHaveLength(2)
})

test('a newer reading of one item is written into the list; an item that is not there is not added', async () => {
  const { rememberWorkItem, workItemQueries, knownFromLists } = await withTenant(tenantWith(3, asked))
  const { readWorkItem } = await import('#contract/work-item.ts')
  const query = workItemQueries.list('open')
  await client.fetchQuery(query)
  const readAt = client.getQueryState(query.queryKey)?.dataUpdatedAt
  const newer = readWorkItem({ id: 'w1', state: 'Finished' })
  const stranger = readWorkItem({ id: 'x', state: 'Pending' })
  if (!newer || !stranger) throw new Error('not work items')
  rememberWorkItem(client, newer)
  rememberWorkItem(client, stranger)
  expect(client.getQueryData(query.queryKey)?.items.map(({ id, isOpen }) => [id, isOpen])).toEqual([
    ['w0', true],
    ['w1', false],
    ['w2', true],
  ])
  expect(client.getQueryState(query.queryKey)?.dataUpdatedAt).toBe(readAt)
  expect(knownFromLists(client, 'w1')?.item).toEqual(newer)
  expect(knownFromLists(client, 'x')).toBeUndefined()
})

test('what is known of single work items follows a list read after it; one that left the list is to be asked for again', async () => {
  let total = 3
  const { workItemQueries } = await withTenant((request) => tenantWith(total, asked)(request))
  const { readWorkItem } = await import('#contract/work-item.ts')
  const [older, gone, newer] = [{ id: 'w0', name: 'before' }, { id: 'w2' }, { id: 'w1', name: 'since' }].map((body) => {
    const item = readWorkItem(body)
    if (!item) throw new Error('not a work item')
    return item
  })
  if (!older || !gone || !newer) throw new Error('three work items')
  const query = workItemQueries.list('open')
  await client.fetchQuery(query)
  const stateOf = (id: string) => client.getQueryState(workItemQueries.detail(id).queryKey)
  const put = (item: typeof older, updatedAt: number) =>
    client.setQueryData(workItemQueries.detail(item.id).queryKey, item, { updatedAt })
  put(older, Date.now() - 1000)
  put(gone, Date.now() - 1000)
  put(newer, Date.now() + 1000)
  total = 2
  const { readAt } = await client.fetchQuery({ ...query, staleTime: 0 })
  expect(stateOf('w0')).toMatchObject({ data: { id: 'w0', name: null }, dataUpdatedAt: readAt, isInvalidated: false })
  expect(stateOf('w2')).toMatchObject({ data: { id: 'w2' }, isInvalidated: true })
  expect(stateOf('w1')).toMatchObject({ data: { name: 'since' }, isInvalidated: false })
})

/** A tenant that answers every question with this. */
const tenantSaying = (body: unknown) => (): Promise<Response> =>
  Promise.resolve(
    new Response(JSON.stringify(body), { headers: { 'content-type': 'application/json', 'slpt-request-id': 'track-3' } }),
  )

test.each([[{}], ['ok'], [7], [{ items: [] }]])(
  'B4 %j is no list: an error with its tracking id, not an empty inbox',
  async (body) => {
    const { workItemQueries } = await withTenant(tenantSaying(body))
    await expect(client.fetchQuery(workItemQueries.list('open'))).rejects.toMatchObject({
      code: 'unreadable',
      trackingId: 'track-3',
    })
  },
)

test('B4 a work item that cannot be understood is an error with its tracking id; that there is none is another thing', async () => {
  const { workItemQueries } = await withTenant(tenantSaying({ name: 'No id' }))
  await expect(client.fetchQuery(workItemQueries.detail('w1'))).rejects.toMatchObject({
    code: 'unreadable',
    trackingId: 'track-3',
  })
  await expect(client.fetchQuery(workItemQueries.summary())).rejects.toMatchObject({ code: 'unreadable', trackingId: 'track-3' })
  vi.resetModules()
  const other = await withTenant(tenantSaying([]))
  await expect(client.fetchQuery(other.workItemQueries.detail('w1'))).rejects.toMatchObject({ status: 404 })
})

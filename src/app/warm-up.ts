import type { QueryClient, QueryKey } from '@tanstack/react-query'
import { sessionQueries } from '#src/api/session.ts'
import { workItemQueries } from '#src/api/work-items.ts'
import { afterPaint } from '#src/lib/after-paint.ts'
import { parseListParams } from '#src/lib/search-params.ts'
import { loadLater } from './load-later.ts'
import { loadPages } from './pages.ts'

/** A screen without its rows is only shown when they take longer than this, ms; anything shorter would be a flicker. */
const rowsMayTake = 150
/** The screen is shown after so long (ms) in any case, as far as it can be. */
const atMost = 3000
/** The code of other screens waits so long (ms) for the rest of the list, and no longer: a tenant may hold it back. */
const listMayTake = 8000

/**
 * Starts what the first screen needs, code and data side by side. Settles when there is something to show: drawing it in one go is quicker
 * than drawing a frame first and what is in it afterwards. Never rejects.
 */
export function warmUp(client: QueryClient, pathname: string, search: string): Promise<unknown> {
  const [, section = '', id] = pathname.split('/')
  if (section === 'sign-in') return settled([loadPages.signIn()])
  const needed: Promise<unknown>[] = [client.prefetchQuery(sessionQueries.current())]
  let rows: Promise<unknown> | null = null
  let wholeList: Promise<unknown> | null = null
  if (section === '' || section === 'inbox' || section === 'completed') {
    const { owner } = parseListParams(new URLSearchParams(search))
    const list = workItemQueries.list(section === 'completed' ? 'completed' : 'open', owner)
    wholeList = client.prefetchQuery(list)
    rows = firstData(client, list.queryKey)
    if (id !== undefined) {
      needed.push(loadPages.workItem())
      void client.prefetchQuery(workItemQueries.detail(id))
    }
  }
  if (section === 'identities') {
    const page = loadPages.identities()
    needed.push(page)
    rows = page.then(({ prefetchPeople }) => prefetchPeople(client, search)).catch(() => undefined)
  }
  if (section === 'identities' && id !== undefined) needed.push(loadPages.identity())
  void client.prefetchQuery(workItemQueries.summary())
  const isReady = settled(needed).then(() => Promise.race([rows, pause(rows ? rowsMayTake : 0)]))
  void Promise.all([isReady, rows])
    .then(afterPaint)
    .then(() => loadLater(Promise.race([wholeList, pause(wholeList ? listMayTake : 0)])))
  return isReady
}

const pause = (ms: number) =>
  new Promise((resolve) => {
    setTimeout(resolve, ms)
  })

const settled = (all: readonly Promise<unknown>[]) => Promise.race([Promise.allSettled(all), pause(atMost)])

/** The first that is known of a query, or that it failed. */
const firstData = (client: QueryClient, queryKey: QueryKey) =>
  new Promise<void>((resolve) => {
    const stop = client.getQueryCache().subscribe(() => {
      const state = client.getQueryState(queryKey)
      if (state?.data === undefined && state?.status !== 'error') return
      stop()
      resolve()
    })
  })

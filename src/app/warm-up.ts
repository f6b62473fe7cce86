import type { QueryClient } from '@tanstack/react-query'
import { sessionQueries } from '#src/api/session.ts'
import { workItemQueries } from '#src/api/work-items.ts'
import { fetchAhead } from '#src/lib/fetch-ahead.ts'
import { loadPages } from './pages.ts'

/** Starts what the first screen needs, code and data side by side, before the first render asks for it. */
export function warmUp(client: QueryClient, pathname: string): void {
  const [, section, id] = pathname.split('/')
  if (section === 'sign-in') return fetchAhead(loadPages.signIn)
  void client.prefetchQuery(sessionQueries.current())
  void client.prefetchQuery(workItemQueries.list(section === 'completed' ? 'completed' : 'open'))
  void client.prefetchQuery(workItemQueries.summary())
  fetchAhead(loadPages.list)
  fetchAhead(id === undefined ? loadPages.hint : loadPages.workItem)
  afterFirstRows(client, () => fetchAhead(loadPages.workItem))
}

/** Calls once the first rows are drawn, and the browser has nothing better to do: opening a work item should wait for nothing. */
function afterFirstRows(client: QueryClient, act: () => void): void {
  const stop = client.getQueryCache().subscribe(({ query }) => {
    if (query.queryKey[1] !== 'list' || query.state.data === undefined) return
    stop()
    setTimeout(act, 600)
  })
}

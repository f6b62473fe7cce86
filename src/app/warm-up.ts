import type { QueryClient } from '@tanstack/react-query'
import { sessionQueries } from '#src/api/session.ts'
import { workItemQueries } from '#src/api/work-items.ts'
import { fetchAhead } from '#src/lib/fetch-ahead.ts'
import { parseListParams } from '#src/lib/search-params.ts'
import { loadLater } from './load-later.ts'
import { loadPages } from './pages.ts'

/** Starts what the first screen needs, code and data side by side, before the first render asks for it. */
export function warmUp(client: QueryClient, pathname: string, search: string): void {
  const [, section = '', id] = pathname.split('/')
  if (section === 'sign-in') return fetchAhead(loadPages.signIn)
  void client.prefetchQuery(sessionQueries.current())
  if (section === '' || section === 'inbox' || section === 'completed') {
    const { owner } = parseListParams(new URLSearchParams(search))
    void client.prefetchQuery(workItemQueries.list(section === 'completed' ? 'completed' : 'open', owner))
    fetchAhead(loadPages.list)
    fetchAhead(id === undefined ? loadPages.hint : loadPages.workItem)
    if (id !== undefined) void client.prefetchQuery(workItemQueries.detail(id))
  }
  if (section === 'identities') fetchAhead(loadPages.identities)
  if (section === 'identities' && id !== undefined) fetchAhead(loadPages.identity)
  void client.prefetchQuery(workItemQueries.summary())
  loadLater(client)
}

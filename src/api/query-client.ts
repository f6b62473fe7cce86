import { MutationCache, QueryCache, QueryClient } from '@tanstack/react-query'
import { ApiError } from './errors.ts'
import { retryDelay, shouldRetryRead } from './retry.ts'
import { endSaidBy, sessionEnd } from './session-end.ts'
import { sessionKey } from './session.ts'

/** The one cache of the page. Reads may be repeated, writes never are; a 401 ends the session in one place. */
export function createQueryClient(): QueryClient {
  const onError = (error: unknown) => {
    // Without a session on record the page is only asking who is there; that is the sign-in page's case.
    if (error instanceof ApiError && error.isSignedOut && client.getQueryData(sessionKey) !== undefined)
      sessionEnd.mark(endSaidBy(error))
  }
  const client: QueryClient = new QueryClient({
    queryCache: new QueryCache({ onError }),
    mutationCache: new MutationCache({ onError }),
    defaultOptions: {
      queries: {
        retry: shouldRetryRead,
        retryDelay,
        staleTime: 15_000,
        structuralSharing: false,
        refetchOnWindowFocus: () => !sessionEnd.hasEnded(),
        refetchOnReconnect: () => !sessionEnd.hasEnded(),
        networkMode: 'always',
      },
      mutations: { retry: false, networkMode: 'always' },
    },
  })
  return client
}

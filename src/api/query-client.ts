import { MutationCache, QueryCache, QueryClient } from '@tanstack/react-query'
import { ApiError } from './errors.ts'
import { sessionEnd } from './session-end.ts'
import { sessionKey } from './session.ts'

const longestWait = 30_000

/** Whether a failed read is asked again: only for 429, 5xx and no network, three times. */
export function shouldRetryRead(failures: number, error: unknown): boolean {
  if (failures >= 3 || !(error instanceof ApiError)) return false
  return error.status === 429 || error.status >= 500 || error.code === 'offline'
}

/** Milliseconds until the next try: what the answer asked for, else 1, 2, 4 s. */
export function retryDelay(failures: number, error: unknown): number {
  const asked = error instanceof ApiError ? error.retryAfter : null
  return Math.min(asked === null ? 1000 * 2 ** failures : asked * 1000, longestWait)
}

/** The one cache of the page. Reads may be repeated, writes never are; a 401 ends the session in one place. */
export function createQueryClient(): QueryClient {
  const onError = (error: unknown) => {
    // Without a session on record the page is only asking who is there; that is the sign-in page's case.
    if (error instanceof ApiError && error.isSignedOut && client.getQueryData(sessionKey) !== undefined) sessionEnd.mark()
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

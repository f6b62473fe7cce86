import { queryOptions } from '@tanstack/react-query'
import type { components } from '#contract/generated/desk.ts'
import { actFor, answerOf, deskApi, unwrap } from './client.ts'

export type Session = components['schemas']['Session']

export const sessionKey = ['session'] as const

export const sessionQueries = {
  /** Who is signed in; a 401 means nobody. Read once per page load. */
  current: () =>
    queryOptions({
      queryKey: sessionKey,
      queryFn: async ({ signal }): Promise<Session> => {
        const session = await unwrap(deskApi.GET('/session', { signal }))
        actFor(session.user.id)
        return session
      },
      staleTime: Infinity,
      refetchOnWindowFocus: false,
      refetchOnReconnect: false,
    }),
}

/** Signs out. With decisions still open the server answers 409 `open_entries` until it is told what is to become of them. */
export async function endSession(openEntries?: 'finish' | 'take-back'): Promise<void> {
  await answerOf(deskApi.POST('/session/end', { body: openEntries ? { everywhere: false, openEntries } : { everywhere: false } }))
}

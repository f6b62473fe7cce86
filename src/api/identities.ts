import { queryOptions } from '@tanstack/react-query'
import { readIdentity } from '#contract/identity.ts'
import type { Identity } from '#contract/identity.ts'
import { identitiesApi, unwrap } from './client.ts'
import { ApiError } from './errors.ts'

export const identityQueries = {
  /** One person's card; null where the reader may not see it or it is no longer there. */
  card: (id: string) =>
    queryOptions({
      queryKey: ['identities', 'card', id] as const,
      queryFn: async ({ signal }): Promise<Identity | null> => {
        try {
          return readIdentity(await unwrap(identitiesApi.GET('/identities/{id}', { params: { path: { id } }, signal }))) ?? null
        } catch (error) {
          if (error instanceof ApiError && (error.isForbidden || error.isMissing)) return null
          throw error
        }
      },
      staleTime: 5 * 60_000,
    }),
}

import { queryOptions } from '@tanstack/react-query'
import { eq, formatFilter, or, sw } from '#contract/filter-builder.ts'
import { readIdentities, readIdentity } from '#contract/identity.ts'
import type { Identity } from '#contract/identity.ts'
import { readRoleAssignments } from '#contract/role-assignment.ts'
import type { RoleAssignment } from '#contract/role-assignment.ts'
import { identitiesApi, listed, understand, unwrap } from './client.ts'
import { ApiError } from './errors.ts'

/** People change rarely, and the tenant's requests are counted. */
const fresh = 5 * 60_000
/** Holds true from a refusal to show roles until nobody has needed them for a while. */
const rolesRefused = ['identities', 'roles-refused'] as const
/** How many people a search gives at most. */
export const mostFound = 20

export const identityQueries = {
  /** One person's card; null where the reader may not see it or it is no longer there. */
  card: (id: string) =>
    queryOptions({
      queryKey: ['identities', 'card', id] as const,
      queryFn: ({ signal }): Promise<Identity | null> =>
        unlessHidden(
          async () =>
            readIdentity(await unwrap(identitiesApi.GET('/identities/{id}', { params: { path: { id } }, signal }))) ?? null,
        ),
      staleTime: fresh,
    }),
  /** Fails with 403 for people who may not look up identities; asked once, so that they need not type to find out. */
  mayList: () =>
    queryOptions({
      queryKey: ['identities', 'may-list'] as const,
      queryFn: async ({ signal }) => {
        await unwrap(identitiesApi.GET('/identities', { params: { query: { limit: 1 } }, signal }))
        return true
      },
      staleTime: Infinity,
    }),
  /** Who has a name, account name, e-mail address or id that starts with the text; at most `mostFound`, by name. */
  search: (text: string) =>
    queryOptions({
      queryKey: ['identities', 'search', text] as const,
      queryFn: async ({ signal }): Promise<readonly Identity[]> => {
        const filter = or(
          sw('name', text),
          sw('alias', text),
          sw('email', text),
          sw('firstname', text),
          sw('lastname', text),
          eq('id', text),
        )
        const query = { filters: formatFilter(filter), sorters: 'name', limit: mostFound }
        return understand(identitiesApi.GET('/identities', { params: { query }, signal }), listed(readIdentities))
      },
      staleTime: 60_000,
    }),
  /** Everybody whose account name, display name or e-mail address is exactly this (letter case aside); null where that may not be read. */
  called: (text: string) =>
    queryOptions({
      queryKey: ['identities', 'called', text] as const,
      queryFn: ({ signal }): Promise<readonly Identity[] | null> =>
        unlessHidden(async () => {
          const filters = formatFilter(or(eq('alias', text), eq('name', text), eq('email', text)))
          const query = { filters, defaultFilter: 'NONE' as const, limit: 3 }
          return understand(identitiesApi.GET('/identities', { params: { query }, signal }), listed(readIdentities))
        }),
      staleTime: fresh,
    }),
  /** The roles somebody holds; null where that may not be read. Who was refused once is refused for everybody, and is not asked again for a while. */
  roles: (identityId: string) =>
    queryOptions({
      queryKey: ['identities', 'roles', identityId] as const,
      queryFn: async ({ signal, client }): Promise<readonly RoleAssignment[] | null> => {
        if (client.getQueryData(rolesRefused)) return null
        const path = { identityId }
        const answer = identitiesApi.GET('/identities/{identityId}/role-assignments', { params: { path }, signal })
        return unlessHidden(
          async () => readRoleAssignments(await unwrap(answer)),
          () => client.setQueryData(rolesRefused, true),
        )
      },
      staleTime: fresh,
    }),
}

/** What the tenant refuses to show, or does not have, is null and no error: the page then has no gap. */
async function unlessHidden<Data>(read: () => Promise<Data>, onRefusal?: () => void): Promise<Data | null> {
  try {
    return await read()
  } catch (error) {
    if (error instanceof ApiError && error.isForbidden) onRefusal?.()
    if (error instanceof ApiError && (error.isForbidden || error.isMissing)) return null
    throw error
  }
}

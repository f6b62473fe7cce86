import { queryOptions } from '@tanstack/react-query'
import { readTotalCount } from '#contract/counts.ts'
import type { components } from '#contract/generated/desk.ts'
import type { Filter } from '#contract/filter.ts'
import { and, eq, formatFilter, or, sw } from '#contract/filter-builder.ts'
import { readIdentities, readIdentity } from '#contract/identity.ts'
import type { Identity } from '#contract/identity.ts'
import { readOwnership } from '#contract/ownership.ts'
import { readRoleAssignment, readRoleAssignments } from '#contract/role-assignment.ts'
import { readWorkItems } from '#contract/work-item.ts'
import type { WorkItem } from '#contract/work-item.ts'
import { looksLike, nameStarts } from '#src/lib/look-alikes.ts'
import {
  answerOf,
  backgroundHeaders,
  deskApi,
  identitiesApi,
  listed,
  understand,
  unreadable,
  unwrap,
  workItemsApi,
} from './client.ts'
import { onThisClock } from './entry-kinds.ts'
import { hasEnded } from './runs.ts'
import type { ActionEntry } from './runs.ts'
import { sessionEnd } from './session-end.ts'

export type Clocks = components['schemas']['Clocks']

const mostAtOnce = 250
/** How often running work is asked after, ms. */
const soon = 1500
const calm = 30_000

/**
 * Everything there is to read about one person, each on its own: what may not be read, or failed, is an error here and takes nothing else
 * with it. Nothing of it is guessed; an answer that cannot be understood is an error too.
 */
export const identityDetails = {
  of: (id: string) => ['identities', 'of', id] as const,
  person: (id: string) =>
    queryOptions({
      queryKey: [...identityDetails.of(id), 'person'] as const,
      queryFn: ({ signal }) =>
        understand(identitiesApi.GET('/identities/{id}', { params: { path: { id } }, signal }), readIdentity),
    }),
  /** What the tenant knows of somebody and tells only to those who filter by it. */
  marks: (id: string) =>
    queryOptions({
      queryKey: [...identityDetails.of(id), 'marks'] as const,
      queryFn: async ({ signal }) => {
        const has = async (mark: 'protected' | 'correlated') => {
          const query = { filters: formatFilter(and(eq('id', id), eq(mark, true))), defaultFilter: 'NONE' as const, limit: 1 }
          const found = await understand(identitiesApi.GET('/identities', { params: { query }, signal }), listed(readIdentities))
          return found.some((person) => person.id === id)
        }
        const [isProtected, isCorrelated] = await Promise.all([has('protected'), has('correlated')])
        return { isProtected, isCorrelated }
      },
      staleTime: 60_000,
    }),
  /** Others whose names could be taken for this one, the likest first. */
  lookAlikes: (person: Pick<Identity, 'id' | 'name'>) =>
    queryOptions({
      queryKey: [...identityDetails.of(person.id), 'look-alikes', person.name] as const,
      queryFn: async ({ signal }): Promise<readonly Identity[]> => {
        const filter = similarNames(person.name)
        if (!filter) return []
        const query = { filters: formatFilter(filter), defaultFilter: 'NONE' as const, limit: mostAtOnce }
        const found = await understand(identitiesApi.GET('/identities', { params: { query }, signal }), listed(readIdentities))
        return looksLike(person, found)
      },
      staleTime: 60_000,
    }),
  assignments: (id: string) =>
    queryOptions({
      queryKey: [...identityDetails.of(id), 'assignments'] as const,
      queryFn: async ({ signal }) =>
        readRoleAssignments(
          await unwrap(
            identitiesApi.GET('/identities/{identityId}/role-assignments', { params: { path: { identityId: id } }, signal }),
          ),
        ),
      staleTime: 60_000,
    }),
  assignment: (id: string, assignmentId: string) =>
    queryOptions({
      queryKey: [...identityDetails.of(id), 'assignment', assignmentId] as const,
      queryFn: async ({ signal }) => {
        const path = { identityId: id, assignmentId }
        const answer = identitiesApi.GET('/identities/{identityId}/role-assignments/{assignmentId}', { params: { path }, signal })
        return understand(answer, readRoleAssignment)
      },
      staleTime: 60_000,
    }),
  ownership: (id: string) =>
    queryOptions({
      queryKey: [...identityDetails.of(id), 'ownership'] as const,
      queryFn: async ({ signal }) => {
        const answer = identitiesApi.GET('/identities/{identityId}/ownership', { params: { path: { identityId: id } }, signal })
        const { body } = await answerOf<unknown>(answer)
        return readOwnership(body)
      },
    }),
  /** Open work items that wait for this person, up to 250 of them, and how many there are; administrators alone may ask. */
  workItems: (id: string) =>
    queryOptions({
      queryKey: [...identityDetails.of(id), 'work-items'] as const,
      queryFn: async ({ signal }): Promise<{ items: readonly WorkItem[]; total: number }> => {
        const query = { ownerId: id, limit: mostAtOnce, count: true }
        const answer = await answerOf(workItemsApi.GET('/work-items', { params: { query }, signal }))
        const { body, headers } = answer
        if (!Array.isArray(body)) throw unreadable(answer)
        const items = readWorkItems(body)
        return { items, total: Math.max(readTotalCount(headers.get('x-total-count')) ?? 0, body.length) }
      },
    }),
  clocks: (id: string) =>
    queryOptions({
      queryKey: [...identityDetails.of(id), 'clocks'] as const,
      queryFn: async ({ client, signal, queryKey }): Promise<Clocks & { readonly readAt: number }> => {
        const headers = backgroundHeaders(client.getQueryData(queryKey) !== undefined)
        const path = { identityId: id }
        const clocks = await unwrap(deskApi.GET('/identities/{identityId}/clocks', { params: { path }, headers, signal }))
        return { ...clocks, readAt: Date.now() }
      },
      refetchInterval: ({ state }) => {
        if (sessionEnd.hasEnded()) return false
        const { data } = state
        const tasks = [data?.invitation?.task, data?.processing?.task]
        const isMoving = (data?.open.length ?? 0) > 0 || tasks.some((task) => task?.state === 'following')
        return isMoving ? soon : calm
      },
    }),
  /** What the signed-in person did about somebody through this desk, the newest first. */
  entries: (id: string) =>
    queryOptions({
      queryKey: [...identityDetails.of(id), 'entries'] as const,
      queryFn: async ({ client, signal, queryKey }): Promise<readonly ActionEntry[]> => {
        const headers = backgroundHeaders(client.getQueryData(queryKey) !== undefined)
        const query = { identityId: id, limit: 50 }
        const entries = await unwrap(deskApi.GET('/entries', { params: { query }, headers, signal }))
        return entries.flatMap((entry) => (entry.kind === 'action' ? onThisClock(entry) : []))
      },
      refetchInterval: ({ state }) => {
        const isMoving = state.data?.some((entry) => !hasEnded(entry) || entry.task?.state === 'following') ?? false
        return isMoving && !sessionEnd.hasEnded() ? soon : false
      },
    }),
}

/** The same beginnings of the first and the last name: what a tenant can be asked that comes near "looks alike". */
function similarNames(name: string | null): Filter | null {
  const starts = nameStarts(name)
  if (name === null || !starts) return name === null ? null : eq('name', name)
  return or(and(sw('firstname', starts.first), sw('lastname', starts.last)), eq('name', name))
}

import { queryOptions } from '@tanstack/react-query'
import { eq, formatFilter } from '#contract/filter-builder.ts'
import { readTotalCount } from '#contract/counts.ts'
import type { components } from '#contract/generated/desk.ts'
import { answerOf, backgroundHeaders, deskApi, identitiesApi, unwrap } from './client.ts'
import { onThisClock } from './entry-kinds.ts'
import { ApiError } from './errors.ts'
import type { ActionEntry, Run } from './runs.ts'
import { sessionEnd } from './session-end.ts'

export type Invitation = components['schemas']['Invitation']

/** The desk's own pages of invitations, each costing the tenant one request. */
const invitationPage = 100
const mostInvitations = 2000

/** A run of actions on people, each entry with the moment its hold ends on this machine's clock. */
export interface PeopleRun extends Omit<Run, 'entries'> {
  readonly entries: readonly ActionEntry[]
}

export interface ResendList {
  readonly invitations: readonly Invitation[]
  /** Further invitations in the ledger that were not read, because there are too many. */
  readonly unread: number
  readonly readAt: number
}

export const intakeQueries = {
  all: () => ['intake'] as const,
  /** How many people have not registered and were not invited, as the tenant counts them. */
  uninvited: () =>
    queryOptions({
      queryKey: [...intakeQueries.all(), 'uninvited'] as const,
      queryFn: async ({ signal }) => {
        const filters = formatFilter(eq('cloudStatus', 'UNREGISTERED'))
        const query = { filters, defaultFilter: 'NONE', limit: 1, count: true } as const
        const { headers } = await answerOf(identitiesApi.GET('/identities', { params: { query }, signal }))
        const count = readTotalCount(headers.get('x-total-count'))
        if (count === null) throw new ApiError({ status: 0, code: 'unreadable', message: null })
        return { count, readAt: Date.now() }
      },
      staleTime: 0,
      gcTime: 0,
    }),
  /** Whose invitation has run out, as the tenant shows these people now. */
  expired: () =>
    queryOptions({
      queryKey: [...intakeQueries.all(), 'expired'] as const,
      queryFn: ({ signal }) => readExpired(signal),
      staleTime: 0,
    }),
  /** A run with its entries, asked until every entry and every task of it has ended. */
  run: (runId: string) =>
    queryOptions({
      queryKey: [...intakeQueries.all(), 'run', runId] as const,
      queryFn: async ({ client, signal, queryKey }): Promise<PeopleRun> => {
        const headers = backgroundHeaders(client.getQueryData(queryKey) !== undefined)
        const run = await unwrap(deskApi.GET('/runs/{runId}', { params: { path: { runId } }, headers, signal }))
        return { ...run, entries: run.entries.flatMap((entry) => (entry.kind === 'action' ? onThisClock(entry) : [])) }
      },
      refetchInterval: ({ state }) => {
        const run = state.data
        return run && (run.open || run.following > 0) && !sessionEnd.hasEnded() ? 1000 : false
      },
      staleTime: 0,
    }),
}

async function readExpired(signal: AbortSignal): Promise<ResendList> {
  const readAt = Date.now()
  const invitations: Invitation[] = []
  let total = 0
  for (let offset = 0; offset < Math.min(Math.max(total, 1), mostInvitations); offset += invitationPage) {
    const query = { expired: true, limit: invitationPage, offset }
    // oxlint-disable-next-line no-await-in-loop -- each page costs the tenant a request
    const page = await answerOf(deskApi.GET('/invitations', { params: { query }, signal }))
    invitations.push(...(page.body ?? []))
    total = readTotalCount(page.headers.get('x-total-count')) ?? invitations.length
  }
  return { invitations, unread: Math.max(0, total - mostInvitations), readAt }
}

import { queryOptions } from '@tanstack/react-query'
import { eq, formatFilter } from '#contract/filter-builder.ts'
import { readTotalCount } from '#contract/counts.ts'
import type { components } from '#contract/generated/desk.ts'
import { readIdentities } from '#contract/identity.ts'
import { filterOf } from '#src/lib/intake/look-up.ts'
import type { AskPage } from '#src/lib/intake/preflight.ts'
import { answerOf, backgroundHeaders, deskApi, identitiesApi, unwrap } from './client.ts'
import { onThisClock } from './entry-kinds.ts'
import { ApiError } from './errors.ts'
import { retryDelay, shouldRetryRead } from './retry.ts'
import type { ActionEntry, Run } from './runs.ts'
import { sessionEnd } from './session-end.ts'

export type Invitation = components['schemas']['Invitation']

const pageSize = 250
/** The desk's own pages of invitations, each costing the tenant one request. */
const invitationPage = 100
const mostInvitations = 2000

/** One page of the people a question asks for; uncorrelated ones too, since "not found" must be true. */
export const askPeople: AskPage = async (question, offset, signal) => {
  const query = { filters: formatFilter(filterOf(question)), defaultFilter: 'NONE', limit: pageSize, offset } as const
  // Many reads that nobody waits for one by one: they leave the places kept for people free.
  const options = { params: { query }, headers: backgroundHeaders(true), signal }
  const body = await patiently(() => unwrap(identitiesApi.GET('/identities', options)), signal)
  const received = Array.isArray(body) ? body.length : 1
  return { people: readIdentities(body), received, isLast: received < pageSize }
}

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

/** Repeats a read as queries do, waiting as long as the answer asks for. */
async function patiently<Answer>(read: () => Promise<Answer>, signal: AbortSignal): Promise<Answer> {
  for (let failures = 0; ; failures += 1) {
    try {
      // oxlint-disable-next-line no-await-in-loop -- a try waits for the one before
      return await read()
    } catch (error) {
      if (!shouldRetryRead(failures, error)) throw error
      // oxlint-disable-next-line no-await-in-loop
      await pause(retryDelay(failures, error), signal)
    }
  }
}

const pause = (ms: number, signal: AbortSignal): Promise<void> =>
  new Promise((resolve, reject) => {
    const stop = () => {
      clearTimeout(timer)
      reject(signal.reason instanceof Error ? signal.reason : new DOMException('Stopped', 'AbortError'))
    }
    const timer = setTimeout(() => {
      signal.removeEventListener('abort', stop)
      resolve()
    }, ms)
    signal.addEventListener('abort', stop, { once: true })
  })

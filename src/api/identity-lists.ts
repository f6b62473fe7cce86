import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import type { QueryClient } from '@tanstack/react-query'
import { readTotalCount } from '#contract/counts.ts'
import { readIdentities } from '#contract/identity.ts'
import type { Identity } from '#contract/identity.ts'
import type { IdentityQuestion } from '#src/lib/identity-filter.ts'
import { KnownPeople } from '#src/lib/intake/known-people.ts'
import { lookUp } from '#src/lib/intake/preflight.ts'
import { foundOf, namingOf } from '#src/lib/pasted-people.ts'
import type { Found, Sought } from '#src/lib/pasted-people.ts'
import { askPeople } from './ask-people.ts'
import { answerOf, identitiesApi, listed, unreadable } from './client.ts'

/** The most the tenant gives at once. */
const mostAtOnce = 250

/** One page of the people who match. */
export interface IdentityPage {
  readonly people: readonly Identity[]
  /** How many match on all pages; null when the tenant gave no number. */
  readonly total: number | null
  /** When it was read, ms. */
  readonly readAt: number
}

interface Window {
  readonly limit: number
  readonly offset: number
  /** Counting costs the tenant time. */
  readonly isCounted: boolean
}

async function readPage(question: IdentityQuestion, { limit, offset, isCounted }: Window, signal?: AbortSignal) {
  const query = { ...question, limit, offset, ...(isCounted && { count: true }) }
  const answer = await answerOf(identitiesApi.GET('/identities', { params: { query }, ...(signal && { signal }) }))
  const { body, headers } = answer
  const people = listed(readIdentities)(body)
  if (!people) throw unreadable(answer)
  return {
    people,
    /** Entries of the answer, unreadable ones too. */
    received: Array.isArray(body) ? body.length : 1,
    total: readTotalCount(headers.get('x-total-count')),
  }
}

export const identityLists = {
  all: () => ['identities', 'list'] as const,
  /** `page` counts from 1. How many match is asked once for a question; every page of it shows that number. */
  page: (question: IdentityQuestion, page: number, size: number) =>
    queryOptions({
      queryKey: [...identityLists.all(), question, page, size] as const,
      queryFn: async ({ client, signal }): Promise<IdentityPage> => {
        const known = knownTotal(client, question)
        const readAt = Date.now()
        const window = { limit: size, offset: (page - 1) * size, isCounted: known === null }
        const { people, total } = await readPage(question, window, signal)
        if (total !== null) client.setQueryData(totalKey(question), total)
        return { people, total: total ?? known, readAt }
      },
      // The old page stays in sight while the next one comes.
      placeholderData: keepPreviousData,
      staleTime: 30_000,
    }),
}

const totalKey = ({ filters, defaultFilter }: IdentityQuestion) => ['identities', 'total', filters ?? '', defaultFilter] as const

/** How many match, as far as it was asked in the last half minute. */
function knownTotal(client: QueryClient, question: IdentityQuestion): number | null {
  const state = client.getQueryState<number>(totalKey(question))
  const isFresh = state && !state.isInvalidated && Date.now() - state.dataUpdatedAt < 30_000
  return isFresh ? (state.data ?? null) : null
}

interface Reading {
  /** Stops after so many people; the rest is left out. */
  readonly most: number
  readonly signal: AbortSignal
  readonly onProgress: (read: number) => void
  /** Who is kept of those read; everybody unless it says otherwise. */
  readonly isKept?: (person: Identity) => boolean
}

/** Everybody who matches, page after page of 250, each once. Rejects when one page cannot be read or at the signal: never half a list. */
export async function readEverybody(
  question: IdentityQuestion,
  { most, signal, onProgress, isKept }: Reading,
): Promise<Identity[]> {
  const found = new Map<string, Identity>()
  let read = 0
  for (let offset = 0; found.size < most; offset += mostAtOnce) {
    // oxlint-disable-next-line no-await-in-loop -- one page tells whether there is another
    const { people, received } = await readPage(question, { limit: mostAtOnce, offset, isCounted: false }, signal)
    for (const person of people) if (found.size < most && (isKept?.(person) ?? true)) found.set(person.id, person)
    read += received
    onProgress(read)
    if (received < mostAtOnce) break
  }
  return [...found.values()]
}

/** Looks up a pasted list in as few questions as it takes. `onProgress` gets how much is done, from 0 to 1. */
export async function findPeople(
  sought: readonly Sought[],
  { signal, onProgress }: Pick<Reading, 'signal'> & { readonly onProgress: (done: number) => void },
): Promise<Found> {
  const known = new KnownPeople()
  await lookUp({
    rows: sought.map(namingOf),
    purpose: 'find',
    known,
    ask: askPeople,
    signal,
    onProgress: ({ done, of }) => onProgress(done / of),
  })
  return foundOf(sought, known)
}

import { formatFilter } from '#contract/filter-builder.ts'
import { readIdentities } from '#contract/identity.ts'
import { filterOf } from '#src/lib/intake/look-up.ts'
import type { AskPage } from '#src/lib/intake/preflight.ts'
import { backgroundHeaders, identitiesApi, listed, understand } from './client.ts'
import { retryDelay, shouldRetryRead } from './retry.ts'

const pageSize = 250

/** The pages of one answer follow each other in one order, so that nobody falls between two. */
const sorters = 'alias'

const readPage = (body: unknown) => {
  const people = listed(readIdentities)(body)
  return people && { people, received: Array.isArray(body) ? body.length : 1 }
}

/** One page of the people a question asks for; uncorrelated ones too, since "not found" must be true. */
export const askPeople: AskPage = async (question, offset, signal) => {
  const query = { filters: formatFilter(filterOf(question)), sorters, defaultFilter: 'NONE', limit: pageSize, offset } as const
  // Many reads that nobody waits for one by one: they leave the places kept for people free.
  const options = { params: { query }, headers: backgroundHeaders(true), signal }
  const { people, received } = await patiently(() => understand(identitiesApi.GET('/identities', options), readPage), signal)
  return { people, received, isLast: received < pageSize }
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

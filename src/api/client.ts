import createClient from 'openapi-fetch'
import type { Middleware } from 'openapi-fetch'
import type { paths as DeskPaths } from '#contract/generated/desk.ts'
import type { paths as IdentityPaths } from '#contract/generated/identities.ts'
import type { paths as WorkItemPaths } from '#contract/generated/work-items.ts'
import { fetchOrEarly } from './early-answers.ts'
import { ApiError, asApiError } from './errors.ts'
import { readTenantError } from '#contract/tenant-error.ts'

const at = (path: string) => ({
  baseUrl: new URL(path, location.origin).href,
  headers: { 'X-Requested-By': 'app' },
  fetch: fetchOrEarly,
})

let user: string | null = null
/** From now on every request names this person: should somebody else have signed in with this browser, the server refuses it. */
export function actFor(userId: string): void {
  user = userId
}
const forUser: Middleware = {
  onRequest: ({ request }) => {
    if (user !== null) request.headers.set('X-User', user)
  },
}

/** Reads of work items, through the desk's gateway. */
export const workItemsApi = createClient<WorkItemPaths>(at('/api/beta'))
/** Reads of identities, through the desk's gateway. */
export const identitiesApi = createClient<IdentityPaths>(at('/api/v2024'))
/** The desk's own server: session and runs. */
export const deskApi = createClient<DeskPaths>(at('/desk'))
for (const api of [workItemsApi, identitiesApi, deskApi]) api.use(forUser)

/** Marks a request nobody pressed for, so that it does not keep an unattended session alive. */
export const backgroundHeaders = (isBackground: boolean): Record<string, string> => (isBackground ? { 'X-Background': '1' } : {})

interface Reply<Data> {
  readonly data?: Data
  readonly error?: unknown
  readonly response: Response
}

interface Answer<Data> {
  readonly body: Data | undefined
  readonly headers: Headers
}

/** Waits for a reply; an unsuccessful one, or none, becomes an `ApiError`. A cancelled request stays what it is. */
export async function answerOf<Data>(reply: Promise<Reply<Data>>): Promise<Answer<Data>> {
  let got: Reply<Data>
  try {
    got = await reply
  } catch (thrown) {
    if (thrown instanceof DOMException && thrown.name === 'AbortError') throw thrown
    throw asApiError(thrown)
  }
  if (!got.response.ok) throw ApiError.from(got.response, got.error)
  return { body: got.data, headers: got.response.headers }
}

/** A successful answer that makes no sense; its tracking id is kept. */
export function unreadable({ headers }: Pick<Answer<unknown>, 'headers'>): ApiError {
  const { trackingId } = readTenantError({ status: 0, headers, body: undefined })
  return new ApiError({ status: 0, code: 'unreadable', message: null, trackingId })
}

/** The body of a successful reply; an empty one counts as unreadable. */
export function unwrap<Data>(reply: Promise<Reply<Data>>): Promise<Data> {
  return understand(reply, (body) => body)
}

/** Reads a list for `understand`: what is none, and holds nothing to read, must not pass for an empty one. */
export const listed =
  <Item>(read: (body: unknown) => Item[]) =>
  (body: unknown): Item[] | undefined => {
    const items = read(body)
    return Array.isArray(body) || items.length > 0 ? items : undefined
  }

/** What `read` makes of the body of a successful reply; nothing counts as unreadable, as an empty body does. */
export async function understand<Data, Result>(
  reply: Promise<Reply<Data>>,
  read: (body: Data) => Result | null | undefined,
): Promise<Result> {
  const answer = await answerOf(reply)
  const result = answer.body === undefined ? undefined : read(answer.body)
  if (result === undefined || result === null) throw unreadable(answer)
  return result
}

import type { Context, MiddlewareHandler } from 'hono'
import { DeskFailure } from '../desk-failure.ts'
import type { Clock } from '../tenant/clock.ts'
import type { DeskEnv } from './context.ts'
import type { Cookies } from './cookies.ts'
import type { Sessions } from './sessions.ts'
import { WindowCounter } from './window-counter.ts'

const REQUESTS_PER_WINDOW = 300
const WINDOW_MS = 10_000
const BODY_BYTES = 256 * 1024
const RUN_BODY_BYTES = 4 * 1024 * 1024

export const notSignedIn = (): DeskFailure => new DeskFailure(401, 'not_signed_in', 'Sign in to go on.')

const foreign = (message: string): DeskFailure => new DeskFailure(403, 'foreign_request', message)

/** Asked for by a page of ours: the browser says so, or at least names our origin (promise S7). */
function isOurOwn(c: Context, publicUrl: URL): boolean {
  const site = c.req.header('sec-fetch-site')
  return site === undefined ? c.req.header('origin') === publicUrl.origin : site === 'same-origin'
}

/** Refuses a body that does not say how long it is, is too long, or is not JSON. Node holds the body to the length it says. */
function checkBody(c: Context): void {
  if (c.req.header('transfer-encoding') !== undefined)
    throw new DeskFailure(411, 'invalid_request', 'The body must say how long it is (Content-Length).')
  const bytes = Number(c.req.header('content-length') ?? '0')
  if (bytes === 0) return
  if (!isJson(c.req.header('content-type')))
    throw new DeskFailure(415, 'invalid_request', 'The body must be JSON (Content-Type: application/json).')
  if (bytes > (c.req.method === 'PUT' ? RUN_BODY_BYTES : BODY_BYTES))
    throw new DeskFailure(413, 'too_large', 'The request is too large.')
}

const isJson = (contentType: string | undefined): boolean =>
  /^application\/json\s*(;\s*charset=utf-8\s*)?$/i.test(contentType ?? '')

/**
 * What every route of `/api` and `/desk` (but health) stands behind, in this order: a live session, a request of our own page, the header
 * no form can send, the person the page was drawn for where it names one (tabs share a cookie: nobody acts as somebody else), JSON when there
 * is a body, and a bound on how many and how large.
 */
export function guard(options: {
  readonly publicUrl: URL
  readonly cookies: Cookies
  readonly sessions: Sessions
  readonly clock: Clock
}): MiddlewareHandler<DeskEnv> {
  const { publicUrl, cookies, sessions, clock } = options
  const requests = new WindowCounter(REQUESTS_PER_WINDOW, WINDOW_MS, clock)

  return async (c, next) => {
    const value = cookies.read(c, cookies.sessionName)
    const session = value === undefined ? undefined : await sessions.find(value, c.req.header('x-background') === '1')
    if (!session) throw notSignedIn()
    c.set('signedIn', {
      ...session.user,
      userName: session.profile.name,
      authorities: session.profile.authorities,
      sessionId: session.id,
    })
    if (!isOurOwn(c, publicUrl)) throw foreign('This can only be asked for by a page of Countersign.')
    if (c.req.header('x-requested-by') !== 'app') throw foreign('The header X-Requested-By: app is missing.')
    const meant = c.req.header('x-user')
    if (meant !== undefined && meant !== session.user.userId)
      throw new DeskFailure(401, 'other_user', 'Somebody else has signed in with this browser. Sign in again to go on.')
    checkBody(c)
    const waitMs = requests.take(session.id)
    if (waitMs > 0)
      throw new DeskFailure(
        429,
        'rate_limited',
        'Too many requests at once; wait a moment.',
        {},
        {
          'retry-after': String(Math.ceil(waitMs / 1000)),
        },
      )
    return next()
  }
}

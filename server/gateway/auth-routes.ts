import type { BlockList } from 'node:net'
import { Hono } from 'hono'
import type { Context } from 'hono'
import type { ContentfulStatusCode } from 'hono/utils/http-status'
import type { Clock } from '../tenant/clock.ts'
import type { DeskEnv } from './context.ts'
import { clientAddress } from './client-address.ts'
import type { Cookies } from './cookies.ts'
import { queryOf } from './desk-routes.ts'
import { rawTarget } from './host-check.ts'
import type { Logins, ReturnedLogin } from './logins.ts'
import { messagePage } from './message-page.ts'
import { returnPath } from './return-to.ts'
import { identify } from './session-profile.ts'
import { TooManySessions, sha256 } from './sessions.ts'
import type { Sessions } from './sessions.ts'
import { OAuthFailure } from './tenant-oauth.ts'
import type { TenantOAuth } from './tenant-oauth.ts'
import { WindowCounter } from './window-counter.ts'

const SIGN_INS_PER_MINUTE = 20
const MINUTE_MS = 60_000
/** A browser keeps a cookie for each sign-in it has begun; beyond this many they are cleared, so that headers stay small. */
const MOST_BEGUN = 5

interface Options {
  readonly publicUrl: URL
  readonly cookies: Cookies
  readonly logins: Logins
  readonly sessions: Sessions
  readonly oauth: TenantOAuth
  readonly clock: Clock
  readonly loginLifeMs: number
  /** Who may say for whom a request comes. */
  readonly trustedProxies: BlockList
  /** Told when somebody has signed in: what waited for them may go on. */
  readonly onSignedIn: () => void
}

const AGAIN = 'Sign in again'

function sayNo(c: Context<DeskEnv>, status: ContentfulStatusCode, title: string, text: string, returnTo = '/inbox') {
  return messagePage(c, {
    status,
    title,
    text,
    link: { href: `/auth/sign-in?return_to=${encodeURIComponent(returnTo)}`, text: AGAIN },
  })
}

function tenantTrouble(c: Context<DeskEnv>, error: unknown, returnTo: string) {
  if (!(error instanceof OAuthFailure)) throw error
  if (error.kind === 'refused')
    return sayNo(
      c,
      502,
      'The sign-in did not work',
      'SailPoint’s answer could not be used, so nobody has been signed in.',
      returnTo,
    )
  return sayNo(c, 502, 'SailPoint cannot be reached', 'The tenant did not answer. Try again in a moment.', returnTo)
}

/** Query keys given more than once could mean one thing to us and another to somebody else. */
const hasDuplicates = (query: URLSearchParams): boolean => [...query.keys()].length !== new Set(query.keys()).size

/** `GET /auth/sign-in` and `GET /auth/callback`: authorization code with PKCE, to a session. */
export function createAuthRoutes(options: Options): Hono<DeskEnv> {
  const { publicUrl, cookies, logins, sessions, oauth } = options
  const attempts = new WindowCounter(SIGN_INS_PER_MINUTE, MINUTE_MS, options.clock)
  const app = new Hono<DeskEnv>()

  app.get('/sign-in', async (c) => {
    c.set('route', 'sign-in')
    const query = queryOf(rawTarget(c))
    if (hasDuplicates(query) || [...query.keys()].some((name) => name !== 'return_to'))
      return sayNo(c, 400, 'That link is not right', 'It does not lead to the sign-in of Countersign.')
    const returnTo = returnPath(query.get('return_to') ?? undefined, publicUrl)
    const waitMs = attempts.take(
      clientAddress(c.env.incoming.socket.remoteAddress, c.req.header('x-forwarded-for'), options.trustedProxies),
    )
    if (waitMs > 0) {
      c.header('retry-after', String(Math.ceil(waitMs / 1000)))
      return sayNo(c, 429, 'Too many sign-ins', 'Many sign-ins came from your address. Wait a minute, then try again.', returnTo)
    }
    try {
      const begun = await logins.begin(returnTo, (await currentSession(c)) ?? null)
      const target = await oauth.authorizeUrl(begun.state, begun.verifier)
      const earlier = cookies.loginNames(c)
      if (earlier.length >= MOST_BEGUN) for (const name of earlier) cookies.clearLogin(c, name)
      cookies.setLogin(c, cookies.loginName(begun.stateHash), begun.browserValue, options.loginLifeMs)
      return c.redirect(target.href, 302)
    } catch (error) {
      return tenantTrouble(c, error, returnTo)
    }
  })

  app.get('/callback', async (c) => {
    c.set('route', 'callback')
    const query = queryOf(rawTarget(c))
    const login = hasDuplicates(query) ? undefined : await takeLogin(c, query.get('state') ?? '')
    if (!login)
      return sayNo(c, 400, 'This sign-in is no longer valid', 'It was used already, took too long, or began in another browser.')
    if (query.has('error')) {
      const cancelled = query.get('error') === 'access_denied'
      const text = cancelled ? 'The sign-in was cancelled.' : 'SailPoint did not sign you in.'
      return sayNo(c, 400, 'You are not signed in', text, login.returnTo)
    }
    try {
      return await finish(c, login, query)
    } catch (error) {
      if (error instanceof TooManySessions)
        return sayNo(c, 503, 'Countersign is full', 'Too many people are signed in. Try again later.', login.returnTo)
      return tenantTrouble(c, error, login.returnTo)
    }
  })

  async function currentSession(c: Context<DeskEnv>): Promise<string | undefined> {
    const value = cookies.read(c, cookies.sessionName)
    return value === undefined ? undefined : (await sessions.find(value, true))?.id
  }

  async function takeLogin(c: Context<DeskEnv>, state: string): Promise<ReturnedLogin | undefined> {
    if (state === '') return undefined
    const stateHash = sha256(state)
    const name = cookies.loginName(stateHash)
    const browserValue = cookies.read(c, name)
    if (browserValue === undefined) return undefined
    cookies.clearLogin(c, name)
    return logins.take(stateHash, browserValue)
  }

  async function finish(c: Context<DeskEnv>, login: ReturnedLogin, query: URLSearchParams): Promise<Response> {
    // The state was found right by its hash; the library holds `iss` and the code's answer against what we know.
    const grant = await oauth.exchange(query, query.get('state') ?? '', login.verifier)
    const who = identify(await oauth.info(), grant, await oauth.userInfo(grant.accessToken))
    if (!who) {
      if (grant.refreshToken !== null) await oauth.revoke(grant.refreshToken)
      return sayNo(
        c,
        403,
        'You are not signed in',
        'SailPoint did not say who you are; this account is not a person’s.',
        login.returnTo,
      )
    }
    const before = await currentSession(c)
    const value = await sessions.start(who.user, who.profile, grant)
    for (const old of new Set([login.replaces, before])) if (old) await sessions.end(old)
    cookies.setSession(c, value)
    const { name, authorities } = who.profile
    c.set('signedIn', { ...who.user, userName: name, authorities, sessionId: sha256(value) })
    options.onSignedIn()
    return c.redirect(login.returnTo, 302)
  }

  return app
}

import { Hono } from 'hono'
import type { ContentfulStatusCode } from 'hono/utils/http-status'
import type { Config } from '../config.ts'
import { DeskFailure } from '../desk-failure.ts'
import { SessionStore } from '../store/sessions.ts'
import type { Store } from '../store/store.ts'
import type { TenantClient } from '../tenant/call.ts'
import type { Clock } from '../tenant/clock.ts'
import { createAuthRoutes } from './auth-routes.ts'
import type { DeskEnv } from './context.ts'
import { Cookies } from './cookies.ts'
import { describedOnly, notFound } from './desk-routes.ts'
import { guard } from './guard.ts'
import { createHealthRoutes } from './health-routes.ts'
import { hostCheck, plainTarget } from './host-check.ts'
import { Logins } from './logins.ts'
import type { PageFiles } from './page-files.ts'
import { packedAnswers } from './packed-answers.ts'
import { createPageShell } from './page-shell.ts'
import { createReadProxy } from './read-proxy.ts'
import { describeFault, requestLog } from './request-log.ts'
import type { Log } from './request-log.ts'
import type { SecretBox } from './secret-box.ts'
import { securityHeaders } from './security-headers.ts'
import { createSessionRoutes } from './session-routes.ts'
import type { OpenEntries } from './session-routes.ts'
import { Sessions } from './sessions.ts'
import { TenantOAuth } from './tenant-oauth.ts'

export interface GatewayDeps {
  readonly config: Config
  readonly store: Store
  readonly box: SecretBox
  readonly tenant: TenantClient
  /** For the tenant's OAuth server only. */
  readonly fetch: typeof globalThis.fetch
  readonly clock: Clock
  readonly random: (bytes: number) => Uint8Array
  /** 0 ≤ n < 1. */
  readonly chance: () => number
  readonly log: Log
  readonly page: PageFiles
}

/** What the gateway needs of the rest: its routes (mounted at `/desk`), and to ask and tell the runs a little. */
export interface RunsSide {
  readonly routes: Hono<DeskEnv>
  readonly openEntries: OpenEntries
  /** Somebody signed in: entries that waited for them may go on. */
  readonly wake: () => void
}

/** The signed-in side of the server: it exists before the runs do, because they draw their tokens from it. */
export function createSessions(deps: GatewayDeps): { readonly sessions: Sessions; readonly oauth: TenantOAuth } {
  const { config, clock, random, box } = deps
  const oauth = new TenantOAuth({
    tenantUrl: config.tenantUrl,
    client: config.client,
    redirectUri: new URL('/auth/callback', config.publicUrl),
    fetch: deps.fetch,
    clock,
  })
  return {
    oauth,
    sessions: new Sessions({ store: new SessionStore(deps.store), box, oauth, limits: config.sessions, clock, random }),
  }
}

/** Everything the browser can reach. A request meets, in this order: log, headers, host, plain target, and then one of the parts below. */
export function createGateway(
  deps: GatewayDeps,
  { sessions, oauth }: ReturnType<typeof createSessions>,
  runs: RunsSide,
  isStopping: () => boolean,
): Hono<DeskEnv> {
  const { config, clock, random, log } = deps
  const { publicUrl } = config
  const cookies = new Cookies(publicUrl)
  const logins = new Logins({
    store: new SessionStore(deps.store),
    box: deps.box,
    lifeMs: config.sessions.loginMs,
    clock,
    random,
  })
  const app = new Hono<DeskEnv>()

  app.use(requestLog({ log, clock, random }), securityHeaders({ publicUrl, random }), hostCheck(publicUrl), plainTarget())

  app.route('/desk/health', createHealthRoutes({ store: deps.store, isStopping }))
  app.route(
    '/auth',
    createAuthRoutes({
      publicUrl,
      cookies,
      logins,
      sessions,
      oauth,
      clock,
      loginLifeMs: config.sessions.loginMs,
      trustedProxies: config.trustedProxies,
      onSignedIn: runs.wake,
    }),
  )
  const guarded = guard({ publicUrl, cookies, sessions, clock })
  for (const tree of ['/api/*', '/desk/*']) app.use(tree, packedAnswers(), guarded)
  app.route('/api', createReadProxy({ sessions, tenant: deps.tenant, clock, chance: deps.chance }))
  app.use('/desk/*', describedOnly())
  app.route('/desk', createSessionRoutes({ cookies, sessions, openEntries: runs.openEntries }))
  app.route('/desk', runs.routes)
  app.all('/desk/*', () => {
    throw notFound()
  })
  app.route('/', createPageShell(deps.page))

  app.onError((error, c) => {
    if (error instanceof DeskFailure) {
      for (const [name, value] of Object.entries(error.headers)) c.header(name, value)
      return c.json(error.body, asContentful(error.status))
    }
    log({ level: 'error', requestId: c.get('requestId'), ...describeFault(error) })
    return c.json({ code: 'internal', message: 'Something went wrong here.', sent: 'unknown' }, 500)
  })
  return app
}

/** Refusals always carry a body; anything outside their range is a fault of ours. */
const isRefusal = (status: number): status is ContentfulStatusCode => status >= 400 && status <= 599
const asContentful = (status: number): ContentfulStatusCode => (isRefusal(status) ? status : 500)

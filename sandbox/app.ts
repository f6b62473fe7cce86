import type { HttpBindings } from '@hono/node-server'
import { Hono } from 'hono'
import type { SandboxConfig } from './config.ts'
import type { SandboxDeps, TenantDeps } from './deps.ts'
import { Api, respond } from './http/api.ts'
import { errorBody, newTrackingId } from './http/errors.ts'
import { ConnectionCut, Faults, underFault } from './http/faults.ts'
import { SlidingWindow } from './http/limiter.ts'
import { identityHandlers } from './identities/handlers.ts'
import { createOAuth } from './oauth/app.ts'
import { Tokens } from './oauth/tokens.ts'
import { createPages } from './pages/app.ts'
import { seedObjectsIfMissing } from './seed/objects.ts'
import { seedIfEmpty } from './seed/seed.ts'
import { listTaskStatus, taskHandlers } from './tasks/handlers.ts'
import { TestControls } from './test-controls.ts'
import { createTestMode } from './test-mode.ts'
import { workItemHandlers } from './work-items/handlers.ts'

/** In-process there are no bindings, hence Partial. */
type Env = { Bindings: Partial<HttpBindings> }

export interface Sandbox {
  readonly app: Hono<Env>
  /** Closes the store; the app must get no request after that. */
  close(): Promise<void>
}

const RATE_WINDOW_MS = 10_000
const OAUTH_OPERATIONS: Readonly<Record<string, string>> = {
  '/oauth/info': 'oauthInfo',
  '/oauth/token': 'oauthToken',
  '/oauth/userinfo': 'oauthUserinfo',
}

const bindingsOf = ({ incoming, outgoing }: Partial<HttpBindings> = {}): HttpBindings | undefined =>
  incoming && outgoing ? { incoming, outgoing } : undefined

/** Composes the tenant on an open store, seeding it when it is empty. Opens no port. */
export async function createSandbox(config: SandboxConfig, deps: SandboxDeps): Promise<Sandbox> {
  const { store, random } = deps
  const controls = await TestControls.load(store, config.testMode)
  const clock = () => deps.clock() + controls.skew
  const tenant: TenantDeps = { store, random, clock, isNaive: () => controls.isNaive }
  await seedIfEmpty(store, { seed: config.seed, identities: config.identities, openItems: config.openItems, now: clock() })
  await seedObjectsIfMissing(store)
  const tokens = await Tokens.create(config, tenant)
  const api = new Api({
    handlers: { ...workItemHandlers(tenant), ...identityHandlers(tenant), ...taskHandlers(tenant) },
    listTasks: (query) => listTaskStatus(tenant, query),
    authenticate: (token) => tokens.verify(token),
    limiter: new SlidingWindow(config.rateLimit, RATE_WINDOW_MS),
    clock,
  })
  const faults = new Faults()
  const app = new Hono<Env>()
  app.onError((error) => {
    if (error instanceof ConnectionCut) throw error
    const id = newTrackingId()
    process.stderr.write(`${JSON.stringify({ level: 'error', trackingId: id, text: error.message })}\n`)
    return respond(
      { status: 500, body: errorBody({ detailCode: '500.0 Internal Fault', message: 'An internal fault occurred.' }, id) },
      id,
    )
  })

  if (config.testMode) {
    app.use('/oauth/*', async (c, next) => {
      const fault = faults.next(OAUTH_OPERATIONS[c.req.path] ?? c.req.path)
      if (!fault) return next()
      const disturbed = await underFault(fault, async () => (await next(), c.res), bindingsOf(c.env))
      // What the undisturbed call answered is there already, and would go before what is returned.
      c.res = undefined
      c.res = disturbed
    })
    app.route('/_sandbox', createTestMode(tenant, faults, controls))
  }
  app.route('/oauth', createOAuth(config, tenant, tokens))
  app.route('/', createPages(tenant))
  app.all('*', async (c) => {
    const request = c.req.raw
    const target = api.target(request.method, new URL(request.url).pathname)
    if (!target) {
      const id = newTrackingId()
      return respond(
        { status: 404, body: errorBody({ detailCode: '404 Not found', message: 'There is nothing at this path.' }, id) },
        id,
      )
    }
    const fault = target.match.kind === 'operation' && config.testMode ? faults.next(target.match.route.operation.id) : undefined
    const proceed = () => api.answer(target, request)
    return fault ? underFault(fault, proceed, bindingsOf(c.env)) : proceed()
  })

  return { app, close: () => store.destroy() }
}

import { Hono } from 'hono'
import type { Fetch } from '#platform/http.ts'
import type { Config } from './config.ts'
import { createAdministratorCheck } from './gateway/administrator.ts'
import type { DeskEnv } from './gateway/context.ts'
import { createGateway, createSessions } from './gateway/gateway.ts'
import type { PageFiles } from './gateway/page-files.ts'
import type { Log } from './gateway/request-log.ts'
import { SecretBox } from './gateway/secret-box.ts'
import { createPreferenceRoutes } from './preferences/routes.ts'
import { createReceiptRoutes } from './receipts/routes.ts'
import { createClockRoutes } from './runs/clock-routes.ts'
import { createOutcomeRoutes } from './runs/outcome-routes.ts'
import { createRunRoutes } from './runs/routes.ts'
import { createRunner } from './runs/runner.ts'
import { createRunService } from './runs/service.ts'
import { createPreferenceStore } from './store/preferences.ts'
import { createReceiptStore } from './store/receipts.ts'
import { createRunStore } from './store/runs.ts'
import type { Store } from './store/store.ts'
import { createTenantClient, WRITE_TIMEOUT_MS } from './tenant/client.ts'
import type { Clock } from './tenant/clock.ts'
import { createLimiter } from './tenant/limiter.ts'
import { budgetOf } from './tenant/path-styles.ts'

export interface AppDeps {
  readonly store: Store
  /** Names this server in leases: the same after a restart. */
  readonly serverId: string
  /** The first seals, all open; 32 bytes each. */
  readonly secretKeys: readonly [Buffer, ...Buffer[]]
  readonly fetch: typeof globalThis.fetch
  readonly clock: Clock
  readonly random: (bytes: number) => Uint8Array
  /** 0 ≤ n < 1, for jitter. */
  readonly chance: () => number
  readonly log: Log
  readonly page: PageFiles
}

export interface App {
  readonly fetch: Fetch
  /** Takes up the runs that an earlier process left. */
  start(): Promise<void>
  /** From now on not ready: a load balancer sends nobody here any more. */
  beginStopping(): void
  /** Ends the runner; the store stays open for whoever opened it. */
  stop(): Promise<void>
}

/** Puts the server together without listening and without reading the environment. */
export function createApp(config: Config, deps: AppDeps): App {
  const { store, clock } = deps
  const limiter = createLimiter({ clock, random: deps.chance })
  const tenant = createTenantClient({
    apiUrl: config.tenantUrl,
    pathStyle: config.pathStyle,
    fetch: deps.fetch,
    clock,
    limiter,
  })
  const gateway = { ...deps, config, tenant, box: new SecretBox(deps.secretKeys) }
  const signedIn = createSessions(gateway)
  const runStore = createRunStore(store)
  const receipts = createReceiptStore(store)
  const runner = createRunner({
    store: runStore,
    tenant,
    tokens: signedIn.sessions,
    clock,
    random: deps.chance,
    runnerId: deps.serverId,
    writeTimeoutMs: WRITE_TIMEOUT_MS,
    // All decisions are operations of one version, and all actions of one, so they share two budgets (or one).
    paceWaitMs: (kind) => limiter.waitMs(budgetOf(config.pathStyle, kind === 'decision' ? 'completeWorkItem' : 'resetIdentity')),
  })
  const service = createRunService({ store: runStore, runner, clock })
  const routes = new Hono<DeskEnv>()
    .route('/', createRunRoutes(service))
    .route('/', createOutcomeRoutes({ store: runStore, tenant, sessions: signedIn.sessions }))
    .route('/', createClockRoutes({ store: runStore, tenant, sessions: signedIn.sessions, clock }))
    .route('/', createReceiptRoutes(receipts, createAdministratorCheck({ ...signedIn, clock })))
    .route('/', createPreferenceRoutes({ store: createPreferenceStore(store), clock }))
  let stopping = false
  const app = createGateway(gateway, signedIn, { routes, openEntries: service, wake: () => runner.wake() }, () => stopping)
  return {
    fetch: (request, bindings) => app.fetch(request, bindings),
    start: async () => {
      await receipts.sealEnded()
      await runner.start()
    },
    beginStopping: () => {
      stopping = true
    },
    stop: () => runner.stop(),
  }
}

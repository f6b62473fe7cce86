/** Store, limiter, client, runner, service and routes put together as the server does, over a tenant of the test's; test support. */
import { Hono } from 'hono'
import type { Kysely } from 'kysely'
import type { ContentfulStatusCode } from 'hono/utils/http-status'
import { migrate } from '#platform/migrate.ts'
import { openSqlite } from '#platform/sqlite.ts'
import { DeskFailure } from '../../desk-failure.ts'
import type { OwnSessions } from '../../gateway/as-user.ts'
import type { AdministratorCheck } from '../../gateway/administrator.ts'
import type { DeskEnv, SignedIn } from '../../gateway/context.ts'
import type { Access } from '../../gateway/sessions.ts'
import { createReceiptRoutes } from '../../receipts/routes.ts'
import { createPreferenceRoutes } from '../../preferences/routes.ts'
import { migrations } from '../../store/migrations.ts'
import { createPreferenceStore } from '../../store/preferences.ts'
import { createReceiptStore } from '../../store/receipts.ts'
import { createRunStore } from '../../store/runs.ts'
import type { RunStore } from '../../store/runs.ts'
import type { Schema } from '../../store/schema.ts'
import type { TenantClient } from '../../tenant/call.ts'
import { createTenantClient } from '../../tenant/client.ts'
import type { Clock } from '../../tenant/clock.ts'
import { createLimiter } from '../../tenant/limiter.ts'
import type { PaceLimit } from '../../tenant/pace.ts'
import type { TokenSource } from '../../tenant/token-source.ts'
import type { DecisionDraft, EntryDraft, RunDraft } from '../decision.ts'
import type { RunView } from '../entry-view.ts'
import { createClockRoutes } from '../clock-routes.ts'
import { createOutcomeRoutes } from '../outcome-routes.ts'
import { createRunRoutes } from '../routes.ts'
import { createRunner } from '../runner.ts'
import type { Runner } from '../runner.ts'
import { createRunService } from '../service.ts'
import type { RunService } from '../service.ts'
import { seenOf } from './tenant-model.ts'
import type { ModelAnswer, ModelItem, TenantModel } from './tenant-model.ts'
import { nextTurn } from './virtual-clock.ts'

export const me: SignedIn = { tenantId: 'acme', userId: 'me', userName: 'Mia Example', authorities: [], sessionId: 's1' }

export interface DeskOptions {
  readonly clock: Clock
  readonly fetch: typeof fetch
  readonly path?: string
  /** A database that is open already and stays so. */
  readonly db?: Kysely<Schema>
  readonly apiUrl?: string
  readonly tokens?: TokenSource
  readonly timeouts?: { readMs: number; writeMs: number }
  /** Another one is another server on the same store. */
  readonly runnerId?: string
  /** The tenant's limit, where it is not ISC's. */
  readonly limit?: PaceLimit
  /** Puts something between the runner and the store. */
  readonly wrapStore?: (store: RunStore) => RunStore
}

export interface Desk {
  readonly store: RunStore
  readonly tenant: TenantClient
  readonly runner: Runner
  readonly service: RunService
  /** As the gateway mounts it, signed in as `me`, or as the user named by the header `X-Test-User`. */
  readonly app: Hono<DeskEnv>
  readonly close: () => Promise<void>
}

export const alwaysSignedIn: TokenSource = {
  tokenFor: (user) => Promise.resolve(`token of ${user.userId}`),
  replace: () => Promise.resolve(null),
}

/** A migrated database; in memory without a path. */
export async function openDatabase(path = ':memory:'): Promise<Kysely<Schema>> {
  const db = openSqlite<Schema>(path)
  await migrate(db, migrations)
  return db
}

/** Sessions named after their user, with nothing behind them but the tokens. */
const sessionsOf = (tokens: TokenSource): OwnSessions => {
  const access = async (userId: string): Promise<Access> => {
    const token = await tokens.tokenFor({ ...me, userId })
    return token === null ? { kind: 'ended' } : { kind: 'token', token }
  }
  return { access, renew: access, end: () => Promise.resolve() }
}

const random = () => 0.5

/** As if the tenant still said what it said at sign-in. */
const isAdministrator: AdministratorCheck = ({ authorities }) => Promise.resolve(authorities.includes('ORG_ADMIN'))

export async function openDesk(options: DeskOptions): Promise<Desk> {
  const db = options.db ?? (await openDatabase(options.path))
  const plain = createRunStore(db, nextTurn)
  const store = options.wrapStore?.(plain) ?? plain
  const { clock } = options
  const limiter = createLimiter({ clock, random, ...(options.limit && { limit: options.limit }) })
  const timeouts = options.timeouts ?? { readMs: 10_000, writeMs: 30_000 }
  const tenant = createTenantClient({
    apiUrl: new URL(options.apiUrl ?? 'http://tenant.test'),
    pathStyle: 'beta',
    fetch: options.fetch,
    clock,
    limiter,
    timeouts,
  })
  const runner = createRunner({
    store,
    tenant,
    tokens: options.tokens ?? alwaysSignedIn,
    clock,
    random,
    runnerId: options.runnerId ?? 'this server',
    writeTimeoutMs: timeouts.writeMs,
    paceWaitMs: (kind) => limiter.waitMs(kind === 'decision' ? 'beta' : 'v2024'),
  })
  const service = createRunService({ store, runner, clock })
  const app = new Hono<DeskEnv>()
  app.use(async (c, next) => {
    const userId = c.req.header('x-test-user') ?? me.userId
    const authorities = c.req.header('x-test-authorities')?.split(',') ?? []
    c.set('signedIn', { ...me, userId, authorities, sessionId: userId })
    await next()
  })
  app.route('/desk', createRunRoutes(service))
  app.route('/desk', createOutcomeRoutes({ store, tenant, sessions: sessionsOf(options.tokens ?? alwaysSignedIn) }))
  app.route('/desk', createClockRoutes({ store, tenant, sessions: sessionsOf(options.tokens ?? alwaysSignedIn), clock }))
  app.route('/desk', createReceiptRoutes(createReceiptStore(db), isAdministrator))
  app.route('/desk', createPreferenceRoutes({ store: createPreferenceStore(db), clock }))
  app.onError((error, c) => {
    if (!(error instanceof DeskFailure)) throw error
    return c.json(error.body, statusOf(error))
  })
  return { store, tenant, runner, service, app, close: () => (options.db ? Promise.resolve() : db.destroy()) }
}

const STATUSES: readonly ContentfulStatusCode[] = [400, 401, 403, 404, 409, 413, 422, 502, 503]
function statusOf(failure: DeskFailure): ContentfulStatusCode {
  const status = STATUSES.find((known) => known === failure.status)
  if (status === undefined) throw new RangeError(`unexpected status ${failure.status}`)
  return status
}

/** A tenant in this process: answers like `model`, unless `plan` has something else in mind for a request. */
export function modelFetch(
  model: TenantModel,
  clock: Clock,
  plan: (
    request: { method: string; path: string; token: string; body: unknown },
    answer: () => ModelAnswer,
  ) => ModelAnswer | Response | Promise<ModelAnswer | Response> = (_, answer) => answer(),
): typeof fetch {
  return async (input, init) => {
    const request = new Request(input, init)
    const { pathname: path, searchParams } = new URL(request.url)
    const text = await request.text()
    const body: unknown = text === '' ? undefined : JSON.parse(text)
    const token = request.headers.get('authorization') ?? ''
    const answered = await abortable(
      init?.signal ?? undefined,
      plan({ method: request.method, path, token, body }, () =>
        path === '/beta/work-items'
          ? model.list(searchParams, clock.monotonic())
          : model.answer(request.method, path, body, clock.monotonic(), request.headers.get('accept-language'), searchParams),
      ),
    )
    return answered instanceof Response ? answered : toResponse(answered)
  }
}

function abortable<Value>(signal: AbortSignal | undefined, value: Value | Promise<Value>): Promise<Value> {
  return new Promise((resolve, reject) => {
    signal?.addEventListener('abort', () => reject(new DOMException('This operation was aborted', 'AbortError')), { once: true })
    Promise.resolve(value).then(resolve, reject)
  })
}

const toResponse = ({ status, body, headers }: ModelAnswer): Response =>
  body === undefined
    ? new Response(null, { status, headers: { ...headers } })
    : new Response(JSON.stringify(body), {
        status,
        headers: { 'content-type': 'application/json', 'slpt-request-id': 'req-1', ...headers },
      })

export const approve = (item: ModelItem, index = 0, ageMs = 1_000): DecisionDraft => ({
  operation: 'approveApprovalItem',
  workItemId: item.id,
  approvalItemId: item.approvalItems[index]?.id ?? 'missing',
  seen: seenOf(item, ageMs),
})

export const forward = (item: ModelItem): DecisionDraft => ({
  operation: 'forwardWorkItem',
  workItemId: item.id,
  body: { targetOwnerId: 'them', comment: 'Yours now.' },
  seen: seenOf(item),
})

export const whole = (
  item: ModelItem,
  operation: 'approveApprovalItemsInBulk' | 'rejectApprovalItemsInBulk' | 'completeWorkItem',
): DecisionDraft => ({
  operation,
  workItemId: item.id,
  seen: seenOf(item),
})

export const draft = (entries: EntryDraft[], holdMs = 0): RunDraft => ({ holdMs, note: null, entries })

/** The decisions among a run's entries. */
export const decisionsOf = ({ entries }: Pick<RunView, 'entries'>) =>
  entries.flatMap((entry) => (entry.kind === 'decision' ? entry : []))

/** An entry of a run of ours as it stands now. */
export const entryOf = async (desk: Desk, runId: string, position = 0) => (await desk.service.get(me, runId)).entries[position]

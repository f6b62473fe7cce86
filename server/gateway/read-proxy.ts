import { Hono } from 'hono'
import type { Context } from 'hono'
import type { ContentfulStatusCode } from 'hono/utils/http-status'
import { operationList, reservedIds } from '#contract/operations.ts'
import type { Operation, OperationId } from '#contract/operations.ts'
import { DeskFailure } from '../desk-failure.ts'
import type { TenantCall, TenantClient, TenantOutcome } from '../tenant/call.ts'
import { pause } from '../tenant/clock.ts'
import type { Clock } from '../tenant/clock.ts'
import { userText } from '../tenant/token-source.ts'
import { hasOlderPath } from '../tenant/path-styles.ts'
import { languageOf } from '../desk-request.ts'
import { answered, asUser, notAsked, unreachable } from './as-user.ts'
import type { DeskEnv } from './context.ts'
import { invalidRequest, notFound, queryOf, wrongMethod } from './desk-routes.ts'
import { rawTarget } from './host-check.ts'
import type { Sessions } from './sessions.ts'
import { matchTemplate } from './templates.ts'

/** Only reads pass, and only those of the contract. */
const reads = operationList.filter((operation) => operation.method === 'GET')

const ID = /^[A-Za-z0-9_-]{1,128}$/
const ATTEMPTS = 3
const RETRY_BASE_MS = 150

/** What a tenant may call a request. */
const REQUEST_ID = /^[A-Za-z0-9_-]{1,128}$/
/** Headers of the tenant's answer that may cross, each with what it may hold. */
const HEADERS: readonly (readonly [name: string, value: RegExp])[] = [
  ['x-total-count', /^\d{1,12}$/],
  ['retry-after', /^\d{1,6}$/],
  ['slpt-request-id', REQUEST_ID],
]

interface Options {
  readonly sessions: Sessions
  readonly tenant: TenantClient
  readonly clock: Clock
  /** 0 ≤ n < 1, for the jitter between tries. */
  readonly chance: () => number
}

interface Read {
  readonly operation: Operation
  readonly path: Readonly<Record<string, string>>
  readonly query: URLSearchParams
}

/** Which read of the contract a raw request target is; raises `DeskFailure` (404, 400) for anything else. */
function readFor(target: string): Read {
  const [whole = ''] = target.split('?')
  const [, root, version, ...rest] = whole.split('/')
  const path = `/${rest.join('/')}`
  for (const operation of reads) {
    if (root !== 'api' || operation.version !== version) continue
    const parameters = matchTemplate(operation.path, path)
    if (!parameters || Object.values(parameters).some((value) => !ID.test(value) || reservedIds.has(value))) continue
    return { operation, path: parameters, query: checkedQuery(operation, queryOf(target)) }
  }
  throw notFound()
}

function checkedQuery(operation: Operation, query: URLSearchParams): URLSearchParams {
  for (const name of new Set(query.keys())) {
    const problem = (message: string) => invalidRequest([{ location: 'query', field: name, message }])
    if (!operation.queryParameters.includes(name)) throw problem('is not known here')
    if (query.getAll(name).length > 1) throw problem('must be given once')
    // eslint-disable-next-line no-control-regex
    if (/[\u0000-\u001f\u007f]/.test(query.get(name) ?? '')) throw problem('must not hold control characters')
  }
  return query
}

const isWorthAnotherTry = (outcome: TenantOutcome): boolean =>
  (outcome.kind === 'answer' && outcome.status >= 500) || (outcome.kind === 'unknown' && outcome.reason === 'reset')

/** `GET /api/{beta,v2024}/…`: the 12 reads of the contract for the signed-in user, and nothing else. */
export function createReadProxy(options: Options): Hono<DeskEnv> {
  const app = new Hono<DeskEnv>()
  /** Operations that this tenant has turned out to keep at their older path. */
  const atOlderPath = new Set<OperationId>()

  app.all('*', async (c) => {
    const read = readFor(rawTarget(c))
    c.set('route', read.operation.id)
    if (c.req.method !== 'GET') throw wrongMethod(['GET'])
    const outcome = await asUser(options.sessions, c.get('signedIn').sessionId, (token) => readAnywhere(c, read, token))
    return answer(c, read.operation.id, outcome, options)
  })

  /** Some tenants have an operation at an older path: a 404 at one is asked again at the other, and what worked is remembered. */
  async function readAnywhere(c: Context<DeskEnv>, read: Read, accessToken: string): Promise<TenantOutcome> {
    const { id } = read.operation
    const older = atOlderPath.has(id)
    const outcome = await readPatiently(c, read, accessToken, older)
    if (!hasOlderPath(id) || !answered(outcome, 404)) return outcome
    const other = await readPatiently(c, read, accessToken, !older)
    if (!answered(other, 200)) return outcome
    if (older) atOlderPath.delete(id)
    else atOlderPath.add(id)
    return other
  }

  /** A read may be repeated: it changes nothing (promise T4). */
  async function readPatiently(
    c: Context<DeskEnv>,
    read: Read,
    accessToken: string,
    atOlderPath: boolean,
  ): Promise<TenantOutcome> {
    const language = languageOf(c)
    const call: TenantCall = {
      operation: read.operation.id,
      path: read.path,
      query: read.query,
      atOlderPath,
      accessToken,
      ...(language !== null && { acceptLanguage: language }),
      // What the page asks for by itself goes before bulk, but keeps nothing free for people.
      priority: c.req.header('x-background') === '1' ? 'single' : 'read',
      sharer: userText(c.get('signedIn')),
      signal: c.req.raw.signal,
    }
    for (let attempt = 1; ; attempt++) {
      const outcome = await options.tenant.call(call)
      if (attempt === ATTEMPTS || !isWorthAnotherTry(outcome) || c.req.raw.signal.aborted) return outcome
      await pause(options.clock, RETRY_BASE_MS * attempt * (1 + options.chance()), c.req.raw.signal)
    }
  }

  return app
}

/** Where the tenant documents an empty body as an answer: of an uncorrelated identity that owns nothing. */
const mayBeEmpty: ReadonlySet<OperationId> = new Set(['getIdentityOwnershipDetails'])

/** The tenant's answer, put together anew: its status, its JSON as it came, the headers of the list, nothing else of it. */
function answer(c: Context<DeskEnv>, operation: OperationId, outcome: TenantOutcome, { tenant }: Options): Response {
  if (outcome.kind === 'not-sent') throw notAsked(outcome, tenant)
  if (outcome.kind === 'unknown') {
    if (outcome.reason === 'timeout') throw new DeskFailure(504, 'tenant_timeout', 'SailPoint took too long to answer.')
    if (outcome.reason === 'reset' || outcome.reason === 'aborted') throw unreachable()
    throw unreadable(outcome.requestId)
  }
  const { status } = outcome
  // A refusal says enough by its status.
  const body = outcome.body ?? (status >= 400 ? {} : mayBeEmpty.has(operation) ? null : undefined)
  if (!isShown(status) || body === undefined) throw unreadable(outcome.headers['slpt-request-id'])
  for (const [name, pattern] of HEADERS) {
    const value = outcome.headers[name]
    if (value !== undefined && pattern.test(value)) c.header(name, value)
  }
  c.header('content-type', 'application/json; charset=utf-8')
  // Nothing was changed in it, and to write 250 work items out again takes as long as to read them.
  return c.body(body === outcome.body && outcome.bytes ? outcome.bytes : JSON.stringify(body), status)
}

const unreadable = (requestId: string | undefined) =>
  new DeskFailure(
    502,
    'tenant_unreadable',
    'SailPoint answered with something that cannot be read.',
    requestId !== undefined && REQUEST_ID.test(requestId) ? { trackingId: requestId } : {},
  )

/** Statuses that carry a body to show: success with content, and refusals. */
const isShown = (status: number): status is ContentfulStatusCode => status === 200 || (status >= 400 && status <= 599)

import { isRecord } from '#contract/json.ts'
import type { Checked } from '#platform/openapi.ts'
import { mayCall } from '../authorization.ts'
import { taskListDocument } from '../tasks/list-document.ts'
import { bearerToken } from '../oauth/userinfo.ts'
import { ApiFault, OtherRefusal, badRequest, errorBody, forbidden, newTrackingId } from './errors.ts'
import type { Call, Caller, Handlers, ServedOperationId, ServedOperations } from './handlers.ts'
import type { SlidingWindow } from './limiter.ts'
import { readJsonBody } from './read-body.ts'
import type { Match, Route } from './routes.ts'
import { contractRoutes, matchRoute, routesOf } from './routes.ts'

export interface ApiDeps {
  handlers: Handlers<ServedOperations>
  /** `GET /task-status` with its checked query. */
  listTasks: (query: Readonly<Record<string, unknown>>) => Promise<{ body: unknown; total?: number }>
  /** Who a bearer token belongs to, or why it is no good. */
  authenticate: (token: string) => Promise<Caller | { refused: string }>
  limiter: SlidingWindow
  clock: () => number
}

interface Outcome {
  status: number
  /** `undefined` is an empty body. */
  body: unknown
  headers?: Readonly<Record<string, string>>
}

type Served = (
  route: Route,
  input: { path: Readonly<Record<string, string>>; request: Request; caller: Caller },
) => Promise<Outcome>

/** The vendor's SDK sends `{}` where a body is optional and none is given, and tenants take it. */
function withoutPlaceholder({ operation }: Route, body: unknown): unknown {
  return operation.takesBody && !operation.bodyRequired && isRecord(body) && Object.keys(body).length === 0 ? undefined : body
}

/** What the contract's validators found, in one sentence of reasonable length. */
const say = (checks: ReadonlyArray<Checked<unknown>>): string =>
  checks
    .flatMap((check) => (check.ok ? [] : check.problems))
    .map(({ location, field, message }) => `${[location, field].filter(Boolean).join(' ')} ${message}`)
    .join('; ')
    .slice(0, 1000)

/** A request whose parts all passed the contract's validators has the type the contract declares. */
function fits<Id extends ServedOperationId>(
  _call: { caller: Caller; path: unknown; query: unknown; body: unknown },
  checks: ReadonlyArray<Checked<unknown>>,
): _call is Call<ServedOperations[Id]> {
  return checks.every((check) => check.ok)
}

const valueOf = (check: Checked<unknown>): unknown => (check.ok ? check.value : undefined)

/** Parameters a tenant ignores although no document knows them: clients have sent `sorters` on work items for years. */
function withoutTolerated(route: Route, query: URLSearchParams): URLSearchParams {
  if (route.segments[0] !== 'work-items') return query
  const kept = new URLSearchParams(query)
  kept.delete('sorters')
  return kept
}

function serve<Id extends ServedOperationId>(id: Id, handler: Handlers<ServedOperations>[Id]): Served {
  return async (route, input) => {
    const { request, caller } = input
    if (!mayCall(id, caller)) throw forbidden()
    const { operation } = route
    const path = operation.checkPath(input.path)
    const query = operation.checkQuery(withoutTolerated(route, new URL(request.url).searchParams))
    const body = operation.checkBody(withoutPlaceholder(route, await readJsonBody(request)))
    const call = { path: valueOf(path), query: valueOf(query), body: valueOf(body), caller }
    if (!fits<Id>(call, [path, query, body])) throw badRequest(say([path, query, body]))
    const reply = await handler(call)
    return {
      status: reply.status ?? 200,
      body: reply.body,
      headers: reply.total === undefined ? {} : { 'X-Total-Count': String(reply.total) },
    }
  }
}

/** `GET /task-status` is no operation of our contract, but other clients of a tenant use it; whoever may follow a task may list them. */
function serveTaskList(list: ApiDeps['listTasks']): Served {
  return async ({ operation }, { request, caller }) => {
    if (!mayCall('getTaskStatus', caller)) throw forbidden()
    const query = operation.checkQuery(new URL(request.url).searchParams)
    if (!query.ok) throw badRequest(say([query]))
    const { body, total } = await list(query.value)
    return { status: 200, body, headers: total === undefined ? {} : { 'X-Total-Count': String(total) } }
  }
}

/** A refusal that the contract declares without a body (403 and 404 of a task) goes out without one. */
function asDeclared({ match }: Target, outcome: Outcome): Outcome {
  if (match.kind !== 'operation') return outcome
  const isBare = match.route.operation.checkResponse(outcome.status, undefined).length === 0
  return isBare ? { ...outcome, body: undefined } : outcome
}

const VERSIONS = ['beta', 'v2024', 'v2025']

/** Where a request leads: its API version and what of the contract it names. */
export interface Target {
  readonly version: string
  readonly match: Match
}

/** The work item and identity operations below each version. */
export class Api {
  readonly #routes: readonly Route[]
  readonly #served: ReadonlyMap<string, Served>
  readonly #deps: ApiDeps

  constructor(deps: ApiDeps) {
    this.#deps = deps
    const ids = Object.keys(deps.handlers).filter((id): id is ServedOperationId => Object.hasOwn(deps.handlers, id))
    const served = ids.map((id) => [id, serve(id, deps.handlers[id])] as const)
    this.#served = new Map([...served, ['getTaskStatusList', serveTaskList(deps.listTasks)]])
    this.#routes = [...contractRoutes(), ...routesOf([taskListDocument])]
  }

  /** Resolves a method and an undecoded path such as `/beta/work-items/…`; undefined when it is not below a version. */
  target(method: string, pathname: string): Target | undefined {
    const version = VERSIONS.find((name) => pathname.startsWith(`/${name}/`))
    return version === undefined
      ? undefined
      : { version, match: matchRoute(this.#routes, method, pathname.slice(version.length + 1)) }
  }

  /** Answers one request; never rejects. Every answer carries its request id. */
  async answer(target: Target, request: Request): Promise<Response> {
    const trackingId = newTrackingId()
    const outcome = await this.#outcome(target, request).catch((error: unknown) =>
      asDeclared(target, outcomeOf(error, trackingId)),
    )
    return respond(outcome, trackingId)
  }

  async #outcome({ version, match }: Target, request: Request): Promise<Outcome> {
    if (match.kind === 'unknown') throw new ApiFault(404, '404 Not found', 'There is nothing at this path.')
    if (match.kind === 'other-method') {
      throw new ApiFault(405, '405 Method not allowed', 'The path does not take this method.', { Allow: match.allow.join(', ') })
    }
    const { route } = match
    const caller = await this.#deps.authenticate(bearerToken(request.headers.get('authorization') ?? undefined))
    if ('refused' in caller) return { status: 401, body: { error: caller.refused } }
    const admission = this.#deps.limiter.take(`${caller.clientId} ${version}`, this.#deps.clock())
    if (!admission.admitted) {
      const headers = { 'Retry-After': String(admission.retryAfterSeconds) }
      return { status: 429, body: { message: 'Rate limit exceeded.' }, headers }
    }
    // The beta documents know no such header on these operations, and the vendor's beta SDK does not send it.
    if (route.experimental && version !== 'beta' && request.headers.get('x-sailpoint-experimental') !== 'true') {
      return { status: 400, body: { error: 'Experimental Header is missing or invalid.' } }
    }
    const served = this.#served.get(route.operation.id)
    if (!served) throw new ApiFault(404, '404 Not found', 'There is nothing at this path.')
    const outcome = await served(route, { path: match.path, request, caller })
    return route.deprecated && version === 'beta'
      ? { ...outcome, headers: { ...outcome.headers, 'X-Deprecated': 'true' } }
      : outcome
  }
}

function outcomeOf(error: unknown, trackingId: string): Outcome {
  if (error instanceof ApiFault) return { status: error.status, body: errorBody(error, trackingId), headers: error.headers }
  if (error instanceof OtherRefusal) return error
  const text = error instanceof Error ? (error.stack ?? error.message) : String(error)
  process.stderr.write(`${JSON.stringify({ level: 'error', trackingId, text })}\n`)
  return {
    status: 500,
    body: errorBody({ detailCode: '500.0 Internal Fault', message: 'An internal fault occurred.' }, trackingId),
  }
}

/** An outcome as a response, with the headers every answer of the tenant carries. */
export function respond({ status, body, headers }: Outcome, trackingId: string): Response {
  const all = { 'cache-control': 'no-store', 'x-content-type-options': 'nosniff', 'SLPT-Request-ID': trackingId, ...headers }
  if (body === undefined) return new Response(null, { status, headers: all })
  return new Response(JSON.stringify(body), { status, headers: { 'content-type': 'application/json', ...all } })
}

import { filledTextOf, isRecord } from '#contract/json.ts'
import { operations } from '#contract/operations.ts'
import { readRetryAfter } from '#contract/tenant-error.ts'
import { readBody } from './answer-body.ts'
import type { BodyRead } from './answer-body.ts'
import type { TenantCall, TenantClient, TenantNotSent, TenantOutcome } from './call.ts'
import { Circuit } from './circuit.ts'
import type { Clock } from './clock.ts'
import type { Limiter, Place } from './limiter.ts'
import { OwnPace } from './own-pace.ts'
import { budgetOf, tenantUrl } from './path-styles.ts'
import type { PathStyle } from './path-styles.ts'

/** How long an answer may take, to its last byte (promise T3). */
const READ_TIMEOUT_MS = 10_000
export const WRITE_TIMEOUT_MS = 30_000

/** Response headers that are anybody's business (promise S9). */
const PASSED_HEADERS = ['content-type', 'x-total-count', 'retry-after', 'slpt-request-id']

/** How long everybody waits after a 429 that does not say (ms). */
const UNSAID_RETRY_MS = 5_000

export interface TenantClientDeps {
  /** Origin of the tenant's API. */
  readonly apiUrl: URL
  readonly pathStyle: PathStyle
  /** Node's own, or a test's. Must not retry by itself; Node's does not (measured: a dead kept-alive connection fails a POST once). */
  readonly fetch: typeof fetch
  readonly clock: Clock
  readonly limiter: Limiter
  readonly timeouts?: { readonly readMs: number; readonly writeMs: number }
}

/** The only way to the tenant's API: one call is at most one request on the wire. */
export function createTenantClient(deps: TenantClientDeps): TenantClient {
  const circuit = new Circuit()
  const ownPace = new OwnPace()
  const now = () => deps.clock.monotonic()
  return {
    down: () => circuit.down(now()),
    call: async (call) => {
      const url = tenantUrl(deps.apiUrl, deps.pathStyle, call.operation, call.path, call.query, call.atOlderPath)
      const request = { method: operations[call.operation].method, ...contentOf(call) }
      const isRead = request.method === 'GET'
      const outage = circuit.down(now())
      if (outage && (!isRead || outage.retryInMs > 0)) return notSent('circuit')
      const ticket = { priority: call.priority, sharer: call.sharer ?? '' }
      const place = await deps.limiter.enter(budgetOf(deps.pathStyle, call.operation), ticket, call.signal)
      if (place === 'full') return notSent('busy')
      if (!place) return notSent('aborted-before-send')
      const leave = circuit.mayLeave(now(), isRead)
      let outcome: TenantOutcome | undefined
      try {
        if (leave === 'no') return notSent('circuit')
        if (call.beforeSend && !(await call.beforeSend())) return notSent('aborted-before-send')
        outcome = await send({ ...deps, ownPace }, call, url, request, place)
        return outcome
      } finally {
        place.giveBack()
        if (leave !== 'no') tell(circuit, healthOf(outcome, isRead), deps.clock, leave === 'trial')
      }
    },
  }
}

/**
 * What a request says about the tenant as a whole; nothing when it was given up. A read that the tenant itself fails on, with a 500 and
 * its own error body, may be about one work item only and says nothing; a failed write counts, since it leaves a decision in doubt.
 */
function healthOf(outcome: TenantOutcome | undefined, isRead: boolean): 'up' | 'down' | undefined {
  if (outcome?.kind === 'answer') {
    if (outcome.status < 500) return 'up'
    const isItsOwnWord = isRecord(outcome.body) && filledTextOf(outcome.body['trackingId']) !== null
    return isRead && outcome.status === 500 && isItsOwnWord ? undefined : 'down'
  }
  if (outcome?.kind === 'not-sent') return outcome.reason === 'aborted-before-send' ? undefined : 'down'
  return outcome === undefined || outcome.reason === 'aborted' ? undefined : 'down'
}

function tell(circuit: Circuit, health: 'up' | 'down' | undefined, clock: Clock, wasTrial: boolean): void {
  if (health === 'up') circuit.succeeded()
  else if (health === 'down') circuit.failed(clock.monotonic(), clock.wall(), wasTrial)
  else if (wasTrial) circuit.gaveUp()
}

const notSent = (reason: TenantNotSent['reason']): TenantNotSent => ({ kind: 'not-sent', reason })

/** Headers and body, made from nothing but the call. */
function contentOf(call: TenantCall): { headers: Headers; body?: string } {
  const headers = new Headers({ accept: 'application/json', authorization: `Bearer ${call.accessToken}` })
  if (operations[call.operation].version === 'v2024') headers.set('x-sailpoint-experimental', 'true')
  const language = call.acceptLanguage
  if (language !== undefined && /^[\x20-\x7e]{1,200}$/.test(language)) headers.set('accept-language', language)
  if (call.body === undefined) return { headers }
  headers.set('content-type', 'application/json')
  return { headers, body: JSON.stringify(call.body) }
}

async function send(
  deps: TenantClientDeps & { readonly ownPace: OwnPace },
  call: TenantCall,
  url: URL,
  request: { method: string; headers: Headers; body?: string },
  place: Place,
): Promise<TenantOutcome> {
  const { readMs, writeMs } = deps.timeouts ?? { readMs: READ_TIMEOUT_MS, writeMs: WRITE_TIMEOUT_MS }
  const stop = new AbortController()
  let why: 'timeout' | 'aborted' | undefined
  const end = (reason: 'timeout' | 'aborted') => {
    why ??= reason
    stop.abort()
  }
  const abort = () => end('aborted')
  if (call.signal?.aborted) return notSent('aborted-before-send')
  call.signal?.addEventListener('abort', abort, { once: true })
  const cancelTimeout = deps.clock.after(request.method === 'GET' ? readMs : writeMs, () => end('timeout'))
  let head: Response | undefined
  try {
    head = await deps.fetch(url, { ...request, redirect: 'error', signal: stop.signal })
    const read = await bodyOf(head)
    const isForAll = deps.ownPace.holdsEverybody(call.operation, call.path, head.status, deps.clock.monotonic())
    place.answered(isForAll ? retryAfterMs(head) : undefined)
    const status = head.status
    return read.ok
      ? { kind: 'answer', status, headers: passedHeaders(head), body: read.body, ...(read.bytes && { bytes: read.bytes }) }
      : { kind: 'unknown', reason: read.reason, ...told(head) }
  } catch (error) {
    const neverLeft = head || why ? undefined : beforeFirstByte(error)
    // A request that never left does not count against the limit: giving the place back is up to the caller.
    if (neverLeft) return notSent(neverLeft)
    place.answered(head && retryAfterMs(head))
    return { kind: 'unknown', reason: why ?? brokenHow(error), ...(head && told(head)) }
  } finally {
    cancelTimeout()
    call.signal?.removeEventListener('abort', abort)
  }
}

/** 401 and 429 say all by their status: whatever became of their body, the tenant did not act. */
async function bodyOf(response: Response): Promise<BodyRead> {
  if (response.status !== 401 && response.status !== 429) return readBody(response)
  try {
    const read = await readBody(response)
    return read.ok ? read : { ok: true, body: undefined }
  } catch {
    return { ok: true, body: undefined }
  }
}

function retryAfterMs(response: Response): number | undefined {
  const seconds = readRetryAfter(response.headers)
  if (seconds !== null && (response.status === 429 || response.status === 503)) return seconds * 1_000
  return response.status === 429 ? UNSAID_RETRY_MS : undefined
}

/** What the head of an answer says, where its body says nothing. */
function told({ status, headers }: Response): { status: number; requestId?: string } {
  const requestId = headers.get('slpt-request-id')
  return { status, ...(requestId !== null && { requestId }) }
}

function passedHeaders(response: Response): Record<string, string> {
  return Object.fromEntries(
    PASSED_HEADERS.flatMap((name) => {
      const value = response.headers.get(name)
      return value === null ? [] : [[name, value]]
    }),
  )
}

const REFUSED = new Set(['ECONNREFUSED', 'EHOSTUNREACH', 'ENETUNREACH', 'ETIMEDOUT'])
const NO_NAME = new Set(['ENOTFOUND', 'EAI_AGAIN'])

/** Whether the error proves that the connection was never made. Anything else, even a reset at once, proves nothing. */
function beforeFirstByte(error: unknown): 'refused' | 'dns' | undefined {
  const cause = causeOf(error)
  // A name with several addresses: Node tried each, and every one of the failures must be of this kind.
  if (cause instanceof AggregateError) {
    const kinds = cause.errors.map((inner) => systemFailure(inner))
    return kinds.length > 0 && kinds.every((kind) => kind !== undefined) ? kinds[0] : undefined
  }
  return systemFailure(cause)
}

function systemFailure(error: unknown): 'refused' | 'dns' | undefined {
  if (!(error instanceof Error)) return undefined
  const code: unknown = Reflect.get(error, 'code')
  const call: unknown = Reflect.get(error, 'syscall')
  if (typeof code !== 'string') return undefined
  if (call === 'connect' && REFUSED.has(code)) return 'refused'
  if (call === 'getaddrinfo' && NO_NAME.has(code)) return 'dns'
  return code === 'UND_ERR_CONNECT_TIMEOUT' ? 'refused' : undefined
}

const causeOf = (error: unknown): unknown => (error instanceof Error ? error.cause : undefined)

/** Node's fetch reports a redirect (which we refuse) and a garbled answer as failures of the fetch; the rest is a broken connection. */
function brokenHow(error: unknown): 'reset' | 'unreadable' {
  const cause = causeOf(error)
  const code: unknown = cause instanceof Error ? Reflect.get(cause, 'code') : undefined
  if (cause instanceof Error && cause.message === 'unexpected redirect') return 'unreadable'
  return typeof code === 'string' && code.startsWith('HPE_') ? 'unreadable' : 'reset'
}

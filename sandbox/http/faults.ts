import { setTimeout as wait } from 'node:timers/promises'
import type { HttpBindings } from '@hono/node-server'
import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response'
import { isRecord } from '#contract/json.ts'
import { respond } from './api.ts'
import { errorBody, newTrackingId } from './errors.ts'

/** What can go wrong on request, in test mode (promise D15). "Effect" means: the operation was really carried out. */
export const faultKinds = [
  'drop-before',
  'drop-after-effect',
  'reset-after-effect',
  '500-before',
  '500-after-effect',
  'truncate',
  'delay',
  'delay-before',
  '429',
  '401',
  '403',
  '404',
  'invalid-json',
] as const
export type FaultKind = (typeof faultKinds)[number]

interface Fault {
  /** An operation id, `oauthInfo`, `oauthToken`, `oauthUserinfo`, or `*` for any. */
  operation: string
  /** From which matching call on, counted from 1 since the fault was asked for. */
  nth: number
  /** For how many calls in a row. */
  times: number
  kind: FaultKind
  delayMs: number
  seen: number
}

const wholeFrom = (value: unknown, fallback: number, low: number, high: number): number | undefined => {
  if (value === undefined) return fallback
  return typeof value === 'number' && Number.isInteger(value) && value >= low && value <= high ? value : undefined
}

/** Reads a request for a fault; undefined when it does not make sense. */
export function readFault(value: unknown): Fault | undefined {
  if (!isRecord(value) || typeof value['operation'] !== 'string') return undefined
  const kind = faultKinds.find((known) => known === value['kind'])
  const nth = wholeFrom(value['nth'], 1, 1, 1_000_000)
  const times = wholeFrom(value['times'], 1, 1, 1_000_000)
  const delayMs = wholeFrom(value['delayMs'], 35_000, 0, 600_000)
  if (kind === undefined || nth === undefined || times === undefined || delayMs === undefined) return undefined
  return { operation: value['operation'], nth, times, kind, delayMs, seen: 0 }
}

/** The faults asked for, and which of them the present call meets. */
export class Faults {
  #faults: Fault[] = []

  add(fault: Fault): void {
    this.#faults.push(fault)
  }

  clear(): void {
    this.#faults = []
  }

  /** Counts one call of the operation and answers the first fault that is due, if any. */
  next(operation: string): Pick<Fault, 'kind' | 'delayMs'> | undefined {
    let due: Fault | undefined
    for (const fault of this.#faults) {
      if (fault.operation !== '*' && fault.operation !== operation) continue
      fault.seen += 1
      if (fault.seen >= fault.nth && fault.seen < fault.nth + fault.times) due ??= fault
    }
    return due
  }
}

/** Ends the connection under the request. In-process there is none: then the call fails like a fetch whose connection died. */
function cut(bindings: HttpBindings | undefined, how: 'drop' | 'reset'): Response {
  if (!bindings) throw new ConnectionCut()
  if (how === 'reset') bindings.incoming.socket.resetAndDestroy()
  else bindings.incoming.socket.destroy()
  return RESPONSE_ALREADY_SENT
}

/** The connection is gone; nothing can be answered any more. */
export class ConnectionCut extends TypeError {
  override readonly name = 'ConnectionCut'
  constructor() {
    super('The connection was cut on request.')
  }
}

const refusal = (status: 403 | 404 | 500, detailCode: string): Response => {
  const id = newTrackingId()
  return respond({ status, body: errorBody({ detailCode, message: 'This was asked for by a test.' }, id) }, id)
}

/** Sends the headers and half of the body, then hangs up. */
async function truncate(response: Response, bindings: HttpBindings | undefined): Promise<Response> {
  const body = Buffer.from(await response.arrayBuffer())
  const outgoing = bindings?.outgoing
  if (outgoing) {
    outgoing.writeHead(response.status, { ...Object.fromEntries(response.headers), 'content-length': String(body.byteLength) })
    await new Promise<void>((sent) => {
      outgoing.write(body.subarray(0, Math.floor(body.byteLength / 2)), () => sent())
    })
  }
  return cut(bindings, 'drop')
}

type Disturbance = (call: {
  proceed: () => Promise<Response>
  bindings: HttpBindings | undefined
  delayMs: number
}) => Promise<Response>

const disturbances: Readonly<Record<FaultKind, Disturbance>> = {
  'drop-before': async ({ bindings }) => cut(bindings, 'drop'),
  'drop-after-effect': async ({ proceed, bindings }) => {
    await proceed()
    return cut(bindings, 'drop')
  },
  'reset-after-effect': async ({ proceed, bindings }) => {
    await proceed()
    return cut(bindings, 'reset')
  },
  '500-before': async () => refusal(500, '500.0 Internal Fault'),
  '500-after-effect': async ({ proceed }) => {
    await proceed()
    return refusal(500, '500.0 Internal Fault')
  },
  truncate: async ({ proceed, bindings }) => truncate(await proceed(), bindings),
  delay: async ({ proceed, delayMs }) => {
    const response = await proceed()
    await wait(delayMs)
    return response
  },
  'delay-before': async ({ proceed, delayMs }) => {
    await wait(delayMs)
    return proceed()
  },
  '429': async () =>
    respond({ status: 429, body: { message: 'Rate limit exceeded.' }, headers: { 'Retry-After': '1' } }, newTrackingId()),
  '401': async () => respond({ status: 401, body: { error: 'JWT validation failed' } }, newTrackingId()),
  '403': async () => refusal(403, '403 Forbidden'),
  '404': async () => refusal(404, '404 Not found'),
  'invalid-json': async ({ proceed }) => {
    const { status } = await proceed()
    return new Response('{"state": "Finis', { status, headers: { 'content-type': 'application/json' } })
  },
}

/** Carries out a call under a fault; `proceed` is the undisturbed call. */
export function underFault(
  { kind, delayMs }: Pick<Fault, 'kind' | 'delayMs'>,
  proceed: () => Promise<Response>,
  bindings: HttpBindings | undefined,
): Promise<Response> {
  return disturbances[kind]({ proceed, bindings, delayMs })
}

import { filledTextOf, isRecord } from '#contract/json.ts'
import { readTenantError } from '#contract/tenant-error.ts'
import type { components } from '#contract/generated/desk.ts'

type Sent = components['schemas']['Sent']

interface Facts {
  /** HTTP status; 0 when no answer came. */
  readonly status: number
  /** The desk's own code (`already_in_run`), or `tenant` for a refusal of the tenant, `offline`, `unreadable`. */
  readonly code: string
  /** A sentence of whoever refused; null when there was none. */
  readonly message: string | null
  readonly detailCode?: string | null
  readonly trackingId?: string | null
  /** Seconds to wait before asking again. */
  readonly retryAfter?: number | null
  /** Whether the tenant may have carried out the request. */
  readonly sent?: Sent
  /** Since when the tenant has not answered (`tenant_down`), as the desk wrote it. */
  readonly since?: string | null
  /** The run that has the object already (`already_in_run`). */
  readonly runId?: string | null
}

/** A request that did not succeed, with everything the answer said. */
export class ApiError extends Error {
  readonly status: number
  readonly code: string
  readonly said: string | null
  readonly detailCode: string | null
  readonly trackingId: string | null
  readonly retryAfter: number | null
  readonly sent: Sent
  readonly since: string | null
  readonly runId: string | null

  constructor(facts: Facts) {
    super(facts.message ?? facts.code)
    this.name = 'ApiError'
    this.status = facts.status
    this.code = facts.code
    this.said = facts.message
    this.detailCode = facts.detailCode ?? null
    this.trackingId = facts.trackingId ?? null
    this.retryAfter = facts.retryAfter ?? null
    this.sent = facts.sent ?? 'unknown'
    this.since = facts.since ?? null
    this.runId = facts.runId ?? null
  }

  /** Reads a refusal: the desk's own error body, or the tenant's in one of its shapes. */
  static from(response: Response, body: unknown): ApiError {
    const { status, headers } = response
    const tenant = readTenantError({ status, headers, body })
    const deskCode = isRecord(body) && 'sent' in body ? filledTextOf(body['code']) : null
    return new ApiError({
      ...tenant,
      code: deskCode ?? 'tenant',
      retryAfter: tenant.retryAfterSeconds,
      sent: deskCode !== null && isRecord(body) ? sentOf(body['sent']) : 'unknown',
      since: isRecord(body) ? filledTextOf(body['since']) : null,
      runId: deskCode !== null && isRecord(body) ? filledTextOf(body['runId']) : null,
    })
  }

  get isSignedOut(): boolean {
    return this.status === 401
  }

  get isForbidden(): boolean {
    return this.status === 403
  }

  get isMissing(): boolean {
    return this.status === 404
  }

  get isOffline(): boolean {
    return this.status === 0
  }
}

/** Makes an `ApiError` of anything thrown on the way: no network, an answer cut short, JSON that is none. */
export function asApiError(thrown: unknown): ApiError {
  if (thrown instanceof ApiError) return thrown
  const code = thrown instanceof SyntaxError ? 'unreadable' : 'offline'
  return new ApiError({ status: 0, code, message: null })
}

function sentOf(value: unknown): Sent {
  return value === 'no' || value === 'yes' ? value : 'unknown'
}

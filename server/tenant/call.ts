import type { OperationId } from '#contract/operations.ts'
import type { Down } from './circuit.ts'
import type { Priority } from './fair-line.ts'

/** One request to the tenant, named by its operation in the contract. The URL is built from the operation's template, never from text. */
export interface TenantCall {
  readonly operation: OperationId
  readonly path: Readonly<Record<string, string>>
  /** Only names the contract knows for this operation. */
  readonly query?: URLSearchParams
  /** JSON body; absent means no body and no Content-Type. */
  readonly body?: unknown
  /** Ask at the path that older tenants have for this operation (`hasOlderPath`). */
  readonly atOlderPath?: boolean
  readonly accessToken: string
  /** Passed on, so that the tenant's messages come in the reader's language. */
  readonly acceptLanguage?: string
  /** Who waits: a person reading goes before a single act, that before bulk. */
  readonly priority: Priority
  /** Among whom the turns are shared fairly: one text for each person. */
  readonly sharer?: string
  readonly signal?: AbortSignal
  /**
   * Called once the request has its place in the tenant's rate limit and would leave now. `false` (or a rejection, which is passed on)
   * gives the place back and not one byte leaves. A run stores its intent here, so that no entry waits for its turn with an intent.
   */
  readonly beforeSend?: () => Promise<boolean>
}

/** The tenant answered. `body` is parsed JSON, `undefined` for an empty body; `bytes` is the same as it came, valid JSON in UTF-8. */
export interface TenantAnswer {
  readonly kind: 'answer'
  readonly status: number
  /** By allow-list: content-type, x-total-count, retry-after, slpt-request-id. */
  readonly headers: Readonly<Record<string, string>>
  readonly body: unknown
  readonly bytes?: Uint8Array<ArrayBuffer>
}

/** No byte of the request left this process (connection refused, name not found): certainly not executed. */
export interface TenantNotSent {
  readonly kind: 'not-sent'
  /** `circuit`: the tenant does not answer at the moment; `busy`: too many reads wait already. */
  readonly reason: 'refused' | 'dns' | 'aborted-before-send' | 'circuit' | 'busy'
}

/** The request may or may not have been executed: timeout, reset, a body that cannot be read. */
export interface TenantUnknown {
  readonly kind: 'unknown'
  readonly reason: 'timeout' | 'reset' | 'unreadable' | 'too-large' | 'aborted'
  /** Known when the head of the answer arrived. */
  readonly status?: number
  /** The tenant's own id of the request, where the head of the answer told it. */
  readonly requestId?: string
}

export type TenantOutcome = TenantAnswer | TenantNotSent | TenantUnknown

/** The only way to the tenant's API. Never repeats a request by itself; never rejects for network reasons. */
export interface TenantClient {
  call(request: TenantCall): Promise<TenantOutcome>
  /** Since when the tenant does not answer, or null while it does; then only one read at a time tries. */
  down(): Down | null
}

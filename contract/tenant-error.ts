/**
 * Reads a refusal of the tenant, or of whatever stands before it: the usual error body, the gateway's `{error}`, the rate
 * limit's `{message}`, OAuth errors, HTML from a proxy, plain text, nothing at all. The order in which texts are
 * preferred follows what clients of the same API have met.
 */
import { filledTextOf, isRecord, listOf } from './json.ts'
import type { JsonRecord } from './json.ts'

export interface TenantError {
  readonly status: number
  /** The finer code, e.g. `400.1 Bad Request Content`, or an OAuth error code. */
  readonly detailCode: string | null
  /** A sentence to show, as text. */
  readonly message: string | null
  /** The id to name to the vendor's support; the request id where the body has none. */
  readonly trackingId: string | null
  readonly retryAfterSeconds: number | null
  readonly causes: readonly string[]
}

interface Refusal {
  readonly status: number
  /** Of `Headers`, say; names in any case. */
  readonly headers: { get(name: string): string | null }
  /** The parsed body, or its text. */
  readonly body: unknown
}

const longestMessage = 500

/** Never throws; what is not there is null. */
export function readTenantError({ status, headers, body }: Refusal): TenantError {
  const parsed = typeof body === 'string' ? parsedOf(body) : body
  const error = isRecord(parsed) ? parsed : {}
  const text = isRecord(parsed) ? messageOf(error) : plainTextOf(parsed)
  return {
    status,
    detailCode: filledTextOf(error['detailCode']) ?? oauthCodeOf(error),
    message: text === null ? null : text.slice(0, longestMessage),
    trackingId: filledTextOf(error['trackingId']) ?? filledTextOf(headers.get('slpt-request-id')),
    retryAfterSeconds: readRetryAfter(headers),
    causes: listOf(error['causes']).flatMap((cause) => (isRecord(cause) ? (filledTextOf(cause['text']) ?? []) : [])),
  }
}

/** Seconds to wait, from a number or from a date measured against the answer's own `Date`; null without either. */
export function readRetryAfter(headers: Refusal['headers']): number | null {
  const value = headers.get('retry-after')?.trim() ?? ''
  if (/^\d{1,9}$/.test(value)) return Number(value)
  const wait = Date.parse(value) - Date.parse(headers.get('date') ?? '')
  return Number.isNaN(wait) ? null : Math.max(0, Math.ceil(wait / 1000))
}

function messageOf(error: JsonRecord): string | null {
  const nested = error['error']
  const first = listOf(error['messages']).find((message) => isRecord(message) && filledTextOf(message['text']) !== null)
  return (
    (isRecord(nested) ? filledTextOf(nested['message']) : null) ??
    filledTextOf(error['error_description']) ??
    (isRecord(first) ? filledTextOf(first['text']) : null) ??
    filledTextOf(error['detailMessage']) ??
    filledTextOf(error['message']) ??
    filledTextOf(nested)
  )
}

/** `error` is a code only where a description stands beside it; alone it is the sentence itself. */
function oauthCodeOf(error: JsonRecord): string | null {
  return filledTextOf(error['error_description']) === null ? null : filledTextOf(error['error'])
}

function parsedOf(text: string): unknown {
  try {
    const value: unknown = JSON.parse(text)
    return value
  } catch {
    return text
  }
}

/** A short text as it is; of an HTML page its title only. */
function plainTextOf(value: unknown): string | null {
  const text = filledTextOf(value)?.trim() ?? null
  if (text === null || !text.startsWith('<')) return text
  // Only the head of the page: a title is near the top, and a huge body must not be searched.
  return filledTextOf(/<title[^>]*>([^<]*)<\/title>/i.exec(text.slice(0, 4096))?.[1])?.trim() ?? null
}

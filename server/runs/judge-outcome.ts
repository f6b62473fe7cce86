/** What outcomes of all kinds of requests have in common. Pure. */
import { filledTextOf, isRecord } from '#contract/json.ts'
import type { TenantOutcome } from '../tenant/call.ts'
import type { Waiting } from './entry-machine.ts'

/** Why a reading says nothing, if it does: it was not made, or not answered, or the tenant could not. */
export function failureOf(outcome: TenantOutcome): { readonly kind: 'failed'; readonly waiting: Waiting | null } | undefined {
  if (outcome.kind === 'not-sent') return { kind: 'failed', waiting: outcome.reason === 'aborted-before-send' ? null : 'network' }
  if (outcome.kind === 'unknown') return { kind: 'failed', waiting: outcome.reason === 'aborted' ? null : 'network' }
  if (outcome.status === 401) return { kind: 'failed', waiting: 'sign-in' }
  if (outcome.status === 429) return { kind: 'failed', waiting: 'rate' }
  return outcome.status >= 500 ? { kind: 'failed', waiting: null } : undefined
}

/** A proxy or a login page can answer 403 and 404 too; only the tenant's own error body is a word of the tenant. */
export function isOwnErrorBody(body: unknown): boolean {
  return (
    isRecord(body) &&
    ['detailCode', 'trackingId', 'messages', 'error', 'associationDetails'].some((name) => Object.hasOwn(body, name))
  )
}

/** The error body that the contract declares. A gateway has an `error` and a status too, but neither a code in detail nor a tracking id. */
export function isDeclaredErrorBody(body: unknown): boolean {
  return isRecord(body) && (filledTextOf(body['detailCode']) ?? filledTextOf(body['trackingId'])) !== null
}

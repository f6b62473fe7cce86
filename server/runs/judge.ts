/** What an answer of the tenant to a write means. Pure. How readings of a work item are judged stands in `judge-reading.ts`. */
import { isRecord } from '#contract/json.ts'
import { readTenantError } from '#contract/tenant-error.ts'
import type { TenantError } from '#contract/tenant-error.ts'
import { readWorkItem } from '#contract/work-item.ts'
import type { TenantAnswer, TenantOutcome } from '../tenant/call.ts'
import type { Decision } from './decision.ts'
import type { EntryEvent, Problem, Waiting } from './entry-machine.ts'
import { showsOurs } from './judge-reading.ts'

/** The events an answer to a write can give. */
export type AnswerEvent = Extract<EntryEvent, { type: 'succeeded' | 'not-executed' | 'tenant-refused' | 'in-doubt' }>

/** Statuses with which the tenant itself says no (RELIABILITY §1). */
const REFUSALS: ReadonlySet<number> = new Set([400, 403, 404, 409, 422])

const WAITS: Readonly<Record<number, Waiting>> = { 401: 'sign-in', 429: 'rate' }

/** Reads what became of a decision that was sent, or was about to be. */
export function judgeAnswer(decision: Decision, outcome: TenantOutcome): AnswerEvent {
  if (outcome.kind === 'answer') return judgeAnswered(decision, outcome)
  if (outcome.kind === 'not-sent') {
    return { type: 'not-executed', waiting: outcome.reason === 'aborted-before-send' ? null : 'network' }
  }
  const waiting = WAITS[outcome.status ?? 0]
  if (waiting) return { type: 'not-executed', waiting }
  return { type: 'in-doubt', problem: { code: outcome.reason, message: null, status: outcome.status ?? null } }
}

function judgeAnswered(decision: Decision, answer: TenantAnswer): AnswerEvent {
  const waiting = WAITS[answer.status]
  if (waiting) return { type: 'not-executed', waiting }
  if (answer.status === 200) {
    return isDeclaredSuccess(decision, answer.body)
      ? { type: 'succeeded', trackingId: requestIdOf(answer) }
      : { type: 'in-doubt', problem: problemOf('unexpected_answer', answer) }
  }
  if (REFUSALS.has(answer.status) && isOwnErrorBody(answer.body)) {
    return { type: 'tenant-refused', problem: problemOf('refused', answer) }
  }
  return { type: 'in-doubt', problem: problemOf(answer.status >= 500 ? 'server_error' : 'unexpected_answer', answer) }
}

/** Forward answers nothing; every other decision answers the work item, which must be ours and show what we decided. */
function isDeclaredSuccess(decision: Decision, body: unknown): boolean {
  if (decision.operation === 'forwardWorkItem') return isEmpty(body)
  const item = readWorkItem(body)
  return item !== undefined && item.id === decision.workItemId && showsOurs(decision, item) !== 'no'
}

const isEmpty = (body: unknown): boolean =>
  body === undefined || body === null || body === '' || (isRecord(body) && Object.keys(body).length === 0)

/** A proxy or a login page can answer 403 and 404 too; only the tenant's own error body is a refusal of the tenant. */
function isOwnErrorBody(body: unknown): boolean {
  return isRecord(body) && ['detailCode', 'trackingId', 'messages', 'error'].some((name) => Object.hasOwn(body, name))
}

function errorOf(answer: TenantAnswer): TenantError {
  return readTenantError({ status: answer.status, headers: new Headers(answer.headers), body: answer.body })
}

const requestIdOf = (answer: TenantAnswer): string | null => answer.headers['slpt-request-id'] ?? null

function problemOf(code: string, answer: TenantAnswer): Problem {
  const { message, status, detailCode, trackingId } = errorOf(answer)
  return { code, message, status, detailCode, trackingId }
}

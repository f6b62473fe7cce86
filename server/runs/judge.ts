/** What an answer of the tenant to a write means. Pure. How readings are judged stands in `judge-reading.ts` and `judge-person.ts`. */
import { isRecord } from '#contract/json.ts'
import { reservedIds } from '#contract/operations.ts'
import { readDeleteRefusal } from '#contract/ownership.ts'
import { readTaskReference } from '#contract/task-status.ts'
import { readTenantError } from '#contract/tenant-error.ts'
import type { TenantError } from '#contract/tenant-error.ts'
import { readWorkItem } from '#contract/work-item.ts'
import type { TenantAnswer, TenantOutcome } from '../tenant/call.ts'
import type { Action } from './action.ts'
import type { Decision, Write } from './decision.ts'
import type { EntryEvent, Problem, Waiting } from './entry-machine.ts'
import { isOwnErrorBody } from './judge-outcome.ts'
import { ownedText } from './judge-person.ts'
import { showsOurs } from './judge-reading.ts'

/** The events an answer to a write can give. */
export type AnswerEvent = Extract<EntryEvent, { type: 'succeeded' | 'accepted' | 'not-executed' | 'tenant-refused' | 'in-doubt' }>

/** Statuses with which the tenant itself says no: a refusal, which entry-machine.ts tells from a doubt. */
const REFUSALS: ReadonlySet<number> = new Set([400, 403, 404, 409, 422])

const WAITS: Readonly<Record<number, Waiting>> = { 401: 'sign-in', 429: 'rate' }

/** Reads what became of a write that was sent, or was about to be. */
export function judgeAnswer(write: Write, outcome: TenantOutcome): AnswerEvent {
  if (outcome.kind === 'answer') return judgeAnswered(write, outcome)
  if (outcome.kind === 'not-sent') {
    return { type: 'not-executed', waiting: outcome.reason === 'aborted-before-send' ? null : 'network' }
  }
  const waiting = waitAfter(write, outcome.status ?? 0)
  if (waiting) return { type: 'not-executed', waiting }
  const { reason, status = null, requestId = null } = outcome
  return { type: 'in-doubt', problem: { code: reason, message: null, status, trackingId: requestId } }
}

function judgeAnswered(write: Write, answer: TenantAnswer): AnswerEvent {
  const waiting = waitAfter(write, answer.status)
  if (waiting) return { type: 'not-executed', waiting }
  const success = write.kind === 'action' ? actionSuccess(write, answer) : decisionSuccess(write, answer)
  if (success) return success
  if (answer.status < 300) return { type: 'in-doubt', problem: problemOf('unexpected_answer', answer) }
  if (REFUSALS.has(answer.status) && isOwnErrorBody(answer.body)) {
    return { type: 'tenant-refused', problem: problemOf('refused', answer) }
  }
  return { type: 'in-doubt', problem: problemOf(answer.status >= 500 ? 'server_error' : 'unexpected_answer', answer) }
}

/** A 429 to a synchronisation is as likely about this one person as about all requests; the limiter tells which (see `tenant/own-pace.ts`). */
const waitAfter = ({ operation }: Write, status: number): Waiting | undefined =>
  status === 429 && operation === 'synchronizeAttributesForIdentity' ? 'cool-down' : WAITS[status]

/**
 * The declared success of an action: nothing in the body, or something that can be read. A deletion is only accepted: tenants have answered
 * 2xx while the person was still there.
 */
function actionSuccess({ operation }: Action, answer: TenantAnswer): AnswerEvent | undefined {
  const { status, body } = answer
  const trackingId = requestIdOf(answer)
  switch (operation) {
    case 'deleteIdentity':
      if (status < 200 || status >= 300) return undefined
      return { type: 'accepted', trackingId, problem: { code: 'still_there', message: null, status } }
    case 'sendIdentityVerificationAccountToken':
      return status === 200 && isEmpty(body) ? { type: 'succeeded', trackingId } : undefined
    case 'resetIdentity':
      return status === 202 && isEmpty(body) ? { type: 'succeeded', trackingId } : undefined
    case 'synchronizeAttributesForIdentity':
      return status === 202 && isRecord(body) ? { type: 'succeeded', trackingId } : undefined
    default:
      if (status !== 202 || !isRecord(body)) return undefined
      return { type: 'succeeded', trackingId, taskId: taskIdIn(body) }
  }
}

/** An id that can stand in a path; another is as good as none. */
function taskIdIn(body: unknown): string | null {
  const id = readTaskReference(body)?.id ?? null
  return id !== null && /^[A-Za-z0-9_-]{1,128}$/.test(id) && !reservedIds.has(id) ? id : null
}

function decisionSuccess(decision: Decision, answer: TenantAnswer): AnswerEvent | undefined {
  return answer.status === 200 && isDeclaredSuccess(decision, answer.body)
    ? { type: 'succeeded', trackingId: requestIdOf(answer) }
    : undefined
}

/** Forward answers nothing; every other decision answers the work item, which must be ours and show what we decided. */
function isDeclaredSuccess(decision: Decision, body: unknown): boolean {
  if (decision.operation === 'forwardWorkItem') return isEmpty(body)
  const item = readWorkItem(body)
  return item !== undefined && item.id === decision.workItemId && showsOurs(decision, item) !== 'no'
}

const isEmpty = (body: unknown): boolean =>
  body === undefined || body === null || body === '' || (isRecord(body) && Object.keys(body).length === 0)

function errorOf(answer: TenantAnswer): TenantError {
  return readTenantError({ status: answer.status, headers: new Headers(answer.headers), body: answer.body })
}

const requestIdOf = (answer: TenantAnswer): string | null => answer.headers['slpt-request-id'] ?? null

function problemOf(code: string, answer: TenantAnswer): Problem {
  const { message, status, detailCode, trackingId } = errorOf(answer)
  const owned = readDeleteRefusal(answer.body)?.ownership
  return {
    code,
    message,
    status,
    detailCode,
    trackingId,
    ...(owned?.kind === 'owns' && { kind: 'owns-things', now: ownedText(owned) }),
  }
}

/** What an identity, read again, says about an action on it: is it still whom the person saw, and does it show what was wanted? Pure. */
import { readCount, readTotalCount } from '#contract/counts.ts'
import { readIdentity } from '#contract/identity.ts'
import type { Identity } from '#contract/identity.ts'
import { readOwnership } from '#contract/ownership.ts'
import type { Ownership } from '#contract/ownership.ts'
import type { TenantOutcome } from '../tenant/call.ts'
import type { Action } from './action.ts'
import { isFinal } from './action.ts'
import { READS_APART_MS } from './entry-machine.ts'
import type { EntryEvent, Problem, Waiting } from './entry-machine.ts'
import { failureOf, isDeclaredErrorBody } from './judge-outcome.ts'
import type { ReadingEvent } from './judge-reading.ts'

/** What became of reading the identity. */
export type PersonReading =
  | { readonly kind: 'person'; readonly identity: Identity }
  /** The tenant's own 404. */
  | { readonly kind: 'missing' }
  | { readonly kind: 'forbidden' }
  | { readonly kind: 'failed'; readonly waiting: Waiting | null }

export function personReadingOf(identityId: string, outcome: TenantOutcome): PersonReading {
  const failure = failureOf(outcome)
  if (failure) return failure
  if (outcome.kind !== 'answer') return { kind: 'failed', waiting: null }
  // A proxy's page was `unreadable` already, a gateway's 404 is not; one that may pass for a deletion must be in the tenant's own words.
  if (outcome.status === 404 && isDeclaredErrorBody(outcome.body)) return { kind: 'missing' }
  if (outcome.status === 403) return { kind: 'forbidden' }
  const identity = outcome.status === 200 ? readIdentity(outcome.body) : undefined
  return identity?.id === identityId ? { kind: 'person', identity } : { kind: 'failed', waiting: null }
}

type ExpectationEvent = Extract<EntryEvent, { type: 'expectation-broken' | 'recheck-failed' }>

type ConflictKind =
  | 'changed'
  | 'decided-elsewhere'
  | 'gone'
  | 'owns-things'
  | 'has-reports'
  | 'has-work-items'
  | 'unreadable'
  | 'more-people'
  | 'uncounted'

const broken = (kind: ConflictKind, now: string | null = null): ExpectationEvent => ({
  type: 'expectation-broken',
  problem: { code: 'conflict', message: null, kind, now },
})

const failed = (waiting: Waiting | null): ExpectationEvent => ({ type: 'recheck-failed', waiting })

/** `undefined`: it is still whom the person saw, in the state they saw. */
export function judgePerson(action: Pick<Action, 'operation' | 'seen'>, reading: PersonReading): ExpectationEvent | undefined {
  if (reading.kind === 'failed') return failed(reading.waiting)
  if (reading.kind !== 'person') return broken('gone')
  const { identity } = reading
  const [seen] = action.seen.people
  const status = identity.status?.raw ?? null
  if (!seen) return broken('changed')
  const shown = [
    [seen.name, identity.name],
    [seen.alias, identity.alias],
    [seen.email, identity.email],
  ] as const
  const other = shown.find(([was, is]) => (was ?? '') !== (is ?? ''))
  if (other) return broken('changed', other[1])
  if (!isFinal(action.operation) || sameStatus(seen.status, status)) return undefined
  return broken(action.operation === 'resetIdentity' && isReset(identity) ? 'decided-elsewhere' : 'changed', status)
}

const sameStatus = (a: string | null, b: string | null): boolean => (a ?? '').toUpperCase() === (b ?? '').toUpperCase()

const isReset = ({ status }: Identity): boolean => status?.known === 'UNREGISTERED'

/** The most that is named of what somebody owns. */
const NAMED = 3

/** What an identity owns, in a few words: kinds and names as the tenant writes them. */
export function ownedText({ associations }: Extract<Ownership, { kind: 'owns' }>): string {
  const owned = associations.flatMap(({ type, entities }) =>
    entities.map(({ name, id }) => [type, name ?? id].filter((text) => text !== null).join(' ')),
  )
  const rest = owned.length - NAMED
  return owned.slice(0, NAMED).join(', ') + (rest > 0 ? ` +${rest}` : '')
}

/** Whether the identity owns nothing; whatever cannot be read for certain stops a deletion. */
export function judgeOwnership(outcome: TenantOutcome): ExpectationEvent | undefined {
  const failure = failureOf(outcome)
  if (failure) return failed(failure.waiting)
  if (outcome.kind !== 'answer' || outcome.status !== 200) return broken('unreadable')
  const ownership = readOwnership(outcome.body)
  if (ownership.kind === 'owns-nothing') return undefined
  return ownership.kind === 'owns' ? broken('owns-things', ownedText(ownership)) : broken('unreadable')
}

/** The API lists nobody's direct reports; being a manager is all it says, and enough to stop. */
export const judgeReports = ({ isManager }: Identity): ExpectationEvent | undefined =>
  isManager ? broken('has-reports') : undefined

/** Whether no work item is open for the identity. */
export function judgeOpenItems(outcome: TenantOutcome): ExpectationEvent | undefined {
  const failure = failureOf(outcome)
  if (failure) return failed(failure.waiting)
  const count = outcome.kind === 'answer' && outcome.status === 200 ? readCount(outcome.body) : null
  if (count === null) return broken('unreadable')
  return count === 0 ? undefined : broken('has-work-items', String(count))
}

/** Whether "everyone uninvited" is no more people than the person typed; `typed` is that number. */
export function judgeUninvited(typed: number, outcome: TenantOutcome): ExpectationEvent | undefined {
  const failure = failureOf(outcome)
  if (failure) return failed(failure.waiting)
  const counted = outcome.kind === 'answer' && outcome.status === 200
  const count = counted ? readTotalCount(outcome.headers['x-total-count'] ?? null) : null
  if (count === null) return broken('uncounted')
  return count > typed ? broken('more-people', String(count)) : undefined
}

/** Whether a doubtful end of this action can be settled by reading the identity. */
export const canBeReadBack = (action: Pick<Action, 'operation'>): boolean => isFinal(action.operation)

/** Judges a reading while a reset or a deletion is being verified. `goneForMs`: for how long readings have said that nobody is there. */
export function judgeActionVerification(
  { operation }: Pick<Action, 'operation'>,
  reading: PersonReading,
  proof: { readonly readsAt: readonly number[]; readonly timeoutAt: number },
  goneForMs: number,
): ReadingEvent {
  if (reading.kind === 'failed') return { type: 'read-failed', waiting: reading.waiting }
  if (reading.kind === 'forbidden') return { type: 'read-out-of-sight' }
  if (operation === 'deleteIdentity') {
    if (reading.kind !== 'missing') return { type: 'read-as-before', ...proof }
    return { type: goneForMs >= READS_APART_MS ? 'read-shows-ours' : 'read-gone-once' }
  }
  const gone: Problem = { code: 'conflict', message: null, kind: 'gone', now: null }
  if (reading.kind === 'missing') return { type: 'read-shows-otherwise', problem: gone }
  return isReset(reading.identity) ? { type: 'read-shows-ours' } : { type: 'read-as-before', ...proof }
}

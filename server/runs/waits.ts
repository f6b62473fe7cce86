/** What an entry and a run wait for, and how long at least. Pure: it is told how long the two waits that can be counted still are. */
import type { RunRecord } from '../store/run-rows.ts'
import type { Count } from '../store/runs.ts'
import type { EntryRecord } from './decision.ts'
import type { Waiting, WriteKind } from './entry-machine.ts'

/** In ms; 0 where nothing has to be waited for. */
export interface Waits {
  /** Until the tenant's rate limit has a place for a run; decisions and actions are of two versions, each with a limit of its own. */
  readonly rateMs: Readonly<Record<WriteKind, number>>
  /** Until the next try, while the tenant cannot be reached. */
  readonly networkMs: number
}

/** A shorter wait for the rate limit is the ordinary pace and no news (ms). */
export const SAID_WAIT_MS = 250

const asked = (ms: number): number | null => (ms > 0 ? Math.ceil(ms) : null)

/** `ms` is null where nobody knows: a sign-in, or the entries before it. */
export function waitOf(
  { kind, state, waiting, leaseOwner }: Pick<EntryRecord, 'kind' | 'state' | 'waiting' | 'leaseOwner'>,
  { rateMs: rates, networkMs }: Waits,
): { readonly waiting: Waiting | null; readonly waitMs: number | null } {
  const rateMs = rates[kind]
  if (waiting === 'sign-in' || waiting === 'cool-down') return { waiting, waitMs: null }
  if (state !== 'queued') return { waiting, waitMs: waiting === 'rate' ? asked(rateMs) : null }
  if (networkMs > 0) return { waiting: 'network', waitMs: asked(networkMs) }
  if (waiting === 'rate') return { waiting, waitMs: asked(rateMs) }
  if (waiting === null && leaseOwner === null) return { waiting: 'earlier-entries', waitMs: asked(rateMs) }
  return { waiting, waitMs: null }
}

/** What keeps the run as a whole: only something that stands between it and its next request. */
export function runWait(
  { paused, stopped }: Pick<RunRecord, 'paused' | 'stopped'>,
  counts: readonly Count[],
  { rateMs: rates, networkMs }: Waits,
): { readonly waiting: 'sign-in' | 'rate' | 'network' | null; readonly waitMs: number | null } {
  const waitsForSignIn = counts.some(({ waiting, count }) => waiting === 'sign-in' && count > 0)
  if (waitsForSignIn) return { waiting: 'sign-in', waitMs: null }
  const queued = paused || stopped ? [] : counts.filter(({ state, count }) => state === 'queued' && count > 0)
  const wantsToSend = queued.length > 0
  const rateMs = Math.max(0, ...queued.map(({ kind }) => rates[kind]))
  if (wantsToSend && networkMs > 0) return { waiting: 'network', waitMs: asked(networkMs) }
  if (wantsToSend && rateMs > SAID_WAIT_MS) return { waiting: 'rate', waitMs: asked(rateMs) }
  return { waiting: null, waitMs: null }
}

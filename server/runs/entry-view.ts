/** Entries and runs as desk.yaml shows them. Pure. */
import type { components } from '#contract/generated/desk.ts'
import type { Count, RunRecord, Totals } from '../store/runs.ts'
import type { EntryRecord } from './decision.ts'
import { canTakeBack } from './entry-machine.ts'
import { runWait, waitOf } from './waits.ts'
import type { Waits } from './waits.ts'

export type RunView = components['schemas']['Run']
export type RunSummary = components['schemas']['RunSummary']
export type EntryView = components['schemas']['Entry']

const iso = (ms: number): string => new Date(ms).toISOString()

/** What the server knows of a run beside the store: by its monotonic clock, all in ms. */
export interface Times {
  /** What is left of the run's hold; null when no hold is running. */
  readonly holdLeftMs: number | null
  readonly waits: Waits
}

export function entryView(entry: EntryRecord, { holdLeftMs, waits }: Times): EntryView {
  const { waiting, waitMs } = waitOf(entry, waits)
  return {
    kind: 'decision',
    runId: entry.runId,
    position: entry.position,
    operation: entry.operation,
    workItemId: entry.workItemId,
    approvalItemId: entry.approvalItemId,
    body: entry.body ?? null,
    seen: entry.seen,
    note: entry.note,
    state: entry.state,
    attempt: entry.attempt,
    sent: entry.sent,
    sendsInMs: entry.state === 'held' && !entry.endless && holdLeftMs !== null ? Math.ceil(Math.max(0, holdLeftMs)) : null,
    canTakeBack: canTakeBack(entry.state),
    waiting,
    waitMs,
    confirmedByReading: entry.confirmed,
    trackingId: entry.trackingId,
    problem: entry.problem,
    createdAt: iso(entry.createdAt),
    sentAt: entry.sentAt === null ? null : iso(entry.sentAt),
    endedAt: entry.endedAt === null ? null : iso(entry.endedAt),
  }
}

export function runSummary(run: RunRecord, counts: readonly Count[], waits: Waits): RunSummary {
  const totals: Totals = {
    held: 0,
    queued: 0,
    sending: 0,
    verifying: 0,
    'needs-you': 0,
    done: 0,
    refused: 0,
    conflict: 0,
    cancelled: 0,
    dismissed: 0,
  }
  for (const { state, count } of counts) totals[state] += count
  const open = totals.held + totals.queued + totals.sending + totals.verifying + totals['needs-you'] > 0
  const { id, note, forOwner, holdMs, paused, stopped } = run
  const { waiting, waitMs } = runWait(run, counts, waits)
  return {
    id,
    createdAt: iso(run.createdAt),
    note,
    forOwner,
    holdMs,
    open,
    following: 0,
    acts: [],
    paused,
    stopped,
    waiting,
    waitMs,
    totals,
  }
}

export function runView(run: RunRecord, entries: readonly EntryRecord[], times: Times): RunView {
  const counts = entries.map(({ state, waiting }) => ({ state, waiting, count: 1 }))
  return { ...runSummary(run, counts, times.waits), entries: entries.map((entry) => entryView(entry, times)) }
}

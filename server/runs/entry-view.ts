/** Entries and runs as desk.yaml shows them. Pure. */
import type { components } from '#contract/generated/desk.ts'
import type { RunRecord, Totals } from '../store/runs.ts'
import type { EntryRecord } from './decision.ts'
import { canTakeBack } from './entry-machine.ts'

export type RunView = components['schemas']['Run']
export type RunSummary = components['schemas']['RunSummary']
export type EntryView = components['schemas']['Entry']

const iso = (ms: number): string => new Date(ms).toISOString()

/** `holdLeftMs` is what is left of the run's hold by the server's monotonic clock; null when no hold is running. */
export function entryView(entry: EntryRecord, holdLeftMs: number | null): EntryView {
  const inLine = entry.state === 'queued' && entry.waiting === null && entry.leaseOwner === null
  return {
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
    waiting: inLine ? 'earlier-entries' : entry.waiting,
    confirmedByReading: entry.confirmed,
    trackingId: entry.trackingId,
    problem: entry.problem,
    createdAt: iso(entry.createdAt),
    sentAt: entry.sentAt === null ? null : iso(entry.sentAt),
    endedAt: entry.endedAt === null ? null : iso(entry.endedAt),
  }
}

export function runSummary(run: RunRecord, counted: Partial<Totals>): RunSummary {
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
    ...counted,
  }
  const open = totals.held + totals.queued + totals.sending + totals.verifying + totals['needs-you'] > 0
  return { id: run.id, createdAt: iso(run.createdAt), note: run.note, forOwner: run.forOwner, holdMs: run.holdMs, open, totals }
}

export function runView(run: RunRecord, entries: readonly EntryRecord[], holdLeftMs: number | null): RunView {
  const counted: Partial<Totals> = {}
  for (const { state } of entries) counted[state] = (counted[state] ?? 0) + 1
  return { ...runSummary(run, counted), entries: entries.map((entry) => entryView(entry, holdLeftMs)) }
}

/** Entries and runs as desk.yaml shows them. Pure. */
import type { components } from '#contract/generated/desk.ts'
import type { RunRecord } from '../store/run-rows.ts'
import type { Acts, Count, Totals } from '../store/runs.ts'
import type { TaskRecord } from '../store/tasks.ts'
import type { EntryRecord } from './decision.ts'
import { canTakeBack } from './entry-machine.ts'
import { subjectName } from './subject.ts'
import { runWait, waitOf } from './waits.ts'
import type { Waits } from './waits.ts'

export type RunView = components['schemas']['Run']
export type RunSummary = components['schemas']['RunSummary']
export type EntryView = components['schemas']['Entry']
type TaskView = components['schemas']['Task']

const iso = (ms: number): string => new Date(ms).toISOString()
const isoOrNull = (ms: number | null): string | null => (ms === null ? null : iso(ms))

/** What the server knows of a run beside the store: by its monotonic clock, all in ms. */
export interface Times {
  /** What is left of the run's hold; null when no hold is running. */
  readonly holdLeftMs: number | null
  readonly waits: Waits
}

export function entryView(entry: EntryRecord, { holdLeftMs, waits }: Times): EntryView {
  const { waiting, waitMs } = waitOf(entry, waits)
  const progress = {
    runId: entry.runId,
    position: entry.position,
    body: entry.body ?? null,
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
    sentAt: isoOrNull(entry.sentAt),
    endedAt: isoOrNull(entry.endedAt),
  }
  if (entry.kind === 'action') {
    const { kind, operation, identityId, seen, guard, task } = entry
    return { ...progress, kind, operation, identityId, seen, guard, task: task && taskView(task) }
  }
  const { kind, operation, workItemId, approvalItemId, seen } = entry
  return { ...progress, kind, operation, workItemId, approvalItemId, seen }
}

export const taskView = ({ startedAt, checkedAt, endedAt, ...task }: TaskRecord): TaskView => ({
  ...task,
  startedAt: iso(startedAt),
  checkedAt: isoOrNull(checkedAt),
  endedAt: isoOrNull(endedAt),
})

export function runSummary(run: RunRecord, counts: readonly Count[], acts: Acts, waits: Waits): RunSummary {
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
    following: acts.following,
    forgotten: acts.forgotten,
    acts: acts.acts.toSorted((a, b) => b.count - a.count),
    subject: acts.subject,
    paused,
    stopped,
    waiting,
    waitMs,
    totals,
  }
}

export function runView(run: RunRecord, entries: readonly EntryRecord[], times: Times): RunView {
  const counts = entries.map(({ kind, state, waiting }) => ({ kind, state, waiting, count: 1 }))
  return { ...runSummary(run, counts, actsOf(entries), times.waits), entries: entries.map((entry) => entryView(entry, times)) }
}

function actsOf(entries: readonly EntryRecord[]): Acts {
  const [first, ...others] = entries
  const counts = new Map<EntryRecord['operation'], number>()
  for (const { operation } of entries) counts.set(operation, (counts.get(operation) ?? 0) + 1)
  return {
    following: entries.filter((entry) => entry.kind === 'action' && entry.task?.state === 'following').length,
    forgotten: entries.filter(({ state, problem }) => state === 'cancelled' && problem?.code === 'forgotten').length,
    acts: [...counts].map(([operation, count]) => ({ operation, count })),
    subject: first && others.length === 0 ? subjectName(first.seen) : null,
  }
}

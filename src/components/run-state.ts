import type { RunSummary } from '#src/api/run-progress.ts'
import type { Messages } from '#src/lib/messages/en.ts'
import { countsOf } from '#src/lib/run-counts.ts'

type Facts = Pick<RunSummary, 'open' | 'paused' | 'stopped' | 'waiting' | 'waitMs' | 'totals' | 'createdAt' | 'holdMs' | 'readAt'>

/** How far a run is, in numbers: "214 of 300 done, 2 need you". */
export function progressText({ runs }: Messages, totals: RunSummary['totals'], forgotten = 0): string {
  return runs.progress(countsOf(totals, forgotten))
}

/**
 * Where a run stands, in words, with what is left of a wait.
 *
 * @param sendsAt when its hold ends on this machine's clock, where an entry says so
 */
export function runStateText({ runs, entry }: Messages, run: Facts, now: number, sendsAt: number | null = null): string {
  const { totals } = run
  const { all, needsYou, left } = countsOf(totals)
  const waitLeft = run.waitMs === null ? null : Math.max(0, run.readAt + run.waitMs - now)
  if (!run.open) return run.stopped ? runs.stopped : runs.ended
  if (run.stopped) return needsYou > 0 && left === 0 ? runs.needsYou(needsYou) : runs.stopping
  if (run.paused) return runs.paused
  if (totals.held === all) {
    const at = sendsAt ?? Date.parse(run.createdAt) + run.holdMs
    return at > now ? runs.heldUntil(at, at - now) : entry.queued
  }
  if (left === 0) return runs.needsYou(needsYou)
  if (run.waiting === 'sign-in') return entry.waiting['sign-in']
  if (run.waiting === 'rate') return waitLeft === null || waitLeft === 0 ? entry.waiting.rate : runs.waitingRate(waitLeft)
  if (run.waiting === 'network')
    return waitLeft === null || waitLeft === 0 ? entry.waiting.network : runs.waitingNetwork(waitLeft)
  return totals.held === left ? runs.heldRest : runs.sending
}

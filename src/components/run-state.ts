import type { RunSummary } from '#src/api/run-progress.ts'
import type { Messages } from '#src/lib/messages/en.ts'
import { countsOf } from '#src/lib/run-counts.ts'
import type { OutboxTexts } from './outbox-words.ts'

type Facts = Pick<RunSummary, 'open' | 'paused' | 'stopped' | 'waiting' | 'waitMs' | 'totals' | 'createdAt' | 'holdMs' | 'readAt'>

/**
 * Where a run stands, in words, with what is left of a wait.
 *
 * @param sendsAt when its hold ends on this machine's clock, where an entry says so
 */
export function runStateText(
  { entry }: Messages,
  { run: words }: OutboxTexts,
  run: Facts,
  now: number,
  sendsAt: number | null = null,
): string {
  const { totals } = run
  const { all, needsYou, left } = countsOf(totals)
  const waitLeft = run.waitMs === null ? null : Math.max(0, run.readAt + run.waitMs - now)
  if (!run.open) return run.stopped ? words.stopped : words.ended
  if (run.stopped) return needsYou > 0 && left === 0 ? words.needsYou(needsYou) : words.stopping
  if (run.paused) return words.paused
  if (totals.held === all) {
    const at = sendsAt ?? Date.parse(run.createdAt) + run.holdMs
    return at > now ? words.heldUntil(at, at - now) : entry.queued
  }
  if (left === 0) return words.needsYou(needsYou)
  if (run.waiting === 'sign-in') return entry.waiting['sign-in']
  if (run.waiting === 'rate') return waitLeft === null || waitLeft === 0 ? entry.waiting.rate : words.waitingRate(waitLeft)
  if (run.waiting === 'network')
    return waitLeft === null || waitLeft === 0 ? entry.waiting.network : words.waitingNetwork(waitLeft)
  return totals.held === left ? words.heldRest : words.sending
}

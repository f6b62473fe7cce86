/** Which entries must be looked at again before they are sent (promise C2). Pure. */
import { isBulk } from './decision.ts'
import type { EntryRecord } from './decision.ts'
import { isAlwaysChecked, isEverChecked } from './person-check.ts'

/** What was seen longer ago than this is read again before it is decided (ms). */
export const FRESH_MS = 60_000

/**
 * `knownForMs` is how long this process has known the run by the clock that only grows, `byWallMs` how long ago it was handed over by the
 * other one. A wall clock that was set back proves nothing about the age; neither clock may make it look younger.
 */
export function needsReading(entry: EntryRecord, byWallMs: number, knownForMs: number): boolean {
  if (entry.kind === 'action' && !isEverChecked(entry)) return false
  return (
    (entry.kind === 'action' ? isAlwaysChecked(entry) : isBulk(entry.operation)) ||
    entry.attempt > 0 ||
    byWallMs < 0 ||
    entry.seen.ageMs + Math.max(byWallMs, knownForMs) > FRESH_MS
  )
}

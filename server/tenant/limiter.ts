import type { Clock } from './clock.ts'
import { FairLine } from './fair-line.ts'
import type { Priority, Ticket } from './fair-line.ts'
import { ISC_LIMIT, Pace } from './pace.ts'
import type { Kind, PaceLimit } from './pace.ts'

/** A place in the window. Exactly one of the two ends it; a second call does nothing. */
export interface Place {
  /** The request left and was answered or given up. `retryAfterMs` holds everyone for that long. */
  answered(retryAfterMs?: number): void
  /** The request did not leave. */
  giveBack(): void
}

/** One window for each API version, shared by everybody on this server: the tenant counts by client, not by person. */
export interface Limiter {
  /**
   * Waits for a place: reads before single acts before bulk, and whoever was served least of late. `null` when `signal` ends the wait,
   * `full` when so many reads wait already that this one had better not.
   */
  enter(budget: string, ticket: Ticket, signal?: AbortSignal): Promise<Place | null | 'full'>
  /** How long the next request of a run would wait at least (ms), as far as it is known; for saying so, not for deciding. */
  waitMs(budget: string): number
}

/** Promise D10: what runs leave to people in each window while anyone is reading. */
const RESERVE = 10
/** How long after a person's last read somebody is reading (ms): longer than it takes to look at a work item. */
const READING_MS = 30_000
/** Promise T3: with the runner's own requests, 64 in flight; and no more than this many reads wait. */
const READS_AT_ONCE = 36
const READS_WAITING = 256

interface Waiter extends Ticket {
  readonly admit: () => void
}

const kindOf = (priority: Priority): Kind => (priority === 'read' ? 'read' : 'run')

class Window {
  readonly #clock: Clock
  readonly #random: () => number
  readonly #pace: Pace
  readonly #line = new FairLine<Waiter>()
  #readsInFlight = 0
  #readingUntil = Number.NEGATIVE_INFINITY
  #cancelTimer: (() => void) | undefined

  constructor(clock: Clock, random: () => number, limit: PaceLimit) {
    this.#clock = clock
    this.#random = random
    this.#pace = new Pace(limit)
  }

  enter(ticket: Ticket, signal: AbortSignal | undefined): Promise<Place | null | 'full'> {
    return new Promise((resolve) => {
      if (signal?.aborted) return resolve(null)
      if (ticket.priority === 'read') {
        if (this.#line.count('read') >= READS_WAITING) return resolve('full')
        this.#readingUntil = this.#clock.monotonic() + READING_MS
      }
      const leave = () => {
        this.#line.remove(waiter)
        resolve(null)
      }
      const waiter: Waiter = {
        ...ticket,
        admit: () => {
          signal?.removeEventListener('abort', leave)
          resolve(this.#place(ticket.priority))
        },
      }
      signal?.addEventListener('abort', leave, { once: true })
      this.#line.add(waiter)
      this.#admit()
    })
  }

  waitMs(): number {
    const now = this.#clock.monotonic()
    const next = this.#pace.nextAt(now, 'run', this.#reserve(now))
    return next === null ? 0 : next - now
  }

  #reserve(now: number): number {
    return now < this.#readingUntil ? RESERVE : 0
  }

  #place(priority: Priority): Place {
    const kind = kindOf(priority)
    let open = true
    const close = (act: () => void) => {
      if (!open) return
      open = false
      if (kind === 'read') this.#readsInFlight -= 1
      act()
      this.#admit()
    }
    return {
      answered: (retryAfterMs) =>
        close(() => {
          const now = this.#clock.monotonic()
          this.#pace.answered(now, kind)
          // Jitter, so that several servers do not come back in the same instant.
          if (retryAfterMs !== undefined) this.#pace.holdUntil(now + retryAfterMs + Math.floor(this.#random() * 500))
        }),
      giveBack: () => close(() => this.#pace.giveBack(kind)),
    }
  }

  #admit(): void {
    this.#cancelTimer?.()
    this.#cancelTimer = undefined
    for (;;) {
      const now = this.#clock.monotonic()
      const first = this.#line.first(now, this.#readsInFlight < READS_AT_ONCE ? undefined : ['single', 'bulk'])
      if (!first) return
      const kind = kindOf(first.priority)
      const next = this.#pace.nextAt(now, kind, this.#reserve(now))
      if (next === null || next > now) {
        // The reserve ends when nobody reads any more, which may be earlier than the next free place.
        const later = kind === 'run' && now < this.#readingUntil ? Math.min(next ?? Infinity, this.#readingUntil) : next
        if (later !== null) this.#cancelTimer = this.#clock.after(later - now, () => this.#admit())
        return
      }
      const holdsBack = this.#line.holdsBackUntil(first, now)
      if (holdsBack !== null) {
        this.#cancelTimer = this.#clock.after(holdsBack - now, () => this.#admit())
        return
      }
      this.#line.serve(first, now)
      this.#pace.leave(kind)
      if (kind === 'read') this.#readsInFlight += 1
      first.admit()
    }
  }
}

/** `random` gives 0 ≤ n < 1, for the jitter. */
export function createLimiter(deps: { clock: Clock; random: () => number; limit?: PaceLimit }): Limiter {
  const windows = new Map<string, Window>()
  const windowOf = (budget: string) => {
    const window = windows.get(budget) ?? new Window(deps.clock, deps.random, deps.limit ?? ISC_LIMIT)
    windows.set(budget, window)
    return window
  }
  return {
    enter: (budget, ticket, signal) => windowOf(budget).enter(ticket, signal),
    waitMs: (budget) => windowOf(budget).waitMs(),
  }
}

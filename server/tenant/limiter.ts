import type { Clock } from './clock.ts'
import { ISC_LIMIT, Pace } from './pace.ts'
import type { PaceLimit } from './pace.ts'

export type Priority = 'read' | 'run'

/** A place in the window. Exactly one of the two ends it; a second call does nothing. */
export interface Place {
  /** The request left and was answered or given up. `retryAfterMs` holds everyone for that long. */
  answered(retryAfterMs?: number): void
  /** The request did not leave. */
  giveBack(): void
}

/** One window for each API version, shared by everybody on this server: the tenant counts by client, not by person. */
export interface Limiter {
  /** Waits for a place, reads before runs, each in order of asking. `null` when `signal` ends the wait. */
  enter(budget: string, priority: Priority, signal?: AbortSignal): Promise<Place | null>
  /** How long the next request of this priority would wait at least (ms), as far as it is known; for saying so, not for deciding. */
  waitMs(budget: string): number
}

interface Waiter {
  readonly admit: () => void
}

class Window {
  readonly #clock: Clock
  readonly #random: () => number
  readonly #pace: Pace
  readonly #queues: Readonly<Record<Priority, Set<Waiter>>> = { read: new Set(), run: new Set() }
  #cancelTimer: (() => void) | undefined

  constructor(clock: Clock, random: () => number, limit: PaceLimit) {
    this.#clock = clock
    this.#random = random
    this.#pace = new Pace(limit)
  }

  enter(priority: Priority, signal: AbortSignal | undefined): Promise<Place | null> {
    return new Promise((resolve) => {
      if (signal?.aborted) return resolve(null)
      const queue = this.#queues[priority]
      const leave = () => {
        queue.delete(waiter)
        resolve(null)
      }
      const waiter: Waiter = {
        admit: () => {
          signal?.removeEventListener('abort', leave)
          resolve(this.#place())
        },
      }
      signal?.addEventListener('abort', leave, { once: true })
      queue.add(waiter)
      this.#admit()
    })
  }

  waitMs(): number {
    const now = this.#clock.monotonic()
    const next = this.#pace.nextAt(now)
    return next === null ? 0 : next - now
  }

  #place(): Place {
    let open = true
    const close = (act: () => void) => {
      if (!open) return
      open = false
      act()
      this.#admit()
    }
    return {
      answered: (retryAfterMs) =>
        close(() => {
          const now = this.#clock.monotonic()
          this.#pace.answered(now)
          // Jitter, so that several servers do not come back in the same instant.
          if (retryAfterMs !== undefined) this.#pace.holdUntil(now + retryAfterMs + Math.floor(this.#random() * 500))
        }),
      giveBack: () => close(() => this.#pace.giveBack()),
    }
  }

  #admit(): void {
    this.#cancelTimer?.()
    this.#cancelTimer = undefined
    for (;;) {
      const queue = this.#queues.read.size > 0 ? this.#queues.read : this.#queues.run
      const [first] = queue
      if (!first) return
      const now = this.#clock.monotonic()
      const next = this.#pace.nextAt(now)
      if (next === null) return
      if (next > now) {
        this.#cancelTimer = this.#clock.after(next - now, () => this.#admit())
        return
      }
      queue.delete(first)
      this.#pace.leave()
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
    enter: (budget, priority, signal) => windowOf(budget).enter(priority, signal),
    waitMs: (budget) => windowOf(budget).waitMs(),
  }
}

/**
 * Keeps requests away from a tenant that does not answer (promise T4), pure: it is told the time and what became of requests. It
 * opens after five failures in ten seconds with no success between them, so that an outage puts few decisions in doubt; then one read at a
 * time tries whether the tenant is back. A write never does: it waits until a read has been answered.
 */
const FAILURES = 5
const WITHIN_MS = 10_000
const FIRST_PAUSE_MS = 1_000
const LONGEST_PAUSE_MS = 5_000

export interface Down {
  /** When the first of the failures was, by the wall clock (ms since 1970). */
  readonly since: number
  /** When a read may try again (ms from now). */
  readonly retryInMs: number
}

export class Circuit {
  #failures: { readonly at: number; readonly wall: number }[] = []
  #open: { readonly since: number; tryAt: number; pauseMs: number; trying: boolean } | undefined

  /** Null while requests may go. `now` is by the clock that only grows. */
  down(now: number): Down | null {
    if (!this.#open) return null
    const { since, tryAt, trying, pauseMs } = this.#open
    return { since, retryInMs: trying ? pauseMs : Math.max(0, tryAt - now) }
  }

  /** Whether a request may leave now. A read that may although the circuit is open is the one that tries: a trial. */
  mayLeave(now: number, isRead: boolean): 'yes' | 'trial' | 'no' {
    if (!this.#open) return 'yes'
    if (!isRead || this.#open.trying || now < this.#open.tryAt) return 'no'
    this.#open.trying = true
    return 'trial'
  }

  succeeded(): void {
    this.#failures = []
    this.#open = undefined
  }

  /** A request failed; `wall` is for telling people since when. */
  failed(now: number, wall: number, wasTrial: boolean): void {
    if (this.#open) {
      // Late failures of reads that left before change nothing.
      if (!wasTrial) return
      const pauseMs = Math.min(LONGEST_PAUSE_MS, this.#open.pauseMs * 2)
      this.#open = { ...this.#open, trying: false, pauseMs, tryAt: now + pauseMs }
      return
    }
    this.#failures = [...this.#failures.filter(({ at }) => at + WITHIN_MS > now), { at: now, wall }]
    const [first] = this.#failures
    if (first && this.#failures.length >= FAILURES) {
      this.#open = { since: first.wall, tryAt: now + FIRST_PAUSE_MS, pauseMs: FIRST_PAUSE_MS, trying: false }
    }
  }

  /** The trial ended without telling anything: the next read may. */
  gaveUp(): void {
    if (this.#open) this.#open.trying = false
  }
}

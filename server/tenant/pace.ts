/**
 * The tenant's limit of requests as a sliding window, pure: it is told the time and decides who may leave.
 *
 * The n-th request leaves a whole window after the *answer* to the (n − limit)-th: when the tenant counted a request is not known, only
 * that it was before its answer, so no count of the tenant's can ever be exceeded while all of the limit is used.
 */
export interface PaceLimit {
  readonly requests: number
  readonly windowMs: number
}

/** ISC: 100 requests per 10 s for each client and API version. */
export const ISC_LIMIT: PaceLimit = { requests: 100, windowMs: 10_000 }

export class Pace {
  readonly #limit: PaceLimit
  /** When answers came, oldest first; only those that still count. */
  readonly #answers: number[] = []
  #unanswered = 0
  #heldUntil = Number.NEGATIVE_INFINITY

  constructor(limit: PaceLimit) {
    this.#limit = limit
  }

  /** From when on one more request may leave (ms, `now` or later); `null` while that depends on an answer that is still to come. */
  nextAt(now: number): number | null {
    this.#forget(now)
    const free = this.#limit.requests - this.#unanswered - this.#answers.length
    if (free > 0) return Math.max(now, this.#heldUntil)
    const oldest = this.#answers[-free]
    return oldest === undefined ? null : Math.max(now, this.#heldUntil, oldest + this.#limit.windowMs)
  }

  /** One request leaves. */
  leave(): void {
    this.#unanswered += 1
  }

  /** A request that left was answered, or given up, at `now`. */
  answered(now: number): void {
    this.#unanswered -= 1
    this.#answers.push(now)
  }

  /** A request that had its place did not leave after all. */
  giveBack(): void {
    this.#unanswered -= 1
  }

  /** Nobody leaves before `until`; a shorter hold never shortens a longer one. */
  holdUntil(until: number): void {
    this.#heldUntil = Math.max(this.#heldUntil, until)
  }

  #forget(now: number): void {
    const first = this.#answers.findIndex((at) => at + this.#limit.windowMs > now)
    this.#answers.splice(0, first === -1 ? this.#answers.length : first)
  }
}

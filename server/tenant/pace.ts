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

/** A person's reading, or the work of a run. */
export type Kind = 'read' | 'run'

interface Answer {
  readonly at: number
  readonly kind: Kind
}

export class Pace {
  readonly #limit: PaceLimit
  /** When answers came, oldest first; only those that still count. */
  readonly #answers: Answer[] = []
  readonly #unanswered: Record<Kind, number> = { read: 0, run: 0 }
  #heldUntil = Number.NEGATIVE_INFINITY

  constructor(limit: PaceLimit) {
    this.#limit = limit
  }

  /**
   * From when on one more request may leave (ms, `now` or later); `null` while that depends on an answer that is still to come. `reserve`
   * is how many places of each window runs leave to people.
   */
  nextAt(now: number, kind: Kind = 'read', reserve = 0): number | null {
    this.#forget(now)
    const { requests } = this.#limit
    const unanswered = this.#unanswered.read + this.#unanswered.run
    const whole = this.#freeFrom(now, requests - unanswered, this.#answers)
    if (kind === 'read' || whole === null) return whole
    const mine = this.#answers.filter((answer) => answer.kind === 'run')
    const share = this.#freeFrom(now, Math.max(1, requests - reserve) - this.#unanswered.run, mine)
    return share === null ? null : Math.max(whole, share)
  }

  /** One request leaves. */
  leave(kind: Kind = 'read'): void {
    this.#unanswered[kind] += 1
  }

  /** A request that left was answered, or given up, at `now`. */
  answered(now: number, kind: Kind = 'read'): void {
    this.#unanswered[kind] -= 1
    this.#answers.push({ at: now, kind })
  }

  /** A request that had its place did not leave after all. */
  giveBack(kind: Kind = 'read'): void {
    this.#unanswered[kind] -= 1
  }

  /** Nobody leaves before `until`; a shorter hold never shortens a longer one. */
  holdUntil(until: number): void {
    this.#heldUntil = Math.max(this.#heldUntil, until)
  }

  #freeFrom(now: number, places: number, answers: readonly Answer[]): number | null {
    const free = places - answers.length
    if (free > 0) return Math.max(now, this.#heldUntil)
    const oldest = answers[-free]
    return oldest === undefined ? null : Math.max(now, this.#heldUntil, oldest.at + this.#limit.windowMs)
  }

  #forget(now: number): void {
    const first = this.#answers.findIndex(({ at }) => at + this.#limit.windowMs > now)
    this.#answers.splice(0, first === -1 ? this.#answers.length : first)
  }
}

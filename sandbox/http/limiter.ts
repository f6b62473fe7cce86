/** The answer to one request: admitted, or how many whole seconds to wait. */
export type Admission = { admitted: true } | { admitted: false; retryAfterSeconds: number }

/**
 * A sliding window: at most `limit` admissions per key within any `windowMs`. Refused requests do not count. `limit` 0 admits all.
 * Keeps its memory in the process: a restart forgives.
 */
export class SlidingWindow {
  readonly #limit: number
  readonly #windowMs: number
  readonly #admitted = new Map<string, number[]>()

  constructor(limit: number, windowMs: number) {
    this.#limit = limit
    this.#windowMs = windowMs
  }

  /** Asks for one request at time `now` (ms). */
  take(key: string, now: number): Admission {
    if (this.#limit === 0) return { admitted: true }
    const recent = (this.#admitted.get(key) ?? []).filter((time) => time > now - this.#windowMs)
    this.#admitted.set(key, recent)
    const oldest = recent[recent.length - this.#limit]
    if (oldest !== undefined) {
      return { admitted: false, retryAfterSeconds: Math.max(1, Math.ceil((oldest + this.#windowMs - now) / 1000)) }
    }
    recent.push(now)
    return { admitted: true }
  }
}

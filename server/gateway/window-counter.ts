import type { Clock } from '../tenant/clock.ts'

const MOST_KEYS = 10_000

/** Counts acts per key in windows of `windowMs`; for refusing more than `max` in one. Kept in memory: a restart forgets. */
export class WindowCounter {
  readonly #max: number
  readonly #windowMs: number
  readonly #clock: Clock
  readonly #windows = new Map<string, { readonly began: number; count: number }>()

  constructor(max: number, windowMs: number, clock: Clock) {
    this.#max = max
    this.#windowMs = windowMs
    this.#clock = clock
  }

  /** Counts one; answers 0 when it is within the limit, else the milliseconds until the next window. */
  take(key: string): number {
    const now = this.#clock.monotonic()
    const window = this.#windows.get(key)
    if (window && now - window.began < this.#windowMs) {
      window.count += 1
      return window.count <= this.#max ? 0 : this.#windowMs - (now - window.began)
    }
    if (this.#windows.size >= MOST_KEYS) this.#forgetOld(now)
    this.#windows.set(key, { began: now, count: 1 })
    return 0
  }

  #forgetOld(now: number): void {
    for (const [key, window] of this.#windows) if (now - window.began >= this.#windowMs) this.#windows.delete(key)
  }
}

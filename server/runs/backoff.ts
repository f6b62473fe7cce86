/** Waits that double, from 1 to 60 s, with a fifth of jitter; a success starts them anew. Pure but for the dice handed in. */
export class Backoff {
  readonly #random: () => number
  #nextMs = 1_000

  constructor(random: () => number) {
    this.#random = random
  }

  /** How long to wait this time (ms). */
  next(): number {
    const wait = this.#nextMs
    this.#nextMs = Math.min(60_000, wait * 2)
    return Math.round(wait * (0.9 + 0.2 * this.#random()))
  }

  reset(): void {
    this.#nextMs = 1_000
  }
}

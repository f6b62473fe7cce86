import type { Clock } from '../../tenant/clock.ts'

interface Timer {
  readonly at: number
  readonly act: () => void
}

/** A clock that only moves when told to; test support. */
export class VirtualClock implements Clock {
  #now = 0
  /** What the wall clock shows more than the monotonic one; a test may set it back. */
  wallOffset = Date.UTC(2026, 2, 4, 10)
  readonly #timers = new Set<Timer>()

  wall(): number {
    return this.#now + this.wallOffset
  }

  monotonic(): number {
    return this.#now
  }

  after(ms: number, act: () => void): () => void {
    const timer = { at: this.#now + Math.max(0, ms), act }
    this.#timers.add(timer)
    return () => this.#timers.delete(timer)
  }

  /** The process does not run for `ms`: timers of that time are late, and fall due together when it goes on. */
  leap(ms: number): void {
    this.#now += ms
  }

  /** Lets `ms` pass: every timer runs at its time, and what it sets off comes to rest before the next one. */
  async advance(ms: number): Promise<void> {
    const end = this.#now + ms
    for (;;) {
      await settled()
      const due = [...this.#timers].filter(({ at }) => at <= end).sort((a, b) => a.at - b.at)[0]
      if (!due) break
      this.#timers.delete(due)
      this.#now = Math.max(this.#now, due.at)
      due.act()
    }
    this.#now = end
    await settled()
  }
}

let turnsToCome = 0

/** The next turn of the event loop, as the store waits for it; one that `settled` knows of. */
export function nextTurn(act: () => void): void {
  turnsToCome += 1
  setImmediate(() => {
    turnsToCome -= 1
    act()
  })
}

/** Everything that only waits for promises, or for the store, has happened. */
export async function settled(): Promise<void> {
  for (let quiet = 0; quiet < 5; quiet = turnsToCome > 0 ? 0 : quiet + 1) {
    await new Promise((resolve) => {
      setImmediate(resolve)
    })
  }
}

/**
 * Who is next, pure: people who read before runs, a single click before bulk, and within each whoever was served least of late. So two
 * people's runs go at the same pace, also when one of them began earlier.
 */
export type Priority = 'read' | 'single' | 'bulk'

export interface Ticket {
  readonly priority: Priority
  /** Whose turn it is, as one text. */
  readonly sharer: string
}

const PRIORITIES: readonly Priority[] = ['read', 'single', 'bulk']

/** How long being served counts against somebody (ms). */
const MEMORY_MS = 30_000
/** How far bulk may be ahead of a rival's, in places; and how long after its last place a rival is one (ms). */
const LEAD = 15
const RIVAL_MS = 500

export class FairLine<Waiter extends Ticket> {
  readonly #waiting: Readonly<Record<Priority, Map<string, Set<Waiter>>>> = {
    read: new Map(),
    single: new Map(),
    bulk: new Map(),
  }
  /** When each was served, oldest first; reading does not count against one's runs. */
  readonly #served = new Map<string, number[]>()

  add(waiter: Waiter): void {
    const line = this.#waiting[waiter.priority]
    const own = line.get(waiter.sharer) ?? new Set()
    line.set(waiter.sharer, own)
    own.add(waiter)
  }

  remove(waiter: Waiter): void {
    const line = this.#waiting[waiter.priority]
    const own = line.get(waiter.sharer)
    own?.delete(waiter)
    if (own?.size === 0) line.delete(waiter.sharer)
  }

  count(priority: Priority): number {
    return [...this.#waiting[priority].values()].reduce((sum, own) => sum + own.size, 0)
  }

  /** Who is next among those of the first of `priorities` in which anybody waits; stays in line until removed. */
  first(now: number, priorities: readonly Priority[] = PRIORITIES): Waiter | undefined {
    for (const priority of priorities) {
      const sharers = [...this.#waiting[priority].keys()]
      if (sharers.length === 0) continue
      // Among equals the one who waits longest, which is the order of a map; a sort keeps it.
      const [next = ''] = sharers.length === 1 ? sharers : sharers.sort((a, b) => this.#used(a, now) - this.#used(b, now))
      const [waiter] = this.#waiting[priority].get(next) ?? []
      return waiter
    }
    return undefined
  }

  /** The waiter goes; it counts as served. */
  serve(waiter: Waiter, now: number): void {
    const own = this.#waiting[waiter.priority].get(waiter.sharer)
    this.remove(waiter)
    // Back to the end, so that equals take turns.
    if (own !== undefined && own.size > 0) {
      this.#waiting[waiter.priority].delete(waiter.sharer)
      this.#waiting[waiter.priority].set(waiter.sharer, own)
    }
    if (waiter.priority !== 'read') this.#served.set(waiter.sharer, [...this.#recent(waiter.sharer, now), now])
    for (const sharer of this.#served.keys()) if (this.#recent(sharer, now).length === 0) this.#served.delete(sharer)
  }

  /**
   * Until when bulk that is far ahead leaves free places to a rival that is busy at this moment but not in line (ms), or null. Without it,
   * whoever began first would keep the lead of its first burst: places that are free are taken by whoever comes back sooner.
   */
  holdsBackUntil({ priority, sharer }: Waiter, now: number): number | null {
    if (priority !== 'bulk') return null
    const used = this.#used(sharer, now)
    const rivals = [...this.#served.keys()].filter((other) => other !== sharer && this.#used(other, now) + LEAD < used)
    const until = Math.max(...rivals.map((rival) => (this.#recent(rival, now).at(-1) ?? 0) + RIVAL_MS))
    return until > now ? until : null
  }

  #recent(sharer: string, now: number): number[] {
    return (this.#served.get(sharer) ?? []).filter((at) => at + MEMORY_MS > now)
  }

  #used(sharer: string, now: number): number {
    return this.#recent(sharer, now).length
  }
}

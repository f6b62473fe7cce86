/**
 * Looks at many work items again with few requests: list pages of 250 instead of one read each (promises C2 and D10). What a list shows
 * only ever lets an entry go on; where it shows anything else than what the person saw, or nothing, the work item itself is read.
 */
import { setMaxListeners } from 'node:events'
import { isRecord, listOf } from '#contract/json.ts'
import { readWorkItem } from '#contract/work-item.ts'
import type { WorkItem } from '#contract/work-item.ts'
import type { RunStore } from '../store/runs.ts'
import type { TenantClient } from '../tenant/call.ts'
import type { Clock } from '../tenant/clock.ts'
import { userText } from '../tenant/token-source.ts'
import type { Access } from './access.ts'
import { askFor } from './asking.ts'
import type { DecisionRecord } from './decision.ts'
import { FRESH_MS, needsReading } from './stale.ts'

const PAGE = 250
const SENT_IN_A_MINUTE = 600
/** For fewer entries than this each is read by itself: a list may have many pages. */
const WORTH_A_LIST = 3
/** After a list that could not be read (ms). */
const REST_MS = 30_000

/** What the lists of one owner showed. */
interface Shelf {
  /** When reading began, by both clocks. */
  readonly at: number
  readonly wallAt: number
  readonly items: ReadonlyMap<string, WorkItem>
}

export interface Seen {
  readonly item: WorkItem
  /** When it was read, by the wall clock. */
  readonly wallAt: number
}

export interface RereadDeps {
  readonly store: Pick<RunStore, 'nextQueued'>
  readonly tenant: TenantClient
  readonly access: Access
  readonly clock: Clock
}

const shelfOf = (entry: DecisionRecord) => JSON.stringify([userText(entry.user), entry.forOwner?.id ?? null])

export class Rereads {
  readonly #deps: RereadDeps
  readonly #shelves = new Map<string, Shelf>()
  readonly #loading = new Map<string, Promise<void>>()
  readonly #restUntil = new Map<string, number>()
  readonly #stop = new AbortController()

  constructor(deps: RereadDeps) {
    this.#deps = deps
    // Every page of a long list listens to it.
    setMaxListeners(0, this.#stop.signal)
  }

  /** Reads ahead what `entries`, all of one run and all in need of it, will want to know. */
  async prepare(entries: readonly DecisionRecord[]): Promise<void> {
    const [first] = entries
    if (!first || entries.length < WORTH_A_LIST) return
    const wanted = new Set(entries.map(({ workItemId }) => workItemId))
    await this.#load(first, () => Promise.resolve(wanted.size), wanted)
  }

  /** The entry's work item as a list showed it, at most 60 s ago and not before `sinceMs` (monotonic); `undefined`: read it by itself. */
  async of(entry: DecisionRecord, sinceMs: number): Promise<Seen | undefined> {
    const known = this.#onShelf(entry, sinceMs)
    if (known) return known
    // A list of just now that does not show it need not be asked again.
    if (!this.#isFresh(this.#shelves.get(shelfOf(entry)), sinceMs)) {
      await this.#load(entry, () => this.#countAlike(entry, sinceMs))
    }
    return this.#onShelf(entry, sinceMs)
  }

  stop(): void {
    this.#stop.abort()
  }

  #isFresh(shelf: Shelf | undefined, sinceMs: number): shelf is Shelf {
    return shelf !== undefined && shelf.at >= sinceMs && this.#deps.clock.monotonic() - shelf.at <= FRESH_MS
  }

  #onShelf(entry: DecisionRecord, sinceMs: number): Seen | undefined {
    const shelf = this.#shelves.get(shelfOf(entry))
    if (!this.#isFresh(shelf, sinceMs)) return undefined
    const item = shelf.items.get(entry.workItemId)
    return item && { item, wallAt: shelf.wallAt }
  }

  /** How many queued entries about the same list need reading too, of those that can leave within a minute. */
  async #countAlike(entry: DecisionRecord, sinceMs: number): Promise<number> {
    const { store, clock } = this.#deps
    const queued = await store.nextQueued(entry.user, SENT_IN_A_MINUTE, clock.wall())
    const knownForMs = clock.monotonic() - sinceMs
    return queued.filter(
      (other) =>
        other.kind === 'decision' &&
        shelfOf(other) === shelfOf(entry) &&
        needsReading(other, clock.wall() - other.createdAt, knownForMs),
    ).length
  }

  /** Once at a time for each owner, however many entries wait for it. */
  #load(entry: DecisionRecord, count: () => Promise<number>, wanted?: ReadonlySet<string>): Promise<void> {
    const key = shelfOf(entry)
    const loading = this.#loading.get(key) ?? this.#fill(key, entry, count, wanted).finally(() => this.#loading.delete(key))
    this.#loading.set(key, loading)
    return loading
  }

  async #fill(key: string, entry: DecisionRecord, count: () => Promise<number>, wanted?: ReadonlySet<string>): Promise<void> {
    const { clock } = this.#deps
    if ((this.#restUntil.get(key) ?? Number.NEGATIVE_INFINITY) > clock.monotonic()) return
    const needed = await count()
    if (needed < WORTH_A_LIST) return
    const [at, wallAt] = [clock.monotonic(), clock.wall()]
    const first = await this.#page(entry, 0)
    const pages = first && (Math.ceil(first.total / PAGE) || 1)
    if (!first || pages === undefined) {
      this.#restUntil.set(key, clock.monotonic() + REST_MS)
      return
    }
    const missing = wanted ? [...wanted].filter((id) => !first.items.some((item) => item.id === id)).length : needed
    // The rest of the list costs a request for each page; reading the missing ones, one for each of them.
    const others = missing > pages - 1 ? Array.from({ length: pages - 1 }, (_, index) => (index + 1) * PAGE) : []
    const rest = await Promise.all(others.map((offset) => this.#page(entry, offset)))
    const items = [first, ...rest].flatMap((page) => page?.items ?? [])
    this.#shelves.set(key, { at, wallAt, items: new Map(items.map((item) => [item.id, item])) })
    for (const [other, shelf] of this.#shelves) if (clock.monotonic() - shelf.at > FRESH_MS) this.#shelves.delete(other)
  }

  async #page(entry: DecisionRecord, offset: number): Promise<{ total: number; items: WorkItem[] } | undefined> {
    const token = await this.#deps.access.tokenFor(entry.user)
    if (token === null) return undefined
    const query = new URLSearchParams({
      limit: String(PAGE),
      offset: String(offset),
      count: 'true',
      ...(entry.forOwner && { ownerId: entry.forOwner.id }),
    })
    const outcome = await askFor(this.#deps, entry, token, { operation: 'listWorkItems', path: {}, query }, this.#stop.signal)
    if (outcome.kind !== 'answer' || outcome.status !== 200) return undefined
    const items = listOf(outcome.body).flatMap((body) => (isRecord(body) ? (readWorkItem(body) ?? []) : []))
    return { total: Number(outcome.headers['x-total-count'] ?? items.length), items }
  }
}

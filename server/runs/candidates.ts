/**
 * Which queued entry is worked on next, pure: a single act before bulk, and among users whoever has the fewest under way, so that nobody's
 * thousand keeps another's from starting. It holds a piece of each user's queue and says when it wants more.
 */
import type { UserKey } from '../tenant/token-source.ts'
import { userText } from '../tenant/token-source.ts'
import type { EntryRecord } from './decision.ts'

/** How many of a user's queue are held at a time. */
export const LOOK_AHEAD = 64

/** Entries of bulk runs under way at once: for one user, and for all. With the reads of people they stay within promise T3's 64. */
const BULK_OF_ONE = 12
const BULK_OF_ALL = 20
/** The same for single acts, which have places of their own: a click never waits for a place that bulk has. */
const SINGLE_OF_ONE = 4
const SINGLE_OF_ALL = 8

interface Line {
  readonly user: UserKey
  entries: EntryRecord[]
  /** There may be more in the store, or something else than when it was last asked. */
  more: boolean
}

const subjectOf = (entry: EntryRecord) => JSON.stringify([entry.user.tenantId, entry.subject])
const isSingle = ({ runSize }: EntryRecord) => runSize === 1

export class Candidates {
  readonly #lines = new Map<string, Line>()

  clear(): void {
    this.#lines.clear()
  }

  /** The user has something queued. */
  add(user: UserKey): void {
    this.#lines.set(userText(user), { user, entries: [], more: true })
  }

  /** Something of the user has ended, which may have kept other entries back. */
  changed(user: UserKey): void {
    const line = this.#lines.get(userText(user))
    if (line) line.more = true
  }

  /** A user with free places and nothing at hand, whose queue is to be asked for; `working` are the entries under way. */
  wanting(working: readonly EntryRecord[]): UserKey | undefined {
    const free = [...this.#lines.values()].filter(({ entries, more }) => more && entries.length === 0)
    return free.find(({ user }) => this.#hasRoom(user, true, working) || this.#hasRoom(user, false, working))?.user
  }

  /** What the store answered when asked for `limit` of the user's queue, in order. */
  put(user: UserKey, entries: readonly EntryRecord[], limit: number): void {
    this.#lines.set(userText(user), { user, entries: [...entries], more: entries.length >= limit })
  }

  /** The next entry that may be started, taken out; one whose work item or person is under way, and one that `waits`, stays. */
  take(working: readonly EntryRecord[], waits: (entry: EntryRecord) => boolean): EntryRecord | undefined {
    const busy = new Set(working.map(subjectOf))
    const startable = [...this.#lines.values()].flatMap((line) => {
      // The same for all of a line, which may be long.
      const room = { single: this.#hasRoom(line.user, true, working), bulk: this.#hasRoom(line.user, false, working) }
      const entry = line.entries.find(
        (candidate) => room[isSingle(candidate) ? 'single' : 'bulk'] && !busy.has(subjectOf(candidate)) && !waits(candidate),
      )
      return entry ? [{ line, entry, under: underWay(line.user, working) }] : []
    })
    const [next] = startable.sort(
      (a, b) =>
        Number(isSingle(b.entry)) - Number(isSingle(a.entry)) || a.under - b.under || a.entry.createdAt - b.entry.createdAt,
    )
    if (!next) return undefined
    next.line.entries = next.line.entries.filter((entry) => entry !== next.entry)
    return next.entry
  }

  #hasRoom(user: UserKey, single: boolean, working: readonly EntryRecord[]): boolean {
    const alike = working.filter((entry) => isSingle(entry) === single)
    const own = underWay(user, alike)
    if (single) return own < SINGLE_OF_ONE && alike.length < SINGLE_OF_ALL
    const share = Math.max(1, Math.min(BULK_OF_ONE, Math.floor(BULK_OF_ALL / Math.max(1, this.#lines.size))))
    return own < share && alike.length < BULK_OF_ALL
  }
}

const underWay = (user: UserKey, working: readonly EntryRecord[]): number =>
  working.filter((entry) => userText(entry.user) === userText(user)).length

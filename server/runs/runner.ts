/**
 * Carries runs out, whether or not a page is open: ends holds, claims entries in order, sends and verifies them, and takes up after a
 * restart where the last process stopped. One runner works on a store; a second one is kept from harm by leases and compare-and-set.
 */
import type { RunStore } from '../store/runs.ts'
import type { TenantClient } from '../tenant/call.ts'
import { pause } from '../tenant/clock.ts'
import type { Clock } from '../tenant/clock.ts'
import type { TokenSource, UserKey } from '../tenant/token-source.ts'
import { Access } from './access.ts'
import { Backoff } from './backoff.ts'
import { Candidates, LOOK_AHEAD } from './candidates.ts'
import type { EntryRecord } from './decision.ts'
import type { EntryEvent, WriteKind } from './entry-machine.ts'
import { Rereads } from './rereads.ts'
import { Sender } from './sender.ts'
import type { Sending, Worked } from './sender.ts'
import type { RunnerPort } from './service.ts'
import { needsReading } from './stale.ts'
import { TaskFollower } from './tasks.ts'
import { Verifier } from './verifier.ts'
import type { Waits } from './waits.ts'

export interface RunnerDeps {
  readonly store: RunStore
  readonly tenant: TenantClient
  readonly tokens: TokenSource
  readonly clock: Clock
  /** 0 ≤ n < 1, for jitter. */
  readonly random: () => number
  /** Names this server in leases: the same after a restart, another one for every other server on the same store. */
  readonly runnerId: string
  /** The tenant client's timeout of a write (ms). */
  readonly writeTimeoutMs: number
  /** How long a write of this kind would wait for the tenant's rate limit now (ms). */
  readonly paceWaitMs: (kind: WriteKind) => number
}

export interface Runner extends RunnerPort {
  /** Takes up what an earlier process left: holds start anew, intents without outcome are verified. Rejects when the store cannot be read. */
  start(): Promise<void>
  /** Sends nothing more; waits up to 25 s for requests on their way, then records the rest as unknown. */
  stop(): Promise<void>
}

const POLL_MS = 5_000
const CLAIM_MS = 120_000
const STOP_GRACE_MS = 25_000
const SIGN_IN_PATIENCE_MS = 12 * 3_600_000
/** What nobody comes back to for so long keeps its object from nobody any more. */
const FORGOTTEN_AFTER_MS = 24 * 3_600_000
const LOOK_FOR_FORGOTTEN_EVERY_MS = 60_000
/** A list that is read this long before the end of a hold is still new when the first entries leave. */
const READ_AHEAD_MS = 20_000

/** How it comes that nobody knows what became of the request. */
const INTERRUPTED: EntryEvent = { type: 'in-doubt', problem: { code: 'interrupted', message: null } }

const keyOf = (entry: { runId: string; position: number }) => `${entry.runId}/${entry.position}`
interface Hold {
  readonly endsAt: number
  readonly cancel: () => void
}

interface Work {
  readonly entry: EntryRecord
  readonly sending: Sending
  readonly done: Promise<void>
}

export function createRunner(deps: RunnerDeps): Runner {
  return new QueueRunner(deps)
}

class QueueRunner implements Runner {
  readonly #deps: RunnerDeps
  readonly #access: Access
  readonly #rereads: Rereads
  readonly #sender: Sender
  readonly #verifier: Verifier
  readonly #tasks: TaskFollower
  readonly #holds = new Map<string, Hold>()
  readonly #working = new Map<string, Work>()
  readonly #startedAt: number
  readonly #startedAtWall: number
  /** When this process first knew a run, by the clock that only grows; of one it took up, not before its own start. */
  readonly #knownSince = new Map<string, number>()
  /** Entries whose own re-reading failed, and when they may try again. */
  readonly #later = new Map<string, { until: number; backoff: Backoff }>()
  /** Entries whose claim could not be given back, because the store failed under them. */
  readonly #unreleased: EntryRecord[] = []
  readonly #network: Backoff
  readonly #storeTrouble: Backoff
  #networkUntil = Number.NEGATIVE_INFINITY
  #forgottenNext = Number.NEGATIVE_INFINITY
  readonly #candidates = new Candidates()
  #refill = true
  #cancelTimer: () => void = () => undefined
  #looking: Promise<void> | undefined
  #lookAgain = false
  #stopping = false

  constructor(deps: RunnerDeps) {
    this.#deps = deps
    this.#startedAt = deps.clock.monotonic()
    this.#startedAtWall = deps.clock.wall()
    this.#access = new Access(deps.tokens)
    this.#rereads = new Rereads({ ...deps, access: this.#access })
    this.#sender = new Sender({ ...deps, access: this.#access, rereads: this.#rereads })
    this.#verifier = new Verifier({ ...deps, access: this.#access, onSettled: () => this.wake() })
    this.#tasks = new TaskFollower({ ...deps, access: this.#access })
    this.#network = new Backoff(deps.random)
    this.#storeTrouble = new Backoff(deps.random)
  }

  async start(): Promise<void> {
    const { store, clock, writeTimeoutMs, runnerId } = this.#deps
    await store.releaseAllOf(runnerId)
    await store.datePauses(clock.wall())
    for (const entry of await store.abandoned(runnerId, clock.wall())) await store.move(entry, INTERRUPTED, clock.wall())
    for (const entry of await store.inState('verifying')) this.#verifier.watch(entry, writeTimeoutMs)
    for (const { runId, holdMs } of await store.heldRuns()) this.hold(runId, holdMs)
    await this.#tasks.start()
    this.wake()
  }

  hold(runId: string, holdMs: number): void {
    const { clock } = this.#deps
    this.#knownSince.set(runId, clock.monotonic())
    this.#holds.get(runId)?.cancel()
    const cancelEnd = clock.after(holdMs, () => void this.#endHold(runId))
    const cancelReading = clock.after(Math.max(0, holdMs - READ_AHEAD_MS), () => void this.#readAhead(runId))
    const cancel = () => {
      cancelEnd()
      cancelReading()
    }
    this.#holds.set(runId, { endsAt: clock.monotonic() + holdMs, cancel })
  }

  holdLeftMs(runId: string): number | null {
    const hold = this.#holds.get(runId)
    return hold ? Math.max(0, hold.endsAt - this.#deps.clock.monotonic()) : null
  }

  waits(): Waits {
    const { paceWaitMs } = this.#deps
    return { rateMs: { decision: paceWaitMs('decision'), action: paceWaitMs('action') }, networkMs: this.#closedForMs() }
  }

  wake(): void {
    this.#refill = true
    this.#look()
  }

  async stop(): Promise<void> {
    const { clock, store } = this.#deps
    this.#stopping = true
    this.#cancelTimer()
    for (const hold of this.#holds.values()) hold.cancel()
    await this.#looking
    this.#rereads.stop()
    const tasksEnded = this.#tasks.stop()
    for (const { sending } of this.#working.values()) {
      sending.stopping = true
      if (!sending.sent) sending.abort.abort()
    }
    const ended = Promise.allSettled([...this.#working.values()].map(({ done }) => done)).then(() => true)
    const enough = new AbortController()
    const inTime = await Promise.race([ended, pause(clock, STOP_GRACE_MS, enough.signal).then(() => false)])
    enough.abort()
    if (!inTime) {
      for (const { sending } of this.#working.values()) {
        if (sending.sent) await store.move(sending.sent, INTERRUPTED, clock.wall())
        sending.abort.abort()
      }
      await ended
    }
    await Promise.all([this.#verifier.stop(), tasksEnded])
  }

  /** Uses the hold: what must be looked at again is read now, from lists. */
  async #readAhead(runId: string): Promise<void> {
    const { store, clock } = this.#deps
    const leftMs = this.holdLeftMs(runId)
    if (this.#stopping || leftMs === null || leftMs === 0 || this.#deps.tenant.down()) return
    try {
      const knownForMs = clock.monotonic() - (this.#knownSince.get(runId) ?? this.#startedAt)
      const entries = (await store.entries(runId)).filter(
        (entry) => entry.state === 'held' && needsReading(entry, clock.wall() - entry.createdAt + leftMs, knownForMs + leftMs),
      )
      await this.#rereads.prepare(entries.flatMap((entry) => (entry.kind === 'decision' ? entry : [])))
    } catch {
      // Then each is read when its turn comes.
    }
  }

  async #endHold(runId: string): Promise<void> {
    const { store, clock } = this.#deps
    if (this.#stopping) return
    try {
      await store.moveChosen(runId, 'all', { type: 'hold-ended' }, clock.wall())
    } catch {
      // The ledger cannot be written, so the hold simply goes on a little.
      return this.#prolong(runId)
    }
    this.#holds.delete(runId)
    this.wake()
  }

  #prolong(runId: string): void {
    const since = this.#knownSince.get(runId)
    this.hold(runId, this.#storeTrouble.next())
    if (since !== undefined) this.#knownSince.set(runId, since)
  }

  /** Looks for something to do, once at a time. */
  #look(): void {
    this.#lookAgain = true
    if (this.#looking || this.#stopping) return
    this.#looking = this.#lookUntilQuiet().finally(() => {
      this.#looking = undefined
      if (this.#lookAgain) this.#look()
    })
  }

  async #lookUntilQuiet(): Promise<void> {
    this.#cancelTimer()
    let nextLookMs = POLL_MS
    while (this.#lookAgain && !this.#stopping) {
      this.#lookAgain = false
      try {
        if (this.#refill) {
          await this.#tidy()
          this.#candidates.clear()
          this.#refill = false
          await this.#findUsers()
        }
        await this.#startSome()
        nextLookMs = this.#nextLookMs()
        this.#storeTrouble.reset()
      } catch {
        // The store or the sessions cannot be read: nothing is sent until they can.
        this.#refill = true
        nextLookMs = this.#storeTrouble.next()
      }
    }
    if (!this.#stopping) this.#cancelTimer = this.#deps.clock.after(nextLookMs, () => this.wake())
  }

  /** Work that comes of time passing, or of a person's word on an entry: overdue sign-ins, what is forgotten, abandoned requests, new verifications. */
  async #tidy(): Promise<void> {
    const { store, clock, runnerId } = this.#deps
    const now = clock.wall()
    if (this.#unreleased.length > 0) {
      await store.release(this.#unreleased, null, now)
      this.#unreleased.length = 0
    }
    for (const { runId, position } of await store.waitingForSignInSince(now - SIGN_IN_PATIENCE_MS)) {
      await store.moveChosen(runId, [position], { type: 'sign-in-overdue' }, now)
    }
    for (const runId of await store.stoppedWithQueued()) await store.moveChosen(runId, 'all', { type: 'taken-back' }, now)
    await this.#cancelForgotten(now)
    for (const entry of await store.abandoned(runnerId, now)) {
      if (!this.#working.has(keyOf(entry))) await store.move(entry, INTERRUPTED, now)
    }
    for (const entry of await store.inState('verifying')) {
      if (!this.#verifier.has(entry) && !this.#working.has(keyOf(entry))) this.#verifier.watch(entry, this.#timeoutLeft(entry))
    }
  }

  /** A day need not be measured more closely than by the minute. A wall clock that leapt ahead since the start makes nothing older. */
  async #cancelForgotten(now: number): Promise<void> {
    const { store, clock } = this.#deps
    if (clock.monotonic() < this.#forgottenNext) return
    const surelyNow = Math.min(now, this.#startedAtWall + clock.monotonic() - this.#startedAt)
    await store.cancelForgotten(surelyNow - FORGOTTEN_AFTER_MS, now)
    this.#forgottenNext = clock.monotonic() + LOOK_FOR_FORGOTTEN_EVERY_MS
  }

  /** A wall clock that was set back makes this longer, never shorter than a request of now would need. */
  #timeoutLeft(entry: EntryRecord): number {
    const { clock, writeTimeoutMs } = this.#deps
    const ago = entry.sentAt === null ? 0 : clock.wall() - entry.sentAt
    return ago > 2 * writeTimeoutMs ? 0 : writeTimeoutMs
  }

  /** How long the tenant is not asked at all, because it cannot be reached (ms). */
  #closedForMs(): number {
    const { clock, tenant } = this.#deps
    return Math.max(0, this.#networkUntil - clock.monotonic(), tenant.down()?.retryInMs ?? 0)
  }

  #nextLookMs(): number {
    const { clock } = this.#deps
    const waits = [...this.#later.values()].map(({ until }) => until - clock.monotonic())
    return Math.min(POLL_MS, ...[...waits, this.#closedForMs()].filter((ms) => ms > 0))
  }

  async #findUsers(): Promise<void> {
    const { store } = this.#deps
    const users = await store.usersWithQueued()
    if (users.length === 0 && this.#holds.size === 0 && this.#working.size === 0) {
      this.#knownSince.clear()
      this.#later.clear()
    }
    for (const user of users) this.#candidates.add(user)
  }

  /** The next piece of the user's queue; nothing while there is nobody's session to send it with. */
  async #queueOf(user: UserKey, limit: number): Promise<EntryRecord[]> {
    const { store, clock } = this.#deps
    const waits = (await this.#access.tokenFor(user)) === null
    await store.setSignInWait(user, waits, clock.wall())
    return waits ? [] : store.nextQueued(user, limit, clock.wall())
  }

  /** Fills the free places, a fair share of them for each user. */
  async #startSome(): Promise<void> {
    const { store, clock, tenant, runnerId } = this.#deps
    while (!this.#stopping && this.#closedForMs() === 0) {
      // One at a time tries whether a tenant that was down is back.
      if (tenant.down() && this.#working.size > 0) return
      const working = [...this.#working.values()].map(({ entry }) => entry)
      const wanting = this.#candidates.wanting(working)
      if (wanting) {
        const limit = LOOK_AHEAD + this.#later.size
        this.#candidates.put(wanting, await this.#queueOf(wanting, limit), limit)
        continue
      }
      const chosen = this.#choose(working)
      if (chosen.length === 0) return
      // Asked for together, they are stored together.
      const claims = await Promise.allSettled(
        chosen.map((entry) => store.claim(entry, runnerId, clock.wall(), clock.wall() + CLAIM_MS)),
      )
      for (const claim of claims) if (claim.status === 'fulfilled' && claim.value) this.#startWork(claim.value)
      const failed = claims.find((claim) => claim.status === 'rejected')
      if (failed) throw failed.reason
    }
  }

  /** What there are free places for now; one entry while the tenant is down. Taken out of the candidates. */
  #choose(working: readonly EntryRecord[]): EntryRecord[] {
    const { clock, tenant } = this.#deps
    const postponed = (entry: EntryRecord) => (this.#later.get(keyOf(entry))?.until ?? 0) > clock.monotonic()
    const chosen: EntryRecord[] = []
    for (;;) {
      const entry = this.#candidates.take([...working, ...chosen], postponed)
      if (entry) chosen.push(entry)
      if (!entry || tenant.down()) return chosen
    }
  }

  #startWork(entry: EntryRecord): void {
    const sending: Sending = { abort: new AbortController(), sent: undefined, stopping: this.#stopping }
    const knownSince = this.#knownSince.get(entry.runId) ?? this.#startedAt
    const done = this.#sender
      .work(entry, sending, knownSince)
      .then((worked) => this.#after(entry, worked))
      .catch(() => {
        this.#unreleased.push(entry)
        this.#postpone(entry)
      })
      .finally(() => {
        this.#working.delete(keyOf(entry))
        this.#candidates.changed(entry.user)
        this.#look()
      })
    this.#working.set(keyOf(entry), { entry, sending, done })
  }

  #after(entry: EntryRecord, worked: Worked): void {
    if (worked.entry?.state === 'verifying') this.#verifier.watch(worked.entry, this.#deps.writeTimeoutMs)
    if (worked.entry?.kind === 'action' && worked.entry.task?.state === 'following') this.#tasks.watch(worked.entry)
    const now = this.#deps.clock.monotonic()
    // Several requests fail together; together they are one failure of the network.
    if (worked.stuck === 'network' && this.#networkUntil <= now && !this.#deps.tenant.down())
      this.#networkUntil = now + this.#network.next()
    if (worked.reached) this.#network.reset()
    if (worked.stuck === 'cool-down') this.#postponeFor(entry, worked.retryInMs ?? 0)
    else if (worked.stuck === null) this.#postpone(entry)
    else this.#later.delete(keyOf(entry))
  }

  /** The entry cannot go on for a reason of its own, or the store failed under it. */
  #postpone(entry: EntryRecord): void {
    const backoff = this.#later.get(keyOf(entry))?.backoff ?? new Backoff(this.#deps.random)
    this.#later.set(keyOf(entry), { until: this.#deps.clock.monotonic() + backoff.next(), backoff })
  }

  /** The tenant takes it only after so long. */
  #postponeFor(entry: EntryRecord, ms: number): void {
    this.#later.set(keyOf(entry), { until: this.#deps.clock.monotonic() + ms, backoff: new Backoff(this.#deps.random) })
  }
}

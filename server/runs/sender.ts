/** The way of one claimed entry: look again where that is due, store the intent, send, store the outcome. */
import type { RunStore } from '../store/runs.ts'
import type { TenantClient, TenantOutcome } from '../tenant/call.ts'
import { pause } from '../tenant/clock.ts'
import type { Clock } from '../tenant/clock.ts'
import { isAccepted } from './access.ts'
import type { Access } from './access.ts'
import { askFor } from './asking.ts'
import type { Question } from './asking.ts'
import { Backoff } from './backoff.ts'
import { coolDownLeft, SYNC_PAUSE_MS } from './clocks.ts'
import { pathOf, turnOf } from './decision.ts'
import type { DecisionRecord, EntryRecord, OwnDecision } from './decision.ts'
import type { EntryEvent, Waiting, WriteKind } from './entry-machine.ts'
import { judgeAnswer } from './judge.ts'
import { judgeExpectation } from './judge-expectation.ts'
import { readingOf } from './judge-reading.ts'
import { checkPerson, isAlwaysChecked } from './person-check.ts'
import type { Rereads } from './rereads.ts'
import { needsReading } from './stale.ts'
import { SAID_WAIT_MS } from './waits.ts'

export interface SenderDeps {
  readonly store: RunStore
  readonly tenant: TenantClient
  readonly access: Access
  readonly rereads: Rereads
  readonly clock: Clock
  readonly random: () => number
  /** Names this runner in leases. */
  readonly runnerId: string
  /** How long a write may take (ms); a lease on a request that has left outlives it. */
  readonly writeTimeoutMs: number
  /** How long a write of this kind would wait for the tenant's rate limit now (ms). */
  readonly paceWaitMs: (kind: WriteKind) => number
}

/** What the runner has to do after an entry was worked on. */
export interface Worked {
  /** The entry as it stands, when it moved. */
  readonly entry?: EntryRecord
  /** It cannot go on for this reason; `null` for one that is the entry's own. */
  readonly stuck?: Waiting | null
  /** When it may try again, of a `cool-down` (ms). */
  readonly retryInMs?: number
  /** The tenant answered something, so the network is there. */
  readonly reached: boolean
}

/** How old a look may be when what is always looked at again leaves (ms); longer than one window of the tenant's rate limit. */
const LOOK_HOLDS_MS = 15_000

/** When the first of what was looked at again was answered (ms), by both clocks; there is one when anything was asked. */
interface Look {
  at?: { readonly monotonic: number; readonly wall: number }
}

/** How much longer than its request a lease lives (ms). */
const LEASE_MARGIN_MS = 30_000

/** What the tenant said it wants to wait (ms). */
function saidWait(outcome: TenantOutcome): number | null {
  const seconds = outcome.kind === 'answer' ? Number(outcome.headers['retry-after'] ?? Number.NaN) : Number.NaN
  return Number.isFinite(seconds) ? seconds * 1_000 : null
}

/** A request of one entry; the runner asks it to end, before or after it has left. */
export interface Sending {
  readonly abort: AbortController
  /** The entry as stored with its intent, once the request is on its way. */
  sent: EntryRecord | undefined
  stopping: boolean
}

export class Sender {
  readonly #deps: SenderDeps

  constructor(deps: SenderDeps) {
    this.#deps = deps
  }

  /** `knownSince` is when this process first knew the run, by the clock that only grows. */
  async work(entry: EntryRecord, sending: Sending, knownSince: number): Promise<Worked> {
    const { access, store, clock } = this.#deps
    const token = await access.tokenFor(entry.user)
    if (token === null) return this.#release(entry, 'sign-in')
    const coolMs = await this.#coolDown(entry)
    if (coolMs > 0) return { ...(await this.#release(entry, 'cool-down')), retryInMs: coolMs }
    const look: Look = {}
    if (!(await this.#isFresh(entry, knownSince))) {
      const looked = await this.#lookAgain(entry, token, sending, look)
      if (looked) return looked
    }
    if (this.#deps.paceWaitMs(entry.kind) > SAID_WAIT_MS) await store.setWaiting(entry, 'rate', clock.wall())
    const outcome = await this.#send(entry, token, sending, look)
    // Without an intent nothing has left: the tenant is known to be down, or something has changed while it waited for its turn.
    if (!sending.sent) return this.#release(entry, outcome.kind === 'not-sent' && outcome.reason === 'circuit' ? 'network' : null)
    if (isAccepted(outcome)) access.accepted(entry.user, token)
    const event = judgeAnswer(sending.sent, outcome)
    const after = await this.#store(sending.sent, event, sending)
    const stuck = event.type === 'not-executed' ? event.waiting : undefined
    if (stuck === 'sign-in' && (await access.rejected(entry.user, token))) {
      await store.setSignInWait(entry.user, false, clock.wall())
      return { ...(after && { entry: after }), reached: true }
    }
    return {
      ...(after && { entry: after }),
      ...(stuck !== undefined && { stuck }),
      ...(stuck === 'cool-down' && { retryInMs: saidWait(outcome) ?? SYNC_PAUSE_MS }),
      reached: outcome.kind === 'answer',
    }
  }

  /** How long the tenant will not take this act on this person, as far as this ledger knows (ms). */
  async #coolDown(entry: EntryRecord): Promise<number> {
    const { store, clock } = this.#deps
    if (entry.kind !== 'action' || entry.operation !== 'synchronizeAttributesForIdentity' || entry.identityId === null) return 0
    const last = await store.lastAnswered(entry.user.tenantId, entry.identityId, entry.operation)
    return last === null ? 0 : coolDownLeft(last, clock.wall())
  }

  /** What the person saw was read a moment ago, or a list read since shows the same. */
  async #isFresh(entry: EntryRecord, knownSince: number): Promise<boolean> {
    const { clock, rereads, tenant } = this.#deps
    // While the tenant does not answer, a reading of this very work item is what tries whether it is back.
    if (tenant.down()) return false
    if (!needsReading(entry, clock.wall() - entry.createdAt, clock.monotonic() - knownSince)) return true
    if (entry.kind === 'action' || entry.attempt > 0) return false
    const shown = await rereads.of(entry, knownSince)
    if (!shown) return false
    const own = await this.#ownSince(entry)
    // Somebody here has decided about it since the list was read: the list is behind.
    if (own.some(({ endedAt, runId }) => endedAt >= shown.wallAt && runId !== entry.runId)) return false
    return !judgeExpectation(entry, { kind: 'item', item: shown.item }, own)
  }

  /** What this installation has done to the work item since the person looked at it. */
  async #ownSince(entry: DecisionRecord): Promise<OwnDecision[]> {
    const seenAt = entry.createdAt - entry.seen.ageMs
    return (await this.#deps.store.decisionsOn(entry.user.tenantId, entry.workItemId)).filter(({ endedAt }) => endedAt >= seenAt)
  }

  /** `undefined`: what the person saw still holds. */
  async #lookAgain(entry: EntryRecord, token: string, sending: Sending, look: Look): Promise<Worked | undefined> {
    const { store, access, clock } = this.#deps
    let reached = false
    const ask = async (question: Question): Promise<TenantOutcome> => {
      const outcome = await askFor(this.#deps, entry, token, question, sending.abort.signal)
      reached ||= outcome.kind === 'answer'
      look.at ??= { monotonic: clock.monotonic(), wall: clock.wall() }
      return outcome
    }
    const event = entry.kind === 'action' ? await checkPerson(entry, ask) : await this.#checkItem(entry, ask)
    if (sending.stopping) return this.#release(entry, null)
    if (!event) return undefined
    const after = await store.move(entry, event, clock.wall())
    if (event.type === 'expectation-broken') return { ...(after && { entry: after }), reached }
    if (event.waiting === 'sign-in' && (await access.rejected(entry.user, token))) {
      await store.setSignInWait(entry.user, false, clock.wall())
      return { reached }
    }
    return { stuck: event.waiting, reached }
  }

  /** Whether what was looked at right before a step that cannot be taken back was looked at right before this moment. */
  #holds(entry: EntryRecord, { at }: Look): boolean {
    const { clock } = this.#deps
    if (entry.kind !== 'action' || !isAlwaysChecked(entry)) return true
    return at !== undefined && Math.max(clock.monotonic() - at.monotonic, clock.wall() - at.wall) <= LOOK_HOLDS_MS
  }

  async #checkItem(entry: DecisionRecord, ask: (question: Question) => Promise<TenantOutcome>) {
    const reading = readingOf(entry, await ask({ operation: 'getWorkItem', path: { id: entry.workItemId } }))
    return judgeExpectation(entry, reading, await this.#ownSince(entry))
  }

  async #send(entry: EntryRecord, token: string, sending: Sending, look: Look): Promise<TenantOutcome> {
    const { tenant, store, access, clock, runnerId, writeTimeoutMs } = this.#deps
    try {
      return await tenant.call({
        operation: entry.operation,
        path: pathOf(entry),
        ...(entry.body !== undefined && { body: entry.body }),
        accessToken: token,
        ...(entry.language !== null && { acceptLanguage: entry.language }),
        ...turnOf(entry),
        signal: sending.abort.signal,
        beforeSend: async () => {
          // The wait for the tenant's rate limit can be long: everything that must be true is looked at now.
          const signedIn = (await access.tokenFor(entry.user)) !== null
          if (sending.stopping || !signedIn || !this.#holds(entry, look)) return false
          const claim = { owner: runnerId, leaseUntil: clock.wall() + writeTimeoutMs + LEASE_MARGIN_MS }
          // The lease, and that the run is going, are conditions of the statement that stores the intent.
          const clearance = { lease: true, running: true, signedIn, paced: true, intent: true }
          sending.sent = await store.move(entry, { type: 'cleared', clearance }, clock.wall(), claim)
          return sending.sent !== undefined
        },
      })
    } catch (error) {
      // A client that fails in an unforeseen way says nothing about the request: without an intent nothing left, with one it may have.
      if (!sending.sent) throw error
      return { kind: 'unknown', reason: 'reset' }
    }
  }

  /** Stores an outcome, for as long as it takes: until then the entry is an intent without outcome, which a restart would verify. */
  async #store(sent: EntryRecord, event: EntryEvent, sending: Sending): Promise<EntryRecord | undefined> {
    const { store, clock, random } = this.#deps
    const backoff = new Backoff(random)
    for (;;) {
      try {
        return await store.move(sent, event, clock.wall())
      } catch (error) {
        if (sending.stopping) throw error
        await pause(clock, backoff.next(), sending.abort.signal)
      }
    }
  }

  async #release(entry: EntryRecord, waiting: Waiting | null): Promise<Worked> {
    const { store, clock } = this.#deps
    await store.release([entry], waiting, clock.wall())
    return { ...(waiting !== null && { stuck: waiting }), reached: false }
  }
}

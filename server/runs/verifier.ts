/** Settles entries whose end is doubtful by reading the work item or the identity again, for as long as that takes. */
import { setMaxListeners } from 'node:events'
import type { RunStore } from '../store/runs.ts'
import type { TenantClient, TenantOutcome } from '../tenant/call.ts'
import type { Clock } from '../tenant/clock.ts'
import type { Access } from './access.ts'
import { askFor } from './asking.ts'
import type { Question } from './asking.ts'
import { Backoff } from './backoff.ts'
import type { ActionRecord, DecisionRecord, EntryRecord } from './decision.ts'
import { READS_APART_MS } from './entry-machine.ts'
import type { EntryEvent } from './entry-machine.ts'
import { canBeReadBack, judgeActionVerification, personReadingOf } from './judge-person.ts'
import { judgeVerification, readingOf } from './judge-reading.ts'

type Ask = (question: Question) => Promise<TenantOutcome>

export interface VerifierDeps {
  readonly store: RunStore
  readonly tenant: TenantClient
  readonly access: Access
  readonly clock: Clock
  readonly random: () => number
  /** An entry of this work item is verified no longer: others of it may go on. */
  readonly onSettled: () => void
}

interface Watch {
  readonly runId: string
  readonly position: number
  /** When the write's own timeout has surely passed, by the clock that only grows. */
  readonly timeoutAt: number
  /** Readings that showed nothing. */
  readonly readsAt: number[]
  /** Since when every reading that said anything has said that the person is gone, by the clock that only grows. */
  goneSince: number | undefined
  readonly failures: Backoff
  nextMs: number
  cancel: () => void
  busy: boolean
}

/** How soon after a doubtful end the first reading follows, and how the next ones spread until the timeout (ms). */
const FIRST_READ_MS = 250
const LONGEST_GAP_MS = 8_000
/** How often a verification that waits for a sign-in looks whether there is one (ms). */
const SIGN_IN_POLL_MS = 5_000

const keyOf = (entry: { runId: string; position: number }) => `${entry.runId}/${entry.position}`

export class Verifier {
  readonly #deps: VerifierDeps
  readonly #watches = new Map<string, Watch>()
  readonly #stop = new AbortController()
  readonly #checks = new Set<Promise<void>>()

  constructor(deps: VerifierDeps) {
    this.#deps = deps
    // Every verification under way listens to it.
    setMaxListeners(0, this.#stop.signal)
  }

  /** Starts to verify an entry. `timeoutInMs`: after that, its request can no longer be on its way here. */
  watch(entry: { runId: string; position: number }, timeoutInMs: number): void {
    const key = keyOf(entry)
    this.#watches.get(key)?.cancel()
    const watch: Watch = {
      runId: entry.runId,
      position: entry.position,
      timeoutAt: this.#deps.clock.monotonic() + timeoutInMs,
      readsAt: [],
      goneSince: undefined,
      failures: new Backoff(this.#deps.random),
      nextMs: 1_000,
      cancel: () => undefined,
      busy: false,
    }
    this.#watches.set(key, watch)
    this.#schedule(watch, FIRST_READ_MS)
  }

  has(entry: { runId: string; position: number }): boolean {
    return this.#watches.has(keyOf(entry))
  }

  /** Ends all readings; resolves when none is under way. What is being verified is taken up again at the next start. */
  async stop(): Promise<void> {
    this.#stop.abort()
    for (const watch of this.#watches.values()) watch.cancel()
    await Promise.all(this.#checks)
  }

  #schedule(watch: Watch, ms: number): void {
    if (this.#stop.signal.aborted) return
    watch.cancel = this.#deps.clock.after(ms, () => {
      const check = this.#check(watch).then((nextMs) => {
        this.#checks.delete(check)
        if (this.#watches.get(keyOf(watch)) !== watch) return
        if (nextMs !== undefined) return this.#schedule(watch, nextMs)
        this.#watches.delete(keyOf(watch))
        this.#deps.onSettled()
      })
      this.#checks.add(check)
    })
  }

  /** One reading. Answers after how many ms the next one is due, or `undefined` when the entry is no longer to be verified. */
  async #check(watch: Watch): Promise<number | undefined> {
    const { store, access, clock } = this.#deps
    try {
      const entry = await store.entry(watch.runId, watch.position)
      if (entry?.state !== 'verifying') return undefined
      if (entry.kind === 'action' && !canBeReadBack(entry)) {
        await store.move(entry, { type: 'read-out-of-sight' }, clock.wall())
        return undefined
      }
      const token = await access.tokenFor(entry.user)
      if (token === null) {
        if (entry.waiting !== 'sign-in') await store.setWaiting(entry, 'sign-in', clock.wall())
        return SIGN_IN_POLL_MS
      }
      const event = await this.#read(entry, token, watch)
      if (this.#stop.signal.aborted) return undefined
      const after = await store.move(entry, event, clock.wall())
      if (event.type === 'read-failed' && event.waiting === 'sign-in' && (await access.rejected(entry.user, token))) return 0
      return after?.state === 'verifying' ? this.#nextAfter(event, watch) : undefined
    } catch {
      // The store cannot be read or written: nothing has changed, so later.
      return watch.failures.next()
    }
  }

  async #read(entry: EntryRecord, token: string, watch: Watch): Promise<EntryEvent> {
    const ask = (question: Question) => askFor(this.#deps, entry, token, question, this.#stop.signal)
    const event = entry.kind === 'action' ? await this.#readPerson(entry, ask, watch) : await this.#readItem(entry, ask, watch)
    if (event.type === 'read-as-before') watch.readsAt.push(...event.readsAt.slice(-1))
    if (event.type !== 'read-failed') watch.failures.reset()
    return event
  }

  #proof({ readsAt, timeoutAt }: Watch) {
    return { readsAt: [...readsAt, this.#deps.clock.monotonic()], timeoutAt }
  }

  async #readItem(entry: DecisionRecord, ask: Ask, watch: Watch): Promise<EntryEvent> {
    const reading = readingOf(entry, await ask({ operation: 'getWorkItem', path: { id: entry.workItemId } }))
    const own = reading.kind === 'failed' ? [] : await this.#deps.store.decisionsOn(entry.user.tenantId, entry.workItemId)
    return judgeVerification(entry, reading, own, this.#proof(watch))
  }

  async #readPerson(entry: ActionRecord, ask: Ask, watch: Watch): Promise<EntryEvent> {
    const id = entry.identityId ?? ''
    const reading = personReadingOf(id, await ask({ operation: 'getIdentity', path: { id } }))
    const now = this.#deps.clock.monotonic()
    if (reading.kind === 'missing') watch.goneSince ??= now
    else if (reading.kind !== 'failed') watch.goneSince = undefined
    return judgeActionVerification(entry, reading, this.#proof(watch), now - (watch.goneSince ?? now))
  }

  #nextAfter(event: EntryEvent, watch: Watch): number {
    if (event.type === 'read-failed') return watch.failures.next()
    if (event.type === 'read-gone-once') return READS_APART_MS
    const untilTimeout = watch.timeoutAt - this.#deps.clock.monotonic()
    if (untilTimeout <= 0) return READS_APART_MS
    const gap = watch.nextMs
    watch.nextMs = Math.min(LONGEST_GAP_MS, gap * 2)
    return Math.max(1, Math.min(gap, untilTimeout))
  }
}

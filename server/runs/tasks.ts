/**
 * Follows the tasks of accepted invitations and processings to their end, with nobody looking and over restarts, always with a live session
 * of whoever made the run. Asks ever less often, and gives up where the tenant shows no task.
 */
import { readTaskStatus } from '#contract/task-status.ts'
import type { TaskStatus } from '#contract/task-status.ts'
import type { RunStore } from '../store/runs.ts'
import { numbersIn } from '../store/tasks.ts'
import type { TaskChange, TaskState } from '../store/tasks.ts'
import type { TenantClient, TenantOutcome } from '../tenant/call.ts'
import type { Clock } from '../tenant/clock.ts'
import { userText } from '../tenant/token-source.ts'
import { isAccepted } from './access.ts'
import type { Access } from './access.ts'
import { Backoff } from './backoff.ts'
import type { ActionRecord } from './decision.ts'
import { failureOf } from './judge-outcome.ts'

interface FollowerDeps {
  readonly store: RunStore
  readonly tenant: TenantClient
  readonly access: Access
  readonly clock: Clock
  readonly random: () => number
}

interface Watch {
  readonly runId: string
  readonly position: number
  readonly since: number
  readonly failures: Backoff
  /** How often in a row the tenant showed no such task. */
  misses: number
  cancel: () => void
}

const SOONEST_MS = 1_000
const LATEST_MS = 60_000
const SIGN_IN_POLL_MS = 5_000
/** The tenant keeps what it knows of a task for 90 days, but one that takes longer than this will not be waited for. */
const PATIENCE_MS = 24 * 3_600_000
/** A task may not be there at once; where it is not after so many tries, it cannot be followed. */
const MISSES = 3
/** Asked at once; the others wait a moment, so that fifty chunks do not crowd out people. */
const AT_ONCE = 4
const CROWDED_MS = 250
const MOST_MESSAGES = 300
const LONGEST_TEXT = 500

const ENDS: Readonly<Record<string, TaskState>> = {
  SUCCESS: 'success',
  WARNING: 'warning',
  ERROR: 'error',
  TERMINATED: 'error',
  TEMPERROR: 'error',
}

/** What a reading of the task shows. */
function taskChangeOf(task: TaskStatus): TaskChange {
  const known = task.completionStatus?.known
  return {
    state: task.isFinished ? ((known && ENDS[known]) ?? 'ended') : 'following',
    status: task.completionStatus?.raw ?? null,
    percent: task.percentComplete,
    progress: task.progress?.slice(0, LONGEST_TEXT) ?? null,
    messages: task.messages.slice(0, MOST_MESSAGES).flatMap(({ type, key, text }) => {
      const words = text ?? key
      return words === null ? [] : [{ type: type?.raw ?? null, text: words.slice(0, LONGEST_TEXT) }]
    }),
    figures: numbersIn(task.attributes),
  }
}

const keyOf = (entry: { runId: string; position: number }) => `${entry.runId}/${entry.position}`

export class TaskFollower {
  readonly #deps: FollowerDeps
  readonly #watches = new Map<string, Watch>()
  readonly #checks = new Set<Promise<void>>()
  readonly #stop = new AbortController()

  constructor(deps: FollowerDeps) {
    this.#deps = deps
  }

  /** Takes up what an earlier process followed. Rejects when the store cannot be read. */
  async start(): Promise<void> {
    for (const entry of await this.#deps.store.followed()) this.watch(entry)
  }

  watch({ runId, position }: { runId: string; position: number }): void {
    const key = keyOf({ runId, position })
    if (this.#watches.has(key)) return
    const { clock, random } = this.#deps
    const failures = new Backoff(random)
    const watch: Watch = { runId, position, since: clock.monotonic(), failures, misses: 0, cancel: () => undefined }
    this.#watches.set(key, watch)
    this.#schedule(watch, SOONEST_MS)
  }

  /** Ends all readings; resolves when none is under way. */
  async stop(): Promise<void> {
    this.#stop.abort()
    for (const { cancel } of this.#watches.values()) cancel()
    await Promise.all(this.#checks)
  }

  #schedule(watch: Watch, ms: number): void {
    if (this.#stop.signal.aborted) return
    watch.cancel = this.#deps.clock.after(ms, () => {
      if (this.#checks.size >= AT_ONCE) return this.#schedule(watch, CROWDED_MS)
      const check = this.#check(watch).then((nextMs) => {
        this.#checks.delete(check)
        if (nextMs === undefined) this.#watches.delete(keyOf(watch))
        else this.#schedule(watch, nextMs)
      })
      this.#checks.add(check)
    })
  }

  /** One reading. Answers after how many ms the next one is due, or `undefined` when the task is no longer followed. */
  async #check(watch: Watch): Promise<number | undefined> {
    const { store, access, clock } = this.#deps
    try {
      const entry = await store.entry(watch.runId, watch.position)
      const id = entry?.kind === 'action' && entry.task?.state === 'following' ? entry.task.id : null
      if (entry?.kind !== 'action' || id === null) return undefined
      if (clock.monotonic() - watch.since > PATIENCE_MS) return await this.#keep(entry, { state: 'not-followed' })
      const token = await access.tokenFor(entry.user, false)
      if (token === null) return await this.#waitForSignIn(entry)
      const outcome = await this.#ask(entry, id, token)
      if (this.#stop.signal.aborted) return undefined
      return await this.#judge(entry, token, outcome, watch)
    } catch {
      // The store cannot be read or written: nothing has changed, so later.
      return watch.failures.next()
    }
  }

  async #ask(entry: ActionRecord, id: string, accessToken: string): Promise<TenantOutcome> {
    const { tenant, access } = this.#deps
    const outcome = await tenant.call({
      operation: 'getTaskStatus',
      path: { id },
      accessToken,
      ...(entry.language !== null && { acceptLanguage: entry.language }),
      // As what the page asks for by itself: before bulk, but keeping nothing free.
      priority: 'single',
      sharer: userText(entry.user),
      signal: this.#stop.signal,
    })
    if (isAccepted(outcome)) access.accepted(entry.user, accessToken)
    return outcome
  }

  async #judge(entry: ActionRecord, token: string, outcome: TenantOutcome, watch: Watch): Promise<number | undefined> {
    const { store, access, clock } = this.#deps
    const failure = failureOf(outcome)
    if (failure?.waiting === 'sign-in') return (await access.rejected(entry.user, token)) ? 0 : this.#waitForSignIn(entry)
    if (failure) {
      if (failure.waiting === 'network') await store.setTaskWaiting(entry, 'network')
      return watch.failures.next()
    }
    watch.failures.reset()
    const task = outcome.kind === 'answer' && outcome.status === 200 ? readTaskStatus(outcome.body) : undefined
    if (task) {
      watch.misses = 0
      const ended = await this.#keep(entry, taskChangeOf(task))
      return task.isFinished ? ended : this.#nextMs(watch)
    }
    watch.misses += 1
    if (watch.misses < MISSES) return this.#nextMs(watch)
    await store.changeTask(entry, { state: 'not-traceable' }, clock.wall())
    return undefined
  }

  async #keep(entry: ActionRecord, change: TaskChange): Promise<undefined> {
    await this.#deps.store.changeTask(entry, change, this.#deps.clock.wall())
    return undefined
  }

  async #waitForSignIn(entry: ActionRecord): Promise<number> {
    if (entry.task?.waiting !== 'sign-in') await this.#deps.store.setTaskWaiting(entry, 'sign-in')
    return SIGN_IN_POLL_MS
  }

  /** Half as long again as it has gone on: a short task is told soon, a long one costs little. */
  #nextMs({ since }: Watch): number {
    return Math.min(LATEST_MS, Math.max(SOONEST_MS, (this.#deps.clock.monotonic() - since) / 2))
  }
}

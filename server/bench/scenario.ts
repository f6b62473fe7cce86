/** One measurement: runs of many decisions through the server's own runner against the sandbox, with or without somebody reading. */
import { randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { WorkItem } from '#contract/work-item.ts'
import { decisionsOf, draft, me, openDesk } from '../runs/testing/desk.ts'
import type { Desk } from '../runs/testing/desk.ts'
import { draftOf } from '../runs/testing/draft-of.ts'
import type { RunStore } from '../store/runs.ts'
import { systemClock, pause } from '../tenant/clock.ts'
import { startSandbox } from './sandbox-tenant.ts'

export interface Scenario {
  readonly name: string
  /** Decisions of each user's run; the users begin at the same time. */
  readonly runs: readonly number[]
  readonly isRead: boolean
  readonly isLimited: boolean
}

export interface Figures {
  readonly name: string
  readonly decisions: number
  /** What left for the runs after their hold: decisions, and readings on the way. */
  readonly requests: number
  /** Readings that left during the hold. They take nothing off `wallS` and add nothing to `floorS`: where they still fill the window, that shows. */
  readonly readInHold: number
  /** From the end of the hold to the last result. */
  readonly wallS: number
  /** What the limit allows at best to `requests` that all come at once: 10 s × ⌊(requests − 1) / (100 − reserve)⌋. */
  readonly floorS: number | null
  readonly ratio: number | null
  readonly perSecond: number
  readonly readP95Ms: number | null
  /** Ends of the users' runs, how far apart, as a share of the later one. */
  readonly apart: number | null
  readonly lost: number
  readonly doubled: number
  readonly refused429: number
  readonly notDone: number
  /** Done, but the answer was lost: a reading showed it. */
  readonly confirmed: number
  /** Time in the store and bytes on disk, for each decision. */
  readonly storeMs: number
  readonly storeBytes: number
}

/** As the page holds what is decided together. */
const HOLD_MS = 15_000
const READ_EVERY_MS = 1_200
const READER_PAGE = 50
const SEEN_AGO_MS = 5_000
const RESERVE = 10

const decide = (item: WorkItem) =>
  draftOf(item.approvalItems.length > 0 ? 'approveApprovalItemsInBulk' : 'completeWorkItem', item, SEEN_AGO_MS)

const p95 = (values: readonly number[]): number | null =>
  [...values].sort((a, b) => a - b)[Math.max(0, Math.ceil(values.length * 0.95) - 1)] ?? null
const round = (value: number, digits = 2): number => Number(value.toFixed(digits))

/** Adds up how long the store takes. */
function timed(store: RunStore, add: (ms: number) => void): RunStore {
  return new Proxy(store, {
    get: (target, name) => {
      const method: unknown = Reflect.get(target, name)
      if (typeof method !== 'function') return method
      return async (...args: unknown[]): Promise<unknown> => {
        const began = performance.now()
        try {
          return await Reflect.apply(method, target, args)
        } finally {
          add(performance.now() - began)
        }
      }
    },
  })
}

/** Rejects when `signal` ends it. */
export async function measure(scenario: Scenario, signal: AbortSignal): Promise<Figures> {
  const { name, runs, isRead, isLimited } = scenario
  const decisions = runs.reduce((sum, size) => sum + size, 0)
  const tenant = await startSandbox(Math.ceil(decisions * 1.5), isLimited ? 100 : 0)
  const folder = mkdtempSync(join(tmpdir(), 'bench-desk-'))
  const path = join(folder, 'desk.sqlite')
  const left: number[] = []
  let refused429 = 0
  let storeMs = 0
  const counted: typeof fetch = async (input, init) => {
    // The reader asks for other pages than the runner does.
    const isReaders = input instanceof URL && input.searchParams.get('limit') === String(READER_PAGE)
    if (!isReaders) left.push(performance.now())
    const response = await fetch(input, init)
    if (response.status === 429) refused429 += 1
    return response
  }
  const desk = await openDesk({
    clock: systemClock,
    fetch: counted,
    path,
    apiUrl: tenant.url,
    tokens: { tokenFor: () => Promise.resolve(tenant.token), replace: () => Promise.resolve(null) },
    wrapStore: (store) => timed(store, (ms) => (storeMs += ms)),
    ...(!isLimited && { limit: { requests: 1_000_000, windowMs: 1 } }),
  })
  const bytesBefore = sizeOf(path)
  const reading = new AbortController()
  const reads: number[] = []
  try {
    await desk.runner.start()
    const reader = isRead ? readNowAndThen(desk, tenant.token, reads, reading.signal) : Promise.resolve()
    if (isRead) await pause(systemClock, READ_EVERY_MS, signal)
    const items = tenant.open.filter((item) => !item.form && item.approvalItems.every(({ isOpen }) => isOpen))
    const users = runs.map((size, index) => ({
      user: { ...me, userId: `user-${index}` },
      runId: randomUUID(),
      drafts: items.splice(0, size).map(decide),
    }))
    if (users.some(({ drafts }, index) => drafts.length < (runs[index] ?? 0))) throw new Error('The seed has too few work items.')
    let began = Infinity
    for (const { user, runId, drafts } of users) {
      const { entries } = await desk.service.put(user, runId, draft(drafts, HOLD_MS))
      began = Math.min(began, performance.now() + (entries[0]?.sendsInMs ?? 0))
    }
    const ends = await Promise.all(users.map(({ user, runId }) => endOf(desk, user, runId, signal)))
    const wallMs = Math.max(...ends) - began
    reading.abort()
    await reader
    const entries = (await Promise.all(users.map(({ user, runId }) => desk.service.get(user, runId)))).flatMap(decisionsOf)
    const effects = await tenant.effects()
    const touched = new Set(effects.map((effect) => effect.split('/')[0]))
    const done = entries.filter(({ state }) => state === 'done')
    const requests = left.filter((at) => at >= began).length
    const floorS = isLimited ? 10 * Math.floor((requests - 1) / (100 - (isRead ? RESERVE : 0))) : null
    return {
      name,
      decisions,
      requests,
      readInHold: left.length - requests,
      wallS: round(wallMs / 1000),
      floorS,
      ratio: floorS ? round(wallMs / 1000 / floorS, 3) : null,
      perSecond: round((decisions / wallMs) * 1000, 1),
      readP95Ms: isRead ? round(p95(reads) ?? 0, 0) : null,
      apart: runs.length > 1 ? round((Math.max(...ends) - Math.min(...ends)) / (Math.max(...ends) - began), 3) : null,
      lost: done.filter(({ workItemId }) => !touched.has(workItemId)).length,
      doubled: effects.length - new Set(effects).size,
      refused429,
      notDone: entries.length - done.length,
      confirmed: done.filter(({ confirmedByReading }) => confirmedByReading).length,
      storeMs: round(storeMs / decisions),
      storeBytes: Math.round((sizeOf(path) - bytesBefore) / decisions),
    }
  } finally {
    reading.abort()
    await desk.runner.stop()
    await desk.close()
    tenant.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}

const sizeOf = (path: string): number =>
  [path, `${path}-wal`].reduce((sum, file) => sum + (statSync(file, { throwIfNoEntry: false })?.size ?? 0), 0)

/** When the run had ended, by the clock of `performance`. */
async function endOf(desk: Desk, user: typeof me, runId: string, signal: AbortSignal): Promise<number> {
  for (;;) {
    if (signal.aborted) throw new Error('It took too long.')
    const summary = (await desk.service.list(user, { limit: 10, offset: 0 })).find(({ id }) => id === runId)
    if (summary && !summary.open) return performance.now()
    await pause(systemClock, 50, signal)
  }
}

/** A person who looks at the list again and again, through the same limiter; how long each look took. */
async function readNowAndThen(desk: Desk, token: string, took: number[], signal: AbortSignal): Promise<void> {
  while (!signal.aborted) {
    const began = performance.now()
    await desk.tenant.call({
      operation: 'listWorkItems',
      path: {},
      query: new URLSearchParams({ limit: String(READER_PAGE) }),
      accessToken: token,
      priority: 'read',
      sharer: 'a reader',
      signal,
    })
    if (signal.aborted) return
    took.push(performance.now() - began)
    await pause(systemClock, READ_EVERY_MS, signal)
  }
}

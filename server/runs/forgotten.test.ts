/** What nobody comes back to does not keep its object from everybody for good; on a clock that only moves when told to. */
import { randomUUID } from 'node:crypto'
import type { Kysely } from 'kysely'
import { describe, expect, onTestFinished, test } from 'vitest'
import { isRecord, listOf } from '#contract/json.ts'
import { readCsv } from '#contract/csv.ts'
import { verifyStore } from '../receipts/verify.ts'
import { createReceiptStore } from '../store/receipts.ts'
import type { Schema } from '../store/schema.ts'
import type { TokenSource } from '../tenant/token-source.ts'
import { startAsking } from './testing/asking.ts'
import type { Answer, Asking } from './testing/asking.ts'
import { approve, draft, me, openDatabase } from './testing/desk.ts'
import { VirtualClock } from './testing/virtual-clock.ts'

const HOUR_MS = 3_600_000
const DAY_MS = 24 * HOUR_MS

async function database(): Promise<Kysely<Schema>> {
  const db = await openDatabase()
  onTestFinished(() => db.destroy())
  return db
}

const entriesIn = ({ body }: Answer) => listOf(isRecord(body) ? body['entries'] : body).filter(isRecord)
const statesOf = async ({ ask }: Asking, runId: string) =>
  entriesIn(await ask('getRun', `/runs/${runId}`)).map(({ state }) => state)

/** So much time in which nothing happens, and then a moment in which what is due does. */
async function pass({ clock }: Asking, ms: number): Promise<void> {
  clock.leap(ms)
  await clock.advance(10_000)
}

/** A run of so many decisions, paused while it was held. */
async function pausedRun(desk: Asking, count = 1): Promise<string> {
  const runId = randomUUID()
  const entries = Array.from({ length: count }, (_, index) => approve(desk.model.add(`w${index}`)))
  await desk.ask('putRun', `/runs/${runId}`, draft(entries, 60_000))
  await desk.ask('pauseRun', `/runs/${runId}/pause`, {})
  return runId
}

describe('D11 a paused run', () => {
  test('is cancelled after 24 h where nothing of it was sent, and anybody may act on its objects again', async () => {
    const desk = await startAsking()
    const runId = await pausedRun(desk, 3)
    await pass(desk, DAY_MS - HOUR_MS)
    expect(await statesOf(desk, runId)).toEqual(['queued', 'queued', 'queued'])
    const other = () => desk.ask('putRun', `/runs/${randomUUID()}`, draft([approve(desk.model.add('w1'))]), 'you')
    expect((await other()).status).toBe(409)

    await pass(desk, HOUR_MS)
    const answer = await desk.ask('getRun', `/runs/${runId}`)
    expect(answer.body).toMatchObject({ open: false, forgotten: 3, totals: { cancelled: 3 } })
    const problem = { code: 'forgotten', kind: 'paused-too-long', message: null }
    expect(entriesIn(answer)).toMatchObject(
      [0, 1, 2].map((position) => ({ position, state: 'cancelled', sent: 'no', attempt: 0, problem })),
    )
    expect((await desk.ask('listRuns', '/runs?open=false')).body).toMatchObject([{ id: runId, forgotten: 3 }])
    expect((await other()).status).toBe(200)
    await pass(desk, HOUR_MS)
    expect(desk.model.effects.map(({ itemId }) => itemId)).toEqual(['w1'])
  })

  test('counts from its first pausing, however often it is paused', async () => {
    const desk = await startAsking()
    const runId = await pausedRun(desk)
    await pass(desk, DAY_MS / 2)
    await desk.ask('pauseRun', `/runs/${runId}/pause`, {})
    await pass(desk, DAY_MS / 2)
    expect(await statesOf(desk, runId)).toEqual(['cancelled'])
  })

  test('that was resumed in time is sent, and one paused anew has its 24 h', async () => {
    const desk = await startAsking()
    const [resumed, anew] = [randomUUID(), randomUUID()]
    for (const [runId, name] of [[resumed, 'w1'] as const, [anew, 'w2'] as const]) {
      await desk.ask('putRun', `/runs/${runId}`, draft([approve(desk.model.add(name))], 300_000))
      await desk.ask('pauseRun', `/runs/${runId}/pause`, {})
    }
    desk.failWith((path) => (path.includes('w2') ? { status: 429, body: {}, headers: { 'retry-after': '300' } } : undefined))
    await pass(desk, DAY_MS - HOUR_MS)
    for (const runId of [resumed, anew]) await desk.ask('resumeRun', `/runs/${runId}/resume`, {})
    await desk.clock.advance(1_000)
    await desk.ask('pauseRun', `/runs/${anew}/pause`, {})
    await pass(desk, 2 * HOUR_MS)
    expect([await statesOf(desk, resumed), await statesOf(desk, anew)]).toEqual([['done'], ['queued']])
    await pass(desk, DAY_MS)
    expect([await statesOf(desk, resumed), await statesOf(desk, anew)]).toEqual([['done'], ['cancelled']])
  })

  test('keeps what may have been carried out: that the person has to look at', async () => {
    const desk = await startAsking()
    desk.failWith((path) => (path.includes('w0') ? { status: 500, body: {} } : undefined))
    const runId = randomUUID()
    await desk.ask('putRun', `/runs/${runId}`, draft([approve(desk.model.add('w0'))]))
    await desk.clock.advance(120_000)
    expect(await statesOf(desk, runId)).toEqual(['needs-you'])
    await desk.ask('pauseRun', `/runs/${runId}/pause`, {})
    await desk.ask('settleEntries', `/runs/${runId}/settle`, { act: 'send-again' })
    await pass(desk, 2 * DAY_MS)
    expect(entriesIn(await desk.ask('getRun', `/runs/${runId}`))).toMatchObject([
      { state: 'queued', attempt: 1, sent: 'unknown' },
    ])
  })

  test('has a receipt that says why, in the list, in the file and in the ledger, and the chain holds', async () => {
    const db = await database()
    const desk = await startAsking({ db })
    const runId = await pausedRun(desk)
    await pass(desk, DAY_MS)
    const found = await desk.ask('listReceipts', '/receipts')
    expect(found.body).toMatchObject([{ runId, state: 'cancelled', problem: { code: 'forgotten', kind: 'paused-too-long' } }])
    const [head = [], line = []] = readCsv(String((await desk.ask('exportReceipts', '/receipts/export')).body))
    const cell = (name: string) => line[head.indexOf(name)]
    expect([cell('result'), cell('sent'), cell('problem')]).toEqual(['cancelled', 'no', 'paused-too-long'])
    expect((await desk.desk.store.ledgerOf(runId, 0)).at(-1)).toMatchObject({ event: 'forgotten', to: 'cancelled' })
    expect((await verifyStore(createReceiptStore(db))).map(({ holds }) => holds)).toEqual([true])
  })
})

describe('D11 a run that waits for its person', () => {
  /** Nobody is signed in before `signIn`. */
  async function signedOut() {
    const session = { isLive: false }
    const tokens: TokenSource = {
      tokenFor: () => Promise.resolve(session.isLive ? 'token' : null),
      replace: () => Promise.resolve(null),
    }
    const desk = await startAsking({ tokens })
    const runId = randomUUID()
    await desk.ask('putRun', `/runs/${runId}`, draft([approve(desk.model.add('w0'))]))
    await desk.clock.advance(1_000)
    await pass(desk, 12 * HOUR_MS)
    expect(entriesIn(await desk.ask('getRun', `/runs/${runId}`))).toMatchObject([{ state: 'held', sendsInMs: null }])
    return { desk, runId, signIn: () => (session.isLive = true) }
  }

  test('is cancelled 24 h after it was held for that, and says so', async () => {
    const { desk, runId, signIn } = await signedOut()
    await pass(desk, DAY_MS - HOUR_MS)
    expect(await statesOf(desk, runId)).toEqual(['held'])
    await pass(desk, HOUR_MS)
    signIn()
    await desk.clock.advance(60_000)
    const problem = { code: 'forgotten', kind: 'sign-in-too-late' }
    expect(entriesIn(await desk.ask('getRun', `/runs/${runId}`))).toMatchObject([{ state: 'cancelled', sent: 'no', problem }])
    expect(desk.model.effects).toEqual([])
  })

  test('is sent when the person is back in time and confirms it', async () => {
    const { desk, runId, signIn } = await signedOut()
    await pass(desk, DAY_MS - HOUR_MS)
    signIn()
    await desk.ask('sendEntriesNow', `/runs/${runId}/send-now`, {})
    await pass(desk, 2 * HOUR_MS)
    expect(await statesOf(desk, runId)).toEqual(['done'])
  })
})

test.each(['paused', 'signed out'])(
  'D11 a server that starts after the 24 h cancels what was %s before it stopped',
  async (why) => {
    const db = await database()
    const tokens: TokenSource = { tokenFor: () => Promise.resolve(null), replace: () => Promise.resolve(null) }
    const desk = await startAsking({ db, ...(why === 'signed out' && { tokens }) })
    const runId = why === 'paused' ? await pausedRun(desk) : randomUUID()
    if (why === 'signed out') {
      await desk.ask('putRun', `/runs/${runId}`, draft([approve(desk.model.add('w0'))]))
      await desk.clock.advance(1_000)
      await pass(desk, 12 * HOUR_MS)
    }
    const stopped = desk.desk.runner.stop()
    await desk.clock.advance(1)
    await stopped
    const clock = new VirtualClock()
    clock.wallOffset = desk.clock.wall() + DAY_MS
    const later = await startAsking({ db, tokens, clock })
    await clock.advance(10_000)
    expect(await statesOf(later, runId)).toEqual(['cancelled'])
  },
)

test('D12 a wall clock that is set a day ahead cancels nothing; the day has to pass', async () => {
  const desk = await startAsking()
  const runId = await pausedRun(desk)
  desk.clock.wallOffset += DAY_MS
  await pass(desk, DAY_MS / 2)
  expect(await statesOf(desk, runId)).toEqual(['queued'])
  await pass(desk, DAY_MS / 2)
  expect(await statesOf(desk, runId)).toEqual(['cancelled'])
})

test('D11 a run that an earlier release left paused has its 24 h from the first start', async () => {
  const db = await database()
  const desk = await startAsking({ db })
  const runId = await pausedRun(desk)
  await db.updateTable('run').set({ paused_at: null }).where('id', '=', runId).execute()
  await pass(desk, HOUR_MS)
  const stopped = desk.desk.runner.stop()
  await desk.clock.advance(1)
  await stopped
  const later = await startAsking({ db })
  expect((await later.desk.store.run(runId))?.user).toMatchObject({ userId: me.userId })
  await pass(later, DAY_MS - HOUR_MS)
  expect(await statesOf(later, runId)).not.toEqual(['cancelled'])
  await pass(later, HOUR_MS)
  expect(await statesOf(later, runId)).toEqual(['cancelled'])
})

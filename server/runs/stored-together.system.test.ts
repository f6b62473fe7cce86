/** What a run stores is committed in groups: what that may not change, and what it saves. On a real file, looked at from outside. */
import { randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Libsql from 'libsql'
import { expect, onTestFinished, test, vi } from 'vitest'
import type { RunStore } from '../store/runs.ts'
import { approve, draft, me, modelFetch, openDatabase, openDesk } from './testing/desk.ts'
import { stage } from './testing/stage.ts'
import { TenantModel } from './testing/tenant-model.ts'
import { VirtualClock } from './testing/virtual-clock.ts'

const SIZE = 36

/** A desk on a file, which is looked at with a connection of its own whenever a request leaves: only what is committed shows there. */
async function deskOnFile() {
  const folder = mkdtempSync(join(tmpdir(), 'together-'))
  const path = join(folder, 'desk.sqlite')
  const db = await openDatabase(path)
  const outside = new Libsql(path)
  onTestFinished(async () => {
    outside.close()
    await db.destroy()
    rmSync(folder, { recursive: true, force: true })
  })
  const clock = new VirtualClock()
  const model = new TenantModel()
  const answer = modelFetch(model, clock)
  const seen: { workItemId: string; entry: unknown; ledger: unknown }[] = []
  const fetch: typeof globalThis.fetch = (input, init) => {
    const { pathname } = new URL(input instanceof Request ? input.url : input)
    const workItemId = /work-items\/([^/]+)\/approve/.exec(pathname)?.[1] ?? ''
    if (init?.method === 'POST')
      seen.push({
        workItemId,
        entry: outside.prepare('select state, attempt, sent from entry where subject = ?').all([workItemId])[0],
        ledger: outside
          .prepare(
            `select event, from_state, to_state from entry_event join entry using (run_id, position)
             where subject = ? order by seq desc limit 1`,
          )
          .all([workItemId])[0],
      })
    return answer(input, init)
  }
  const desk = await openDesk({ clock, fetch, db })
  await desk.runner.start()
  return { clock, model, desk, db, seen }
}

test('D2 intents are stored together, and no request leaves before its own is durable', async () => {
  const { clock, model, desk, seen } = await deskOnFile()
  const items = Array.from({ length: SIZE }, (_, index) => model.add(`w${index}`))
  const runId = randomUUID()
  await desk.service.put(me, runId, draft(items.map((item) => approve(item))))
  await clock.advance(1_000)
  expect(new Set(seen.map(({ workItemId }) => workItemId))).toEqual(new Set(items.map(({ id }) => id)))
  for (const { entry, ledger } of seen) {
    expect(entry).toEqual({ state: 'sending', attempt: 1, sent: 'unknown' })
    expect(ledger).toEqual({ event: 'cleared', from_state: 'queued', to_state: 'sending' })
  }
  expect(seen).toHaveLength(SIZE)
  expect((await desk.service.get(me, runId)).totals.done).toBe(SIZE)
})

test('claims, intents and outcomes of a run share their commits: fewer than one for each decision', async () => {
  const { clock, model, desk, db } = await deskOnFile()
  const items = Array.from({ length: SIZE }, (_, index) => model.add(`w${index}`))
  const runId = randomUUID()
  await desk.service.put(
    me,
    runId,
    draft(
      items.map((item) => approve(item)),
      1_000,
    ),
  )
  const transactions = vi.spyOn(db, 'transaction')
  await clock.advance(2_000)
  expect((await desk.service.get(me, runId)).totals.done).toBe(SIZE)
  expect(transactions.mock.calls.length).toBeLessThan(SIZE)
})

test('D8 of entries that are claimed together, those that could not be are claimed later, and each is sent once', async () => {
  let refusals = 0
  const wrapStore = (store: RunStore): RunStore => ({
    ...store,
    claim: (entry, ...more) => {
      if (entry.position % 2 === 0 || refusals >= 6) return store.claim(entry, ...more)
      refusals += 1
      return Promise.reject(new Error('disk full'))
    },
  })
  const { clock, desk, model, items } = await stage({ wrapStore })
  const runId = randomUUID()
  await desk.service.put(me, runId, draft(items(12).map((item) => approve(item))))
  await clock.advance(60_000)
  expect(refusals).toBe(6)
  expect((await desk.service.get(me, runId)).totals.done).toBe(12)
  for (const id of model.items.keys()) expect([id, model.writesTo(id)]).toEqual([id, 1])
})

test.each(['pause', 'stop'] as const)('D11 %s after the claim: the intent is not stored, in the same statement', async (how) => {
  const { desk, items } = await stage({})
  const { store } = desk
  const runId = randomUUID()
  await desk.runner.stop()
  await desk.service.put(
    me,
    runId,
    draft(
      items(2).map((item) => approve(item)),
      60_000,
    ),
  )
  await store.moveChosen(runId, 'all', { type: 'hold-ended' }, 1)
  const [entry] = await store.nextQueued(me, 1, 1)
  const claimed = entry && (await store.claim(entry, 'a server', 1, 1_000))
  if (!claimed) throw new Error('not claimed')
  const clearance = { lease: true, running: true, signedIn: true, paced: true, intent: true }
  // Asked for in the same turn: the person's word is stored first.
  const said = how === 'pause' ? store.setPaused(runId, true, 2) : store.stop(runId, 2)
  const sent = store.move(claimed, { type: 'cleared', clearance }, 2, { owner: 'a server', leaseUntil: 1_000 })
  await said
  expect(await sent).toBeUndefined()
  expect(await store.entry(runId, claimed.position)).toMatchObject({
    state: how === 'pause' ? 'queued' : 'cancelled',
    attempt: 0,
  })
  if (how === 'stop') return
  await store.setPaused(runId, false, 3)
  const later = await store.move(claimed, { type: 'cleared', clearance }, 3, { owner: 'a server', leaseUntil: 1_000 })
  expect(later).toMatchObject({ state: 'sending', attempt: 1 })
})

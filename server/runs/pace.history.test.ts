/** How quickly runs of hundreds leave, and with how few reads, on a clock that only moves when told to. */
import { randomUUID } from 'node:crypto'
import { describe, expect, test, vi } from 'vitest'
import { approve, draft, me, whole } from './testing/desk.ts'
import { stage } from './testing/stage.ts'
import type { TenantModel } from './testing/tenant-model.ts'
import { VirtualClock } from './testing/virtual-clock.ts'

// Hundreds of entries take seconds on a busy machine, however quick the clock.
vi.setConfig({ testTimeout: 60_000 })

const you = { ...me, userId: 'you', userName: 'Uma' }

const writesOf = (model: TenantModel) => model.requests.filter(({ method }) => method === 'POST').length
const readsOf = (model: TenantModel) => model.requests.filter(({ method }) => method === 'GET').length

describe('D10 pace', () => {
  test('D10 300 decisions leave as fast as the limit allows, and 60 s later a list is read and not each item', async () => {
    const { clock, model, desk, items } = await stage()
    const runId = randomUUID()
    await desk.service.put(me, runId, draft(items(1_000).map((item) => approve(item))))
    await clock.advance(20_100)
    expect((await desk.service.get(me, runId)).totals.done).toBe(300)
    await clock.advance(80_100)
    const { totals } = await desk.service.get(me, runId)
    expect(totals.done).toBe(1_000)
    // Less than half of the thousand are open after a minute: two pages or one, not four hundred reads.
    expect(readsOf(model)).toBeLessThanOrEqual(4)
    const times = model.requests.map(({ at }) => at)
    expect(times.at(-1)).toBeLessThanOrEqual(1.05 * 10_000 * Math.floor((times.length - 1) / 100))
  })

  test('D10 300 bulk verdicts are looked at again from two pages, during the hold', async () => {
    const { clock, model, desk, items } = await stage()
    const runId = randomUUID()
    const changed = items(300)
    await desk.service.put(
      me,
      runId,
      draft(
        changed.map((item) => whole(item, 'approveApprovalItemsInBulk')),
        15_000,
      ),
    )
    await clock.advance(14_000)
    expect([readsOf(model), writesOf(model)]).toEqual([2, 0])
    changed[7]?.approvalItems.push({ id: 'new', state: 'Pending', name: 'groups' })
    await clock.advance(60_000)
    const { totals } = await desk.service.get(me, runId)
    expect(totals.done).toBe(300)
    expect(readsOf(model)).toBe(2)
  })

  test('D10 a list that was read as soon as the run was known serves its entries, however long their sessions take to answer', async () => {
    const clock = new VirtualClock()
    const tokenFor = async () => {
      await new Promise<void>((resolve) => {
        clock.after(20, resolve)
      })
      return 'token'
    }
    const { model, desk, items } = await stage({ clock, tokens: { tokenFor, replace: () => Promise.resolve(null) } })
    const runId = randomUUID()
    const entries = items(150).map((item) => whole(item, 'approveApprovalItemsInBulk'))
    await desk.service.put(me, runId, draft(entries, 15_000))
    await clock.advance(40_000)
    expect((await desk.service.get(me, runId)).totals.done).toBe(150)
    expect(readsOf(model)).toBe(1)
  })

  test('C2 a change that the list shows is read by itself and stops its entry only', async () => {
    const { clock, model, desk, items } = await stage()
    const runId = randomUUID()
    const all = items(40)
    await desk.service.put(
      me,
      runId,
      draft(
        all.map((item) => whole(item, 'rejectApprovalItemsInBulk')),
        30_000,
      ),
    )
    all[3]?.approvalItems.push({ id: 'new', state: 'Pending', name: 'groups' })
    const decided = all[5]
    if (decided) decided.state = 'Finished'
    await clock.advance(40_000)
    const { entries, totals } = await desk.service.get(me, runId)
    expect([totals.done, totals.conflict]).toEqual([38, 2])
    expect([entries[3]?.problem?.kind, entries[5]?.problem?.kind]).toEqual(['changed', 'decided-elsewhere'])
    expect([readsOf(model), model.writesTo('w3'), model.writesTo('w5')]).toEqual([3, 0, 0])
  })

  test.each([0, 3_000])('D10 two runs of 300, one %i ms after the other, end within 15 percent of each other', async (head) => {
    const { clock, desk, items } = await stage()
    const [mine, yours] = [randomUUID(), randomUUID()]
    await desk.service.put(
      me,
      mine,
      draft(
        items(300, 'm').map((item) => approve(item)),
        1_000,
      ),
    )
    await clock.advance(head)
    await desk.service.put(
      you,
      yours,
      draft(
        items(300, 'y').map((item) => approve(item)),
        1_000,
      ),
    )
    await clock.advance(120_000)
    const runs = [await desk.service.get(me, mine), await desk.service.get(you, yours)]
    expect(runs.map(({ totals }) => totals.done)).toEqual([300, 300])
    const [a = 0, b = 0] = runs.map(
      ({ entries }) => Math.max(...entries.map(({ endedAt }) => Date.parse(endedAt ?? ''))) - clock.wallOffset,
    )
    expect(Math.abs(a - b) / Math.max(a, b)).toBeLessThanOrEqual(0.15)
  })

  test('D10 a run and its entries say that they wait for the limit, and how long', async () => {
    const { clock, desk, items } = await stage()
    const runId = randomUUID()
    await desk.service.put(me, runId, draft(items(200).map((item) => approve(item))))
    await clock.advance(4_000)
    const run = await desk.service.get(me, runId)
    expect(run).toMatchObject({ waiting: 'rate', waitMs: 6_000 })
    expect(run.entries[100]).toMatchObject({ state: 'queued', waiting: 'rate', waitMs: 6_000 })
    expect(run.entries[199]).toMatchObject({ state: 'queued', waiting: 'earlier-entries', waitMs: 6_000 })
  })
})

/** What the person saw is compared before it is decided; on a clock that only moves when told to. */
import { randomUUID } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { approve, draft, entryOf, me, whole } from './testing/desk.ts'
import { stage } from './testing/stage.ts'
import type { Plan } from './testing/stage.ts'

describe('C2 what was seen is compared before it is decided', () => {
  test('C2 a bulk verdict over a set that changed is not sent', async () => {
    const { clock, model, desk } = await stage()
    const item = model.add('w1')
    const runId = randomUUID()
    await desk.service.put(me, runId, draft([whole(item, 'approveApprovalItemsInBulk')], 1_000))
    item.approvalItems.push({ id: 'w1-new', state: 'Pending', name: 'groups' })
    await clock.advance(2_000)
    expect(await entryOf(desk, runId)).toMatchObject({
      state: 'conflict',
      sent: 'no',
      problem: { code: 'conflict', kind: 'changed', now: 'Pending' },
    })
    expect(model.writesTo('w1')).toBe(0)
  })

  test('C2 what was seen 60 s ago is read again, what was seen just now is not', async () => {
    const { clock, model, desk } = await stage()
    const [fresh, old] = [model.add('w1'), model.add('w2')]
    await desk.service.put(me, randomUUID(), draft([approve(fresh, 0, 50_000)]))
    const runId = randomUUID()
    await desk.service.put(me, runId, draft([approve(old, 0, 60_500)]))
    old.state = 'Expired'
    await clock.advance(100)
    expect(model.requests.map(({ method, path }) => `${method} ${path}`).sort()).toEqual([
      'GET /beta/work-items/w2',
      'POST /beta/work-items/w1/approve/w1-a0',
    ])
    expect(await entryOf(desk, runId)).toMatchObject({ state: 'conflict', problem: { kind: 'expired', now: 'Expired' } })
  })

  test('C2 a wall clock that was set back makes nothing look fresh', async () => {
    const { clock, model, desk } = await stage()
    await desk.service.put(me, randomUUID(), draft([approve(model.add('w1'))], 1_000))
    clock.wallOffset -= 86_400_000
    await clock.advance(2_000)
    expect(model.requests.map(({ method }) => method)).toEqual(['GET', 'POST'])
  })

  test('C2 the second entry of a run does not stumble over the first', async () => {
    const { clock, model, desk } = await stage()
    const item = model.add('w1', 3)
    const runId = randomUUID()
    await desk.service.put(me, runId, draft([approve(item, 0, 90_000), approve(item, 1, 90_000), approve(item, 2, 90_000)]))
    await clock.advance(1_000)
    expect((await desk.service.get(me, runId)).totals.done).toBe(3)
  })

  test('C2 decided elsewhere through this desk names by whom', async () => {
    const { clock, model, desk } = await stage()
    const item = model.add('w1')
    const early = draft([approve(item, 0, 61_000)], 10_000)
    await desk.service.put(
      { ...me, userId: 'you', userName: 'Uma' },
      randomUUID(),
      draft([{ ...approve(item), operation: 'rejectApprovalItem' }]),
    )
    await clock.advance(1_000)
    const runId = randomUUID()
    await desk.service.put(me, runId, early)
    await clock.advance(20_000)
    expect(await entryOf(desk, runId)).toMatchObject({
      state: 'conflict',
      problem: { kind: 'decided-elsewhere', now: 'Rejected', by: 'Uma' },
    })
  })

  test('C2 while the re-reading fails, nothing is sent', async () => {
    let broken = true
    const plan: Plan = (request, answer) => (broken && request.method === 'GET' ? { status: 500, body: {} } : answer())
    const { clock, model, desk } = await stage({ plan })
    const runId = randomUUID()
    await desk.service.put(me, runId, draft([whole(model.add('w1'), 'approveApprovalItemsInBulk')]))
    await desk.service.put(me, randomUUID(), draft([approve(model.add('w2'))]))
    await clock.advance(10_000)
    expect(await entryOf(desk, runId)).toMatchObject({ state: 'queued', sent: 'no', attempt: 0 })
    expect([model.writesTo('w1'), model.writesTo('w2')]).toEqual([0, 1])
    broken = false
    await clock.advance(60_000)
    expect(await entryOf(desk, runId)).toMatchObject({ state: 'done' })
  })
})

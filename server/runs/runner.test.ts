import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { alwaysSignedIn, approve, draft, forward, me, modelFetch, openDesk, whole } from './testing/desk.ts'
import { TenantModel } from './testing/tenant-model.ts'
import { VirtualClock } from './testing/virtual-clock.ts'

test('a single approve is held, sent once and done', async () => {
  const clock = new VirtualClock()
  const model = new TenantModel()
  const item = model.add('w1')
  const desk = await openDesk({ clock, fetch: modelFetch(model, clock) })
  await desk.runner.start()
  const runId = randomUUID()
  const put = await desk.service.put(me, runId, draft([approve(item)], 5_000))
  expect(put.entries[0]).toMatchObject({ state: 'held', sendsInMs: 5_000, canTakeBack: true, sent: 'no', attempt: 0 })
  await clock.advance(4_999)
  expect(model.requests).toEqual([])
  await clock.advance(1)
  const after = await desk.service.get(me, runId)
  expect(after.entries[0]).toMatchObject({
    state: 'done',
    sent: 'yes',
    attempt: 1,
    trackingId: 'req-1',
    confirmedByReading: false,
  })
  expect(model.effects).toHaveLength(1)
  expect(model.requests.map(({ method }) => method)).toEqual(['POST'])
  await desk.runner.stop()
  await desk.close()
})

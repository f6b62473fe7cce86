/** Requests whose end is not known are settled by reading; on a clock that only moves when told to. */
import { randomUUID } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { approve, draft, entryOf, forward, me } from './testing/desk.ts'
import { stage } from './testing/stage.ts'
import type { Plan } from './testing/stage.ts'
import { VirtualClock } from './testing/virtual-clock.ts'

const hangs = () => new Promise<Response>(() => undefined)

const brokenAfterEffect: Plan = (request, answer) => {
  const done = answer()
  return request.method === 'POST' ? { status: 500, body: {} } : done
}
const outOfSight: Plan = (request, answer) => {
  const done = answer()
  return request.method === 'POST' ? { status: 500, body: {} } : { ...done, status: 403, body: { detailCode: '403' } }
}

describe('a doubtful end', () => {
  test('is settled by reading: done, confirmed, and sent once', async () => {
    const { clock, model, desk } = await stage({ plan: brokenAfterEffect })
    const runId = randomUUID()
    await desk.service.put(me, runId, draft([approve(model.add('w1'))]))
    await clock.advance(1_000)
    expect(await entryOf(desk, runId)).toMatchObject({ state: 'done', confirmedByReading: true, attempt: 1, problem: null })
    expect(model.writesTo('w1')).toBe(1)
  })

  test('is not called open before the first request can no longer arrive: a late effect is still found', async () => {
    const clock = new VirtualClock()
    const plan: Plan = async (request, answer) => {
      if (request.method === 'GET') return answer()
      clock.after(25_000, () => void answer())
      return { status: 502, body: {} }
    }
    const { model, desk } = await stage({ clock, plan })
    const runId = randomUUID()
    await desk.service.put(me, runId, draft([approve(model.add('w1'))]))
    await clock.advance(24_000)
    expect(await entryOf(desk, runId)).toMatchObject({
      state: 'verifying',
      sent: 'unknown',
      problem: { code: 'server_error', status: 502 },
    })
    await clock.advance(12_000)
    expect(await entryOf(desk, runId)).toMatchObject({ state: 'done', confirmedByReading: true })
  })

  test('that shows nothing asks the person: check again, send again, dismiss', async () => {
    let lost = true
    const plan: Plan = (request, answer) => (lost && request.method === 'POST' ? hangs() : answer())
    const { clock, model, desk } = await stage({ plan })
    const runId = randomUUID()
    const positions = [0, 1, 2].map((index) => approve(model.add(`w${index}`)))
    await desk.service.put(me, runId, draft(positions))
    await clock.advance(29_000)
    expect((await desk.service.get(me, runId)).totals.sending).toBe(3)
    await clock.advance(1_000)
    expect((await desk.service.get(me, runId)).totals.verifying).toBe(3)
    await clock.advance(35_000)
    expect((await desk.service.get(me, runId)).totals['needs-you']).toBe(3)
    lost = false
    await desk.service.settle(me, runId, 'check-again', [0])
    await desk.service.settle(me, runId, 'send-again', [1])
    await desk.service.settle(me, runId, 'dismiss', [2])
    await clock.advance(40_000)
    const after = await desk.service.get(me, runId)
    expect(after.entries.map(({ state, attempt, sent }) => [state, attempt, sent])).toEqual([
      ['needs-you', 1, 'unknown'],
      ['done', 2, 'yes'],
      ['dismissed', 1, 'unknown'],
    ])
  })

  test('of a forward that left our sight asks the person', async () => {
    const { clock, model, desk } = await stage({ plan: outOfSight })
    const runId = randomUUID()
    await desk.service.put(me, runId, draft([forward(model.add('w1'))]))
    await clock.advance(1_000)
    expect(await entryOf(desk, runId)).toMatchObject({ state: 'needs-you', sent: 'unknown' })
  })

  test('is verified for as long as the readings fail, and never sent again', async () => {
    let down = true
    const plan: Plan = (_, answer) => {
      const done = answer()
      return down ? { status: 503, body: {} } : done
    }
    const { clock, model, desk } = await stage({ plan })
    const runId = randomUUID()
    await desk.service.put(me, runId, draft([approve(model.add('w1'))]))
    await clock.advance(600_000)
    expect(await entryOf(desk, runId)).toMatchObject({ state: 'verifying' })
    const reads = model.requests.filter(({ method }) => method === 'GET').length
    expect(reads).toBeGreaterThan(9)
    expect(reads).toBeLessThan(20)
    down = false
    await clock.advance(70_000)
    expect(await entryOf(desk, runId)).toMatchObject({ state: 'done', confirmedByReading: true })
    expect(model.writesTo('w1')).toBe(1)
  })
})

import { randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import type { TokenSource } from '../tenant/token-source.ts'
import { approve, draft, entryOf, forward, me, modelFetch, openDesk, whole } from './testing/desk.ts'
import { stage } from './testing/stage.ts'
import type { Plan } from './testing/stage.ts'
import { TenantModel } from './testing/tenant-model.ts'
import { VirtualClock, settled } from './testing/virtual-clock.ts'

const hangs = () => new Promise<Response>(() => undefined)

test('a single approve is held, sent once and done', async () => {
  const { clock, model, desk } = await stage()
  const runId = randomUUID()
  const put = await desk.service.put(me, runId, draft([approve(model.add('w1'))], 5_000))
  expect(put.entries[0]).toMatchObject({ state: 'held', sendsInMs: 5_000, canTakeBack: true, sent: 'no', attempt: 0 })
  await clock.advance(4_999)
  expect(model.requests).toEqual([])
  await clock.advance(1)
  expect(await entryOf(desk, runId)).toMatchObject({
    state: 'done',
    sent: 'yes',
    attempt: 1,
    trackingId: 'req-1',
    confirmedByReading: false,
  })
  expect(model.requests.map(({ method }) => method)).toEqual(['POST'])
})

test('all seven decisions go through', async () => {
  const { clock, model, desk } = await stage()
  const form = model.add('w7', 0)
  form.form = { sections: [{ formItems: [{ name: 'ledger', value: null }] }] }
  const approved = model.add('w1')
  const rejected = approve(model.add('w2'))
  const runId = randomUUID()
  await desk.service.put(
    me,
    runId,
    draft([
      approve(approved),
      { ...rejected, operation: 'rejectApprovalItem' },
      whole(model.add('w3'), 'approveApprovalItemsInBulk'),
      whole(model.add('w4'), 'rejectApprovalItemsInBulk'),
      whole(model.add('w5', 0), 'completeWorkItem'),
      forward(model.add('w6')),
      { operation: 'submitAccountSelection', workItemId: 'w7', body: { ledger: 'p.nadar' }, seen: approve(form).seen },
    ]),
  )
  await clock.advance(1_000)
  const run = await desk.service.get(me, runId)
  expect(run.entries.map(({ state }) => state)).toEqual(Array(7).fill('done'))
  expect(model.effects.map(({ operation }) => operation).sort()).toEqual(
    [
      'approve',
      'bulk-approve',
      'bulk-approve',
      'bulk-reject',
      'bulk-reject',
      'complete',
      'forward',
      'reject',
      'submit-account-selection',
    ].sort(),
  )
  expect(form.form.sections[0]?.formItems[0]?.value).toBe('p.nadar')
  // Only the verdicts over whole work items were read again first.
  expect(
    model.requests
      .filter(({ method }) => method === 'GET')
      .map(({ path }) => path)
      .sort(),
  ).toEqual(['/beta/work-items/w3', '/beta/work-items/w4'])
})

test('a click goes before one’s own thousand, the rest in order', async () => {
  const { clock, model, desk } = await stage()
  const many = Array.from({ length: 150 }, (_, index) => approve(model.add(`m${index}`)))
  const bulk = randomUUID()
  await desk.service.put(me, bulk, draft(many))
  await clock.advance(0)
  const single = randomUUID()
  await desk.service.put(me, single, draft([approve(model.add('one'))]))
  await clock.advance(10_000)
  expect((await entryOf(desk, single))?.state).toBe('done')
  const order = model.requests.map(({ path }) => path.split('/')[3])
  expect(order.filter((id) => id !== 'one')).toEqual(many.slice(0, order.length - 1).map(({ workItemId }) => workItemId))
  await clock.advance(20_000)
  expect((await desk.service.get(me, bulk)).totals.done).toBe(150)
})

test('D10 no more than 100 requests in any 10 s, and 429 fails no entry', async () => {
  let refusals = 3
  const plan: Plan = (_, answer) => {
    refusals -= 1
    return refusals >= 0 ? { status: 429, body: { message: 'slow' }, headers: { 'retry-after': '2' } } : answer()
  }
  const { clock, model, desk } = await stage({ plan })
  const runId = randomUUID()
  await desk.service.put(me, runId, draft(Array.from({ length: 250 }, (_, index) => approve(model.add(`w${index}`)))))
  await clock.advance(60_000)
  const run = await desk.service.get(me, runId)
  expect([run.totals.done, run.entries.every(({ attempt }) => attempt === 1)]).toEqual([250, true])
  const times = model.requests.map(({ at }) => at)
  for (const [index, at] of times.entries())
    expect(at - (times[index - 100] ?? Number.NEGATIVE_INFINITY)).toBeGreaterThanOrEqual(10_000)
})

function tokensFrom(sequence: string[]): TokenSource & { replaced: number } {
  return {
    replaced: 0,
    tokenFor: () => Promise.resolve(sequence[0] ?? null),
    replace() {
      this.replaced += 1
      sequence.shift()
      return Promise.resolve(sequence[0] ?? null)
    },
  }
}
const accepting =
  (good: string): Plan =>
  (request, answer) =>
    request.token === `Bearer ${good}` ? answer() : { status: 401, body: { error: 'JWT expired' } }

describe('401', () => {
  test('is tried once more with a fresh token, and counts no attempt', async () => {
    const tokens = tokensFrom(['old', 'new'])
    const { clock, model, desk } = await stage({ tokens, plan: accepting('new') })
    const runId = randomUUID()
    await desk.service.put(me, runId, draft([approve(model.add('w1'))]))
    await clock.advance(1_000)
    expect(await entryOf(desk, runId)).toMatchObject({ state: 'done', attempt: 1 })
    expect([tokens.replaced, model.writesTo('w1')]).toEqual([1, 1])
  })

  test('with the fresh token too waits for a sign-in', async () => {
    const sequence = ['old', 'new']
    const tokens = tokensFrom(sequence)
    const asked: string[] = []
    const plan: Plan = (request, answer) => {
      asked.push(request.token)
      return accepting('third')?.(request, answer) ?? answer()
    }
    const { clock, model, desk } = await stage({ tokens, plan })
    const runId = randomUUID()
    await desk.service.put(me, runId, draft([approve(model.add('w1'))]))
    await clock.advance(120_000)
    expect(await entryOf(desk, runId)).toMatchObject({ state: 'queued', waiting: 'sign-in', sent: 'no', attempt: 0 })
    expect(asked).toEqual(['Bearer old', 'Bearer new'])
    sequence.splice(0, 2, 'third')
    desk.runner.wake()
    await settled()
    expect(await entryOf(desk, runId)).toMatchObject({ state: 'done' })
  })
})

test('no network: the run waits, says so, and goes on by itself', async () => {
  let down = true
  const plan: Plan = (_, answer) => {
    if (down)
      throw new TypeError('fetch failed', { cause: Object.assign(new Error('x'), { code: 'ECONNREFUSED', syscall: 'connect' }) })
    return answer()
  }
  const { clock, model, desk } = await stage({ plan })
  const runId = randomUUID()
  await desk.service.put(me, runId, draft(Array.from({ length: 20 }, (_, index) => approve(model.add(`w${index}`)))))
  await clock.advance(30_000)
  expect(await entryOf(desk, runId)).toMatchObject({ state: 'queued', waiting: 'network', sent: 'no', attempt: 0 })
  down = false
  await clock.advance(60_000)
  expect((await desk.service.get(me, runId)).totals.done).toBe(20)
})

/** Two servers after each other on one file; the first is gone without a word, as after kill -9. */
async function restarting(plan: Plan) {
  const folder = mkdtempSync(join(tmpdir(), 'runs-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  const model = new TenantModel()
  const path = join(folder, 'desk.sqlite')
  const start = async (used: Plan) => {
    const clock = new VirtualClock()
    const desk = await openDesk({ clock, path, fetch: modelFetch(model, clock, used) })
    onTestFinished(() => desk.close())
    await desk.runner.start()
    return { clock, desk }
  }
  const first = await start(plan)
  return { model, first, second: () => start(undefined) }
}

describe('a restart', () => {
  test('starts the hold anew', async () => {
    const { model, first, second } = await restarting(undefined)
    const runId = randomUUID()
    await first.desk.service.put(me, runId, draft([approve(model.add('w1'))], 5_000))
    await first.clock.advance(4_000)
    const { clock, desk } = await second()
    expect(await entryOf(desk, runId)).toMatchObject({ state: 'held', sendsInMs: 5_000 })
    await clock.advance(4_999)
    expect(model.requests).toEqual([])
    await clock.advance(1)
    expect((await entryOf(desk, runId))?.state).toBe('done')
  })

  test.each<[string, boolean, string, boolean]>([
    ['was carried out', true, 'done', true],
    ['was not', false, 'needs-you', false],
  ])('verifies an intent without outcome that %s, and never sends it again', async (_, effect, state, confirmed) => {
    const { model, first, second } = await restarting((_request, answer) => {
      if (effect) answer()
      return hangs()
    })
    const runId = randomUUID()
    await first.desk.service.put(me, runId, draft([approve(model.add('w1')), approve(model.add('w2'))]))
    await first.clock.advance(1_000)
    expect((await entryOf(first.desk, runId))?.state).toBe('sending')
    const { clock, desk } = await second()
    expect(await entryOf(desk, runId)).toMatchObject({ state: 'verifying', sent: 'unknown', problem: { code: 'interrupted' } })
    await clock.advance(40_000)
    expect(await entryOf(desk, runId)).toMatchObject({ state, confirmedByReading: confirmed })
    expect(model.effectsOn('w1')).toHaveLength(effect ? 1 : 0)
    expect(model.writesTo('w1')).toBe(effect ? 1 : 0)
  })

  test('stops within 25 s: what is under way is recorded as unknown, what is not is not sent', async () => {
    const { model, first, second } = await restarting((request, answer) => (request.path.includes('slow') ? hangs() : answer()))
    const runId = randomUUID()
    const entries = [approve(model.add('slow')), ...Array.from({ length: 120 }, (_, index) => approve(model.add(`w${index}`)))]
    await first.desk.service.put(me, runId, draft(entries))
    await first.clock.advance(500)
    const before = model.requests.length
    const stopped = first.desk.runner.stop()
    await first.clock.advance(25_000)
    await stopped
    expect(await entryOf(first.desk, runId)).toMatchObject({ state: 'verifying', problem: { code: 'interrupted' } })
    expect(model.requests).toHaveLength(before)
    const { clock, desk } = await second()
    await clock.advance(60_000)
    const run = await desk.service.get(me, runId)
    expect([run.totals.done, run.totals['needs-you']]).toEqual([120, 1])
  })
})

test('the ledger tells every step of an entry, with its time', async () => {
  const { clock, model, desk } = await stage()
  const runId = randomUUID()
  await desk.service.put(me, runId, draft([approve(model.add('w1'))], 1_000))
  await clock.advance(2_000)
  const lines = await desk.store.ledgerOf(runId, 0)
  expect(lines.map(({ event, from, to }) => [event, from, to])).toEqual([
    ['handed-over', null, 'held'],
    ['hold-ended', 'held', 'queued'],
    ['cleared', 'queued', 'sending'],
    ['succeeded', 'sending', 'done'],
  ])
  expect(lines.map(({ at }) => at - (lines[0]?.at ?? 0))).toEqual([0, 1_000, 1_000, 1_000])
})

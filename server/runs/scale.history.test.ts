/** Runs of hundreds on a clock that only moves when told to: whose they are, stopping, outages and restarts. */
import { randomUUID } from 'node:crypto'
import { describe, expect, onTestFinished, test, vi } from 'vitest'
import { createReceiptStore } from '../store/receipts.ts'
import { verifyStore } from '../receipts/verify.ts'
import { startAsking } from './testing/asking.ts'
import { approve, draft, me, modelFetch, openDatabase, openDesk } from './testing/desk.ts'
import { violations } from './testing/history.ts'
import { stage } from './testing/stage.ts'
import type { Plan } from './testing/stage.ts'
import { TenantModel } from './testing/tenant-model.ts'
import { VirtualClock } from './testing/virtual-clock.ts'

// Hundreds of entries take seconds on a busy machine, however quick the clock.
vi.setConfig({ testTimeout: 60_000 })

const you = { ...me, userId: 'you', userName: 'Uma' }

const writesOf = (model: TenantModel) => model.requests.filter(({ method }) => method === 'POST').length
const sum = (totals: Readonly<Record<string, number>>) => Object.values(totals).reduce((all, count) => all + count, 0)

describe('D9 a run never goes on as someone else', () => {
  test('D9 through four changes of who is signed in, every request carries its maker’s token, and the run waits meanwhile', async () => {
    let signedIn = 'me'
    const sent: string[] = []
    const { clock, model, desk, items } = await stage({
      tokens: {
        tokenFor: (user) => Promise.resolve(user.userId === signedIn ? `token of ${user.userId}` : null),
        replace: () => Promise.resolve(null),
      },
      plan: ({ path, token }, answer) => {
        const [, , , id = ''] = path.split('/')
        if (id !== '') sent.push(`${id.slice(0, 1)} ${token}`)
        return answer()
      },
    })
    const [mine, yours] = [randomUUID(), randomUUID()]
    await desk.service.put(me, mine, draft(items(300, 'm').map((item) => approve(item))))
    await desk.service.put(you, yours, draft(items(300, 'y').map((item) => approve(item))))
    for (const who of ['you', 'me', 'you', 'me']) {
      await clock.advance(11_000)
      signedIn = who
      const other = who === 'me' ? { user: you, runId: yours } : { user: me, runId: mine }
      await clock.advance(6_000)
      const waiting = await desk.service.get(other.user, other.runId)
      expect(waiting.totals.queued === 0 || waiting.waiting === 'sign-in').toBe(true)
      await expect(desk.service.get(other.user === me ? you : me, other.runId)).rejects.toMatchObject({ status: 404 })
    }
    for (let turn = 0; turn < 6; turn += 1) {
      signedIn = turn % 2 === 0 ? 'you' : 'me'
      await clock.advance(40_000)
    }
    expect(new Set(sent)).toEqual(new Set(['m Bearer token of me', 'y Bearer token of you']))
    expect([(await desk.service.get(me, mine)).totals.done, (await desk.service.get(you, yours)).totals.done]).toEqual([300, 300])
    expect(writesOf(model)).toBe(600)
  })
})

describe('D11 the person can stop', () => {
  const points = [0, 1, 5, 50, 99, 100, 101, 150, 199, 200]
  test.each(points)(
    'D11 stopped after %i requests: nothing more leaves, what has left is resolved, the totals add up',
    async (point) => {
      let stop: (() => Promise<unknown>) | undefined
      let posts = 0
      const { clock, model, desk, items } = await stage({
        plan: (request, answer) => {
          if (request.method !== 'POST') return answer()
          posts += 1
          if (posts === point) void stop?.()
          const done = answer()
          return posts % 3 === 0 ? { status: 500, body: {} } : done
        },
      })
      const runId = randomUUID()
      await desk.service.put(
        me,
        runId,
        draft(
          items(200).map((item) => approve(item)),
          1_000,
        ),
      )
      stop = () => desk.service.stop(me, runId)
      if (point === 0) await stop()
      await clock.advance(120_000)
      const run = await desk.service.get(me, runId)
      expect(sum(run.totals)).toBe(200)
      expect([run.stopped, run.open, run.totals.done + run.totals.cancelled]).toEqual([true, false, 200])
      // At most those that had their intent stored when the person pressed.
      expect(writesOf(model)).toBeLessThanOrEqual(point + (point === 0 ? 0 : 12))
      expect(run.totals.done).toBe(writesOf(model))
      expect(run.entries.every(({ endedAt }) => endedAt !== null)).toBe(true)
    },
  )

  test('D11 paused before the hold ends and in the middle, it sends nothing until resumed, also over a restart', async () => {
    const db = await openDatabase()
    onTestFinished(() => db.destroy())
    const clock = new VirtualClock()
    const model = new TenantModel()
    const start = async () => {
      const desk = await openDesk({ clock, fetch: modelFetch(model, clock), db })
      await desk.runner.start()
      return desk
    }
    const first = await start()
    const runId = randomUUID()
    await first.service.put(
      me,
      runId,
      draft(
        Array.from({ length: 150 }, (_, index) => approve(model.add(`w${index}`))),
        1_000,
      ),
    )
    expect(await first.service.pause(me, runId, true)).toMatchObject({ paused: true, open: true })
    await clock.advance(20_000)
    expect(writesOf(model)).toBe(0)
    await first.service.pause(me, runId, false)
    await clock.advance(1_000)
    expect(writesOf(model)).toBe(100)
    await first.service.pause(me, runId, true)
    await first.runner.stop()
    const second = await start()
    await clock.advance(60_000)
    expect(writesOf(model)).toBe(100)
    await second.service.pause(me, runId, false)
    await clock.advance(30_000)
    expect((await second.service.get(me, runId)).totals.done).toBe(150)
    await second.runner.stop()
  })

  test('D11 what needs the person in a stopped run cannot be sent again there, but dismissed in one press', async () => {
    const { ask, clock, model, failWith } = await startAsking()
    failWith(() => new Promise<Response>(() => undefined))
    const runId = randomUUID()
    await ask('putRun', `/runs/${runId}`, draft(['a', 'b', 'c'].map((id) => approve(model.add(id)))))
    await clock.advance(90_000)
    expect((await ask('stopRun', `/runs/${runId}/stop`)).body).toMatchObject({ stopped: true, totals: { 'needs-you': 3 } })
    expect(await ask('settleEntries', `/runs/${runId}/settle`, { act: 'send-again' })).toMatchObject({
      status: 409,
      body: { code: 'run_stopped' },
    })
    expect((await ask('settleEntries', `/runs/${runId}/settle`, { act: 'dismiss' })).body).toMatchObject({
      open: false,
      totals: { dismissed: 3 },
    })
    for (const [operation, act] of [
      ['pauseRun', 'pause'],
      ['resumeRun', 'resume'],
      ['stopRun', 'stop'],
    ] as const)
      expect((await ask(operation, `/runs/${runId}/${act}`, undefined, 'you')).status).toBe(404)
  })
})

describe('D12 no rule depends on the wall clock going forward', () => {
  test.each([-86_400_000, 86_400_000])('D12 the wall clock jumps by %i ms in the middle of a run', async (jump) => {
    const { clock, model, desk, items } = await stage()
    const runId = randomUUID()
    await desk.service.put(
      me,
      runId,
      draft(
        items(250).map((item) => approve(item)),
        5_000,
      ),
    )
    await clock.advance(2_000)
    clock.wallOffset += jump
    await clock.advance(10_000)
    clock.wallOffset -= jump / 2
    await clock.advance(120_000)
    const run = await desk.service.get(me, runId)
    expect([run.totals.done, writesOf(model)]).toEqual([250, 250])
    expect(violations(run, model, new Map())).toEqual([])
  })

  test('D12 a process that sleeps 30 s and wakes sends nothing twice', async () => {
    // The virtual clock stands for SIGSTOP: all timers of the pause fall due at once when it goes on.
    const { clock, model, desk, items } = await stage()
    const runId = randomUUID()
    await desk.service.put(me, runId, draft(items(250).map((item) => approve(item))))
    await clock.advance(50)
    clock.leap(30_000)
    await clock.advance(60_000)
    expect([(await desk.service.get(me, runId)).totals.done, writesOf(model)]).toEqual([250, 250])
  })
})

describe('T4 a tenant that is down', () => {
  test.each([10_000, 20_000, 30_000, 45_000, 60_000])(
    'T4 for %i ms in a bulk of 200: the run pauses by itself, says so and goes on',
    async (outage) => {
      let from = Infinity
      const attempts: { method: string; at: number }[] = []
      const clock = new VirtualClock()
      const plan: Plan = (request, answer) => {
        const at = clock.monotonic()
        if (at < from || at >= from + outage) return answer()
        attempts.push({ method: request.method, at })
        throw new TypeError('fetch failed', { cause: Object.assign(new Error('reset'), { code: 'ECONNRESET', syscall: 'read' }) })
      }
      const { model, desk, items } = await stage({ clock, plan })
      const runId = randomUUID()
      await desk.service.put(me, runId, draft(items(200).map((item) => approve(item))))
      await clock.advance(9_990)
      from = clock.monotonic()
      await clock.advance(8_000)
      const down = desk.tenant.down()
      expect(down?.since).toBeGreaterThanOrEqual(clock.wallOffset + from)
      expect((await desk.service.get(me, runId)).waiting).toBe('network')
      await clock.advance(outage + 120_000)
      const run = await desk.service.get(me, runId)
      const lateWrites = attempts.filter(({ method, at }) => method === 'POST' && at > from + 5_000)
      expect(lateWrites).toEqual([])
      await desk.service.settle(me, runId, 'send-again')
      await clock.advance(60_000)
      const after = await desk.service.get(me, runId)
      expect([sum(after.totals), after.totals.done]).toEqual([200, 200])
      expect(violations(after, model, new Map())).toEqual([])
      expect(run.totals['needs-you']).toBeLessThanOrEqual(20)
      expect(model.effects).toHaveLength(200)
    },
  )
})

test('T3 a tenant that hangs for 60 s: never more than 64 in flight, 256 wait, the next is told so, and the run goes on afterwards', async () => {
  const clock = new VirtualClock()
  const until = 60_000
  let inFlight = 0
  let most = 0
  const plan: Plan = async (_, answer) => {
    inFlight += 1
    most = Math.max(most, inFlight)
    try {
      // Nothing is carried out before the tenant is back, and by then nobody listens any more.
      if (clock.monotonic() >= until) return answer()
      return await new Promise<Response>((_resolve, reject) => {
        clock.after(Math.min(30_000, until - clock.monotonic()), () => reject(new Error('gone')))
      })
    } finally {
      inFlight -= 1
    }
  }
  const { model, desk, items } = await stage({ clock, plan })
  const runId = randomUUID()
  await desk.service.put(me, runId, draft(items(100).map((item) => approve(item))))
  const ends: string[] = []
  const reads = Array.from({ length: 36 + 256 + 10 }, async () => {
    const outcome = await desk.tenant.call({
      operation: 'listWorkItems',
      path: {},
      accessToken: 'token',
      priority: 'read',
      sharer: 'a reader',
    })
    ends.push(outcome.kind === 'answer' ? String(outcome.status) : outcome.reason)
  })
  await clock.advance(1_000)
  expect(ends).toEqual(Array(10).fill('busy'))
  await clock.advance(until)
  await Promise.all(reads)
  // The first ones gave up after 10 s; that was an outage, and nobody else was kept waiting for it.
  expect(new Set(ends.slice(10))).toEqual(new Set(['timeout', 'circuit']))
  expect(most).toBeLessThanOrEqual(64)
  expect(writesOf(model)).toBe(0)
  await clock.advance(240_000)
  await desk.service.settle(me, runId, 'send-again')
  await clock.advance(60_000)
  const run = await desk.service.get(me, runId)
  expect(run.totals.done).toBe(100)
  expect(violations(run, model, new Map())).toEqual([])
})

describe('T5 restarts', () => {
  test('T5 twenty graceful restarts during a bulk of 500: nothing lost, nothing doubled, the receipts unbroken', async () => {
    const db = await openDatabase()
    onTestFinished(() => db.destroy())
    const clock = new VirtualClock()
    const model = new TenantModel()
    model.naive = true
    const fetch = modelFetch(model, clock, async (_, answer) => {
      await new Promise<void>((resolve) => {
        clock.after(700, resolve)
      })
      return answer()
    })
    const runId = randomUUID()
    const entries = Array.from({ length: 500 }, (_, index) => approve(model.add(`w${index}`)))
    let desk = await openDesk({ clock, fetch, db })
    await desk.runner.start()
    await desk.service.put(me, runId, draft(entries))
    for (let restart = 0; restart < 20; restart += 1) {
      await clock.advance(1_900)
      const stopped = desk.runner.stop()
      await clock.advance(1_000)
      await stopped
      desk = await openDesk({ clock, fetch, db })
      await desk.runner.start()
    }
    await clock.advance(120_000)
    const run = await desk.service.get(me, runId)
    expect([run.totals.done, writesOf(model), model.effects.length]).toEqual([500, 500, 500])
    expect(violations(run, model, new Map())).toEqual([])
    expect(await verifyStore(createReceiptStore(db))).toMatchObject([{ holds: true }])
    await desk.runner.stop()
  })
})

test('D4 a page that vanishes after the PUT changes nothing, at any of 25 points', async () => {
  for (let point = 0; point < 25; point += 1) {
    const { clock, model, desk, items } = await stage()
    const runId = randomUUID()
    await desk.service.put(
      me,
      runId,
      draft(
        items(50).map((item) => approve(item)),
        1_000,
      ),
    )
    // The page asks until it is gone; a second one, on another device, sees the same afterwards.
    for (let poll = 0; poll < point; poll += 1) {
      await desk.service.get(me, runId)
      await clock.advance(60)
    }
    await clock.advance(30_000)
    const run = await desk.service.get(me, runId)
    expect([run.totals.done, writesOf(model)]).toEqual([50, 50])
    expect((await desk.service.list({ tenantId: me.tenantId, userId: me.userId }, { limit: 1, offset: 0 }))[0]?.totals).toEqual(
      run.totals,
    )
  }
})

test('D8 leases of another server are left alone until they run out', async () => {
  const db = await openDatabase()
  onTestFinished(() => db.destroy())
  const clock = new VirtualClock()
  const model = new TenantModel()
  let silent = true
  const fetch = modelFetch(model, clock, (_, answer) => (silent ? new Promise<Response>(() => undefined) : answer()))
  const first = await openDesk({ clock, fetch, db, runnerId: 'server one' })
  await first.runner.start()
  const runId = randomUUID()
  await first.service.put(me, runId, draft([approve(model.add('w1'))]))
  await clock.advance(100)
  silent = false
  const second = await openDesk({ clock, fetch, db, runnerId: 'server two' })
  await second.runner.start()
  await clock.advance(10_000)
  expect((await second.service.get(me, runId)).entries[0]?.state).toBe('sending')
  // Its own after a restart: at once.
  const again = await openDesk({ clock, fetch, db, runnerId: 'server one' })
  await again.runner.start()
  expect((await again.service.get(me, runId)).entries[0]?.state).toBe('verifying')
  for (const { runner } of [first, second, again]) {
    const stopped = runner.stop()
    await clock.advance(30_000)
    await stopped
  }
})

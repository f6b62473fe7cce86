import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { VirtualClock, settled } from '../runs/testing/virtual-clock.ts'
import type { Priority, Ticket } from './fair-line.ts'
import { createLimiter } from './limiter.ts'
import type { Place } from './limiter.ts'
import { Pace } from './pace.ts'

const limit = { requests: 3, windowMs: 1_000 }

test('the n-th request leaves a window after the answer to the (n − limit)-th', () => {
  const pace = new Pace(limit)
  for (let index = 0; index < 3; index += 1) {
    expect(pace.nextAt(0)).toBe(0)
    pace.leave()
  }
  expect(pace.nextAt(50)).toBeNull()
  pace.answered(100)
  expect(pace.nextAt(100)).toBe(1_100)
  pace.answered(300)
  pace.leave()
  expect(pace.nextAt(400)).toBe(1_300)
  pace.giveBack()
  expect(pace.nextAt(400)).toBe(1_100)
  pace.holdUntil(5_000)
  pace.holdUntil(2_000)
  expect(pace.nextAt(1_200)).toBe(5_000)
})

test('a tenant that counts each request anywhere between its leaving and its answer never counts more than the limit', () => {
  const anyRequest = fc.record({ gap: fc.nat(400), takes: fc.nat(900), counted: fc.double({ min: 0, max: 1, noNaN: true }) })
  const neverMore = fc.property(fc.array(anyRequest, { minLength: 5, maxLength: 60 }), (requests) => {
    const pace = new Pace(limit)
    let pending: number[] = []
    const counted: number[] = []
    let now = 0
    for (const { gap, takes, counted: share } of requests) {
      now += gap
      for (;;) {
        const due = pending.filter((at) => at <= now).sort((a, b) => a - b)
        for (const at of due) pace.answered(at)
        pending = pending.filter((at) => at > now)
        const next = pace.nextAt(now)
        if (next !== null && next <= now) break
        now = Math.min(next ?? Number.POSITIVE_INFINITY, ...pending)
      }
      pace.leave()
      pending.push(now + takes)
      counted.push(now + share * takes)
    }
    counted.sort((a, b) => a - b)
    return counted.every((at, index) => at - (counted[index - limit.requests] ?? Number.NEGATIVE_INFINITY) >= limit.windowMs)
  })
  expect(() => fc.assert(neverMore, { numRuns: 300 })).not.toThrow()
})

test('reads go before runs, each in order', async () => {
  const clock = new VirtualClock()
  const limiter = createLimiter({ clock, random: () => 0, limit: { requests: 1, windowMs: 100 } })
  const order: string[] = []
  const enter = (name: string, priority: Priority) =>
    limiter.enter('beta', { priority, sharer: 'me' }).then((place) => {
      order.push(name)
      if (place !== 'full') place?.answered()
    })
  const all = Promise.all([
    enter('first', 'bulk'),
    enter('bulk 1', 'bulk'),
    enter('click', 'single'),
    enter('read 1', 'read'),
    enter('read 2', 'read'),
  ])
  await clock.advance(1_000)
  await all
  expect(order).toEqual(['first', 'read 1', 'read 2', 'click', 'bulk 1'])
})

const bulk = { priority: 'bulk', sharer: 'me' } as const
const read = { priority: 'read', sharer: 'me' } as const

/** A place, where the limiter must give one. */
async function placed(entering: ReturnType<ReturnType<typeof createLimiter>['enter']>): Promise<Place> {
  const place = await entering
  if (place === null || place === 'full') throw new Error('no place')
  return place
}

test('Retry-After holds everyone of that version and nobody of another', async () => {
  const clock = new VirtualClock()
  const limiter = createLimiter({ clock, random: () => 0 })
  const place = await placed(limiter.enter('beta', bulk))
  place.answered(7_000)
  expect(limiter.waitMs('beta')).toBe(7_000)
  expect(limiter.waitMs('v2024')).toBe(0)
  let entered = false
  void limiter.enter('beta', read).then(() => {
    entered = true
  })
  await clock.advance(6_999)
  expect(entered).toBe(false)
  await clock.advance(1)
  expect(entered).toBe(true)
})

test('a wait that is given up leaves its place to the next', async () => {
  const clock = new VirtualClock()
  const limiter = createLimiter({ clock, random: () => 0, limit: { requests: 1, windowMs: 100 } })
  const first = await placed(limiter.enter('beta', bulk))
  const stop = new AbortController()
  const given = limiter.enter('beta', bulk, stop.signal)
  const next = limiter.enter('beta', bulk)
  stop.abort()
  expect(await given).toBeNull()
  first.giveBack()
  first.answered(60_000)
  await settled()
  expect(await next).not.toBeNull()
})

/** Someone who wants `most` places, twelve at a time, and is answered after 5 ms each time; when they got them. */
function wanting(limiter: ReturnType<typeof createLimiter>, clock: VirtualClock, ticket: Ticket, most = Infinity) {
  const got: number[] = []
  let asked = 0
  const again = async (): Promise<void> => {
    if (asked >= most) return
    asked += 1
    const place = await placed(limiter.enter('beta', ticket))
    got.push(clock.monotonic())
    clock.after(5, () => {
      place.answered()
      void again()
    })
  }
  for (let index = 0; index < 12; index += 1) void again()
  return got
}
const within = (times: readonly number[], from: number, to: number) => times.filter((at) => at >= from && at < to).length

test('D10 while somebody reads, runs leave ten places of each window free, and none when nobody does', async () => {
  const clock = new VirtualClock()
  const limiter = createLimiter({ clock, random: () => 0 })
  const run = wanting(limiter, clock, bulk)
  await clock.advance(19_000)
  expect(within(run, 10_000, 20_000)).toBe(100)
  const waits: number[] = []
  for (let second = 0; second < 30; second += 1) {
    const asked = clock.monotonic()
    void placed(limiter.enter('beta', read)).then((place) => {
      waits.push(clock.monotonic() - asked)
      place.answered()
    })
    await clock.advance(1_000)
  }
  expect(within(run, 30_000, 40_000)).toBe(90)
  expect(waits).toHaveLength(30)
  expect(waits.sort((a, b) => a - b)[28]).toBeLessThanOrEqual(1_500)
  await clock.advance(60_000)
  expect(within(run, 90_000, 100_000)).toBe(100)
})

test('D10 two people share what there is, also when one began earlier; a click goes before both', async () => {
  const clock = new VirtualClock()
  const limiter = createLimiter({ clock, random: () => 0 })
  const mine = wanting(limiter, clock, bulk)
  await clock.advance(100)
  const yours = wanting(limiter, clock, { priority: 'bulk', sharer: 'you' })
  const clicks = wanting(limiter, clock, { priority: 'single', sharer: 'you' }, 3)
  await clock.advance(200)
  expect([mine.length, yours.length, clicks.length]).toEqual([100, 0, 0])
  await clock.advance(14_000)
  expect([mine.length + yours.length, clicks.length]).toEqual([197, 3])
  expect(yours.length).toBeGreaterThanOrEqual(50)
})

test('D10 two runs of equal length end within 15 % of each other, whoever began', async () => {
  for (const head of [0, 500, 5_000]) {
    const clock = new VirtualClock()
    const limiter = createLimiter({ clock, random: () => 0 })
    const mine = wanting(limiter, clock, bulk, 300)
    await clock.advance(head)
    const yours = wanting(limiter, clock, { priority: 'bulk', sharer: 'you' }, 300)
    await clock.advance(120_000)
    const [myEnd = 0, yourEnd = 0] = [mine[299], yours[299]]
    expect(myEnd).toBeGreaterThan(0)
    expect(Math.abs(myEnd - yourEnd)).toBeLessThanOrEqual(0.15 * Math.max(myEnd, yourEnd))
  }
})

test('T3 no more than 36 reads are in flight, 256 wait, and the next is told so at once', async () => {
  const clock = new VirtualClock()
  const limiter = createLimiter({ clock, random: () => 0, limit: { requests: 1_000, windowMs: 10_000 } })
  const entered: (Place | null | 'full')[] = []
  for (let index = 0; index < 36 + 256; index += 1) void limiter.enter('beta', read).then((place) => entered.push(place))
  await settled()
  expect(entered).toHaveLength(36)
  expect(await limiter.enter('beta', read)).toBe('full')
  // A run is not kept back by reads that hang.
  expect(await limiter.enter('beta', bulk)).not.toBeNull()
  const [first] = entered
  if (first && first !== 'full') first.answered()
  await settled()
  expect(entered).toHaveLength(37)
})

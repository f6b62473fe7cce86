import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { VirtualClock, settled } from '../runs/testing/virtual-clock.ts'
import { createLimiter } from './limiter.ts'
import type { Priority } from './limiter.ts'
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
    limiter.enter('beta', priority).then((place) => {
      order.push(name)
      place?.answered()
    })
  const all = Promise.all([
    enter('first', 'run'),
    enter('run 1', 'run'),
    enter('run 2', 'run'),
    enter('read 1', 'read'),
    enter('read 2', 'read'),
  ])
  await clock.advance(1_000)
  await all
  expect(order).toEqual(['first', 'read 1', 'read 2', 'run 1', 'run 2'])
})

test('Retry-After holds everyone of that version and nobody of another', async () => {
  const clock = new VirtualClock()
  const limiter = createLimiter({ clock, random: () => 0 })
  const place = await limiter.enter('beta', 'run')
  place?.answered(7_000)
  expect(limiter.waitMs('beta')).toBe(7_000)
  expect(limiter.waitMs('v2024')).toBe(0)
  let entered = false
  void limiter.enter('beta', 'read').then(() => {
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
  const first = await limiter.enter('beta', 'run')
  const stop = new AbortController()
  const given = limiter.enter('beta', 'run', stop.signal)
  const next = limiter.enter('beta', 'run')
  stop.abort()
  expect(await given).toBeNull()
  first?.giveBack()
  first?.answered(60_000)
  await settled()
  expect(await next).not.toBeNull()
})

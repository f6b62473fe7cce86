import { expect, test } from 'vitest'
import { SlidingWindow } from './limiter.ts'

test('admits the limit within a window and tells when the next one fits', () => {
  const window = new SlidingWindow(3, 10_000)
  expect([0, 100, 200].map((now) => window.take('desk beta', now).admitted)).toEqual([true, true, true])
  expect(window.take('desk beta', 300)).toEqual({ admitted: false, retryAfterSeconds: 10 })
  expect(window.take('desk beta', 9_500)).toEqual({ admitted: false, retryAfterSeconds: 1 })
  expect(window.take('desk beta', 10_000)).toEqual({ admitted: true })
  expect(window.take('desk beta', 10_050).admitted).toBe(false)
})

test('counts each client and version apart', () => {
  const window = new SlidingWindow(1, 10_000)
  expect(window.take('desk beta', 0).admitted).toBe(true)
  expect(window.take('desk v2024', 0).admitted).toBe(true)
  expect(window.take('manager-pat beta', 0).admitted).toBe(true)
  expect(window.take('desk beta', 1).admitted).toBe(false)
})

test('does not count what it refused', () => {
  const window = new SlidingWindow(1, 10_000)
  window.take('desk', 0)
  for (let now = 1; now < 10_000; now += 100) expect(window.take('desk', now).admitted).toBe(false)
  expect(window.take('desk', 10_000).admitted).toBe(true)
})

test('a limit of 0 admits all', () => {
  const window = new SlidingWindow(0, 10_000)
  expect(Array.from({ length: 500 }, () => window.take('desk', 0).admitted)).not.toContain(false)
})

// @vitest-environment jsdom
import { act, cleanup, renderHook } from '@testing-library/react'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { useSettled } from './use-settled.ts'

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  cleanup()
  vi.useRealTimers()
})

test('a value is given once it has stayed the same for so long, and the first one at once', () => {
  const { result, rerender } = renderHook(({ value }) => useSettled(value, 100), { initialProps: { value: 'a' } })
  const pass = (ms: number) =>
    act(() => {
      vi.advanceTimersByTime(ms)
    })
  expect(result.current).toBe('a')
  rerender({ value: 'b' })
  pass(99)
  rerender({ value: 'c' })
  pass(99)
  expect(result.current).toBe('a')
  pass(1)
  expect(result.current).toBe('c')
})

// @vitest-environment jsdom
import { cleanup, renderHook } from '@testing-library/react'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { useScrollingMark } from './use-scrolling-mark.ts'

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  cleanup()
  vi.useRealTimers()
})

test('an element is marked from the first scroll event until none has come for 120 ms', () => {
  const element = document.createElement('div')
  renderHook(() => useScrollingMark({ current: element }))
  const isMarked = () => 'scrolling' in element.dataset
  expect(isMarked()).toBe(false)
  element.dispatchEvent(new Event('scroll'))
  expect(isMarked()).toBe(true)
  vi.advanceTimersByTime(100)
  element.dispatchEvent(new Event('scroll'))
  vi.advanceTimersByTime(119)
  expect(isMarked()).toBe(true)
  vi.advanceTimersByTime(1)
  expect(isMarked()).toBe(false)
})

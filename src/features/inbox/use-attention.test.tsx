// @vitest-environment jsdom
import { act, cleanup, renderHook } from '@testing-library/react'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { useAttention } from './use-attention.ts'

beforeEach(() => {
  vi.useFakeTimers()
  document.body.innerHTML = '<div><p data-id="a"><a href="/a">A</a></p><p data-id="b"><a href="/b">B</a></p><i>none</i></div>'
})
afterEach(() => {
  cleanup()
  vi.useRealTimers()
})

function watched(followingId: string | null = null) {
  const list = document.querySelector('div')
  const { result, rerender } = renderHook((openedId?: string) => useAttention({ current: list }, openedId, followingId))
  const happen = (type: string, selector: string) =>
    act(() => {
      document.querySelector(selector)?.dispatchEvent(new Event(type, { bubbles: true }))
    })
  const pass = (ms: number) =>
    act(() => {
      vi.advanceTimersByTime(ms)
    })
  return { now: () => result.current, happen, pass, open: rerender }
}

test('a row counts once the pointer or the focus has rested on it for 60 ms, not while they pass by', () => {
  const { now, happen, pass } = watched()
  expect(now()).toBeNull()
  happen('pointerover', '[data-id=a] a')
  pass(59)
  happen('pointerover', '[data-id=b]')
  pass(59)
  expect(now()).toBeNull()
  pass(1)
  expect(now()).toBe('b')
  happen('focusin', '[data-id=a] a')
  pass(60)
  expect(now()).toBe('a')
})

test('once something is opened, what was turned to before counts no more', () => {
  const { now, happen, open } = watched()
  happen('pointerdown', '[data-id=a]')
  expect(now()).toBe('a')
  open('a')
  expect(now()).toBeNull()
  open('b')
  expect(now()).toBeNull()
  happen('pointerdown', '[data-id=a]')
  expect(now()).toBe('a')
})

test('a row that is scrolled away does not count', () => {
  const { now, happen, pass } = watched()
  happen('pointerover', '[data-id=a]')
  act(() => {
    document.querySelector('p')?.dispatchEvent(new Event('scroll'))
  })
  pass(1000)
  expect(now()).toBeNull()
})

test('a pressed row counts at once; leaving the rows changes nothing', () => {
  const { now, happen, pass } = watched()
  happen('pointerdown', '[data-id=b] a')
  expect(now()).toBe('b')
  happen('pointerover', '[data-id=a]')
  happen('pointerover', 'i')
  pass(1000)
  expect(now()).toBe('b')
})

test('what follows is foreseen as long as no other row is turned to, and again once it is turned to itself', () => {
  const { now, happen } = watched('b')
  expect(now()).toBe('b')
  happen('pointerdown', '[data-id=a]')
  expect(now()).toBe('a')
  happen('pointerdown', '[data-id=b]')
  expect(now()).toBe('b')
})

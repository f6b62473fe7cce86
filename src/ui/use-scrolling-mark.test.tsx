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

test('a press while it still rolls ends the scrolling and reaches what lies there, as it was pressed', () => {
  const element = document.createElement('div')
  const list = document.createElement('ul')
  const inside = document.createElement('a')
  list.append(inside)
  element.append(list)
  document.body.append(element)
  document.elementFromPoint = (x, y) => (x === 10 && y === 20 ? inside : list)
  const presses: Array<readonly [type: string, ctrlKey: boolean]> = []
  for (const type of ['click', 'auxclick'] as const)
    inside.addEventListener(type, (event) => presses.push([event.type, event.ctrlKey]))
  renderHook(() => useScrollingMark({ current: element }))

  const press = (type: string, how: MouseEventInit = {}) => {
    list.dispatchEvent(new Event('pointerdown', { bubbles: true }))
    list.dispatchEvent(new MouseEvent(type, { bubbles: true, clientX: 10, clientY: 20, ...how }))
  }
  press('click')
  expect(presses).toEqual([])
  element.dispatchEvent(new Event('scroll'))
  press('click')
  expect('scrolling' in element.dataset).toBe(false)
  expect(presses.splice(0)).toEqual([['click', false]])
  element.dispatchEvent(new Event('scroll'))
  press('click', { ctrlKey: true })
  expect(presses.splice(0)).toEqual([['click', true]])
  // The middle button opens a tab, as Ctrl does; the right one opens a menu and nothing else.
  element.dispatchEvent(new Event('scroll'))
  press('auxclick', { button: 1 })
  expect(presses.splice(0)).toEqual([['click', true]])
  element.dispatchEvent(new Event('scroll'))
  press('auxclick', { button: 2 })
  expect(presses).toEqual([])
  element.remove()
})

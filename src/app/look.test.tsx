// @vitest-environment jsdom
import { act, cleanup, renderHook } from '@testing-library/react'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { followLook, useLook } from './look.ts'

/** A system that turns dark, and back. */
function stubSystem() {
  const query = Object.assign(new EventTarget(), { matches: false })
  vi.stubGlobal('matchMedia', () => query)
  return (isDark: boolean) => {
    query.matches = isDark
    query.dispatchEvent(new Event('change'))
  }
}

const look = () => document.documentElement.dataset['theme']

beforeEach(() => {
  localStorage.clear()
})
afterEach(() => {
  cleanup()
  vi.unstubAllGlobals()
})

test('the page follows the system until a look is chosen, and again when told to', () => {
  const turnDark = stubSystem()
  followLook()
  expect(look()).toBe('light')
  turnDark(true)
  expect(look()).toBe('dark')
  const { result } = renderHook(useLook)
  const [, choose] = result.current
  act(() => choose('light'))
  expect([look(), result.current[0], localStorage['countersign.theme']]).toEqual(['light', 'light', 'light'])
  turnDark(true)
  expect(look()).toBe('light')
  act(() => choose('system'))
  expect([look(), result.current[0]]).toEqual(['dark', 'system'])
})

test('a look chosen in another tab is this one’s too, as is a storage that was emptied there', () => {
  stubSystem()
  followLook()
  const { result } = renderHook(useLook)
  act(() => {
    localStorage['countersign.theme'] = 'dark'
    dispatchEvent(new StorageEvent('storage', { key: 'countersign.theme' }))
  })
  expect([look(), result.current[0]]).toEqual(['dark', 'dark'])
  act(() => {
    localStorage.clear()
    dispatchEvent(new StorageEvent('storage', { key: null }))
  })
  expect([look(), result.current[0]]).toEqual(['light', 'system'])
})

test('a look can be chosen where the browser stores nothing', () => {
  stubSystem()
  followLook()
  const blocked = vi.spyOn(Storage.prototype, 'setItem').mockImplementation(() => {
    throw new DOMException('blocked', 'SecurityError')
  })
  const { result } = renderHook(useLook)
  act(() => result.current[1]('dark'))
  blocked.mockRestore()
  expect(localStorage['countersign.theme']).toBeUndefined()
  expect([look(), result.current[0]]).toEqual(['dark', 'dark'])
})

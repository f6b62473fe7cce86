import { afterEach, expect, test, vi } from 'vitest'
import { inIdleTime } from './in-idle-time.ts'

/** A browser that is idle when it is told to, for so many looks at the clock. */
function idleBrowser() {
  let waiting: ((deadline: IdleDeadline) => void) | undefined
  vi.stubGlobal('requestIdleCallback', (act: (deadline: IdleDeadline) => void) => {
    waiting = act
    return 1
  })
  vi.stubGlobal('cancelIdleCallback', () => {
    waiting = undefined
  })
  return (looks: number) => {
    const act = waiting
    waiting = undefined
    let left = looks
    act?.({ didTimeout: false, timeRemaining: () => left-- })
  }
}

afterEach(() => vi.unstubAllGlobals())

const fifty = Array.from({ length: 50 }, (_, index) => index)

test('each is done once, a few at a time, while the browser is idle', () => {
  const idle = idleBrowser()
  const done: number[] = []
  inIdleTime(fifty, (one) => done.push(one))
  expect(done).toEqual([])
  idle(1)
  expect(done).toEqual(fifty.slice(0, 20))
  idle(9)
  idle(9)
  expect(done).toEqual(fifty)
})

test('it stops when it is told to', () => {
  const idle = idleBrowser()
  const done: number[] = []
  const stop = inIdleTime(fifty, (one) => done.push(one))
  idle(1)
  stop()
  idle(9)
  expect(done).toHaveLength(20)
})

test('a browser that cannot say when it is idle does nothing ahead', () => {
  Reflect.deleteProperty(globalThis, 'requestIdleCallback')
  const act = vi.fn<() => void>()
  inIdleTime(fifty, act)()
  expect(act).not.toHaveBeenCalled()
})

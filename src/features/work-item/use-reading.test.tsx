// @vitest-environment jsdom
import { act, cleanup, renderHook } from '@testing-library/react'
import { Activity } from 'react'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { readWorkItem } from '#contract/work-item.ts'
import type { WorkItem } from '#contract/work-item.ts'
import type { Session } from '#src/api/session.ts'
import { SessionContext } from '#src/components/session-context.ts'
import { mayApprove } from '#src/lib/gate.ts'
import { openedItems } from '#src/lib/opened-items.ts'
import { useReading } from './use-reading.ts'

beforeEach(() => vi.useFakeTimers())
afterEach(() => {
  cleanup()
  vi.useRealTimers()
})

const session: Session = {
  user: { id: 'manager', name: 'Maja Dahl' },
  authorities: [],
  tenant: { id: 'larkfield', name: 'Larkfield', url: 'https://larkfield.example', environment: null },
  endsInMs: 60_000,
}

let count = 0
/** A work item of its own that takes away what is named. */
function removalOf() {
  const id = `w${(count += 1)}`
  return (...values: readonly string[]): WorkItem => {
    const approvalItems = values.map((value, index) => ({ id: `a${index}`, operation: 'remove', value }))
    const item = readWorkItem({ id, type: 'Approval', state: 'Pending', approvalItems })
    if (!item) throw new Error('not a work item')
    return item
  }
}

function reading(first: WorkItem) {
  let mode: 'visible' | 'hidden' = 'visible'
  const { result, rerender } = renderHook(useReading, {
    initialProps: first,
    wrapper: ({ children }) => (
      <SessionContext value={session}>
        <Activity mode={mode}>{children}</Activity>
      </SessionContext>
    ),
  })
  const pass = (ms: number) => act(() => void vi.advanceTimersByTime(ms))
  return {
    now: () => result.current,
    turn: rerender,
    pass,
    show: (next: typeof mode, item: WorkItem) => {
      mode = next
      rerender(item)
    },
  }
}

const isOpened = (item: WorkItem) => mayApprove(item, openedItems.of('manager'))

test('what changes within a second of opening was not read yet', () => {
  const removal = removalOf()
  const { now, turn, pass } = reading(removal('Reader'))
  pass(999)
  turn(removal('Poster'))
  expect(now().changed).toBeNull()
  expect(isOpened(removal('Poster'))).toBe(true)
})

test('what changes later is told, and counts as opened once it has been read', () => {
  const removal = removalOf()
  const { now, turn, pass } = reading(removal('Reader'))
  pass(1000)
  const changed = removal('Reader', 'Poster')
  turn(changed)
  expect(now().changed?.added.map(({ value }) => value)).toEqual(['Poster'])
  expect(isOpened(removal('Reader'))).toBe(true)
  expect(isOpened(changed)).toBe(false)
  act(() => now().accept())
  expect(now().changed).toBeNull()
  expect(isOpened(changed)).toBe(true)
  turn(removal('Reader'))
  expect(now().changed?.gone.map(({ value }) => value)).toEqual(['Poster'])
})

test('what changes back, or is decided, is nothing to read', () => {
  const removal = removalOf()
  const { now, turn, pass } = reading(removal('Reader'))
  pass(1000)
  turn(removal('Poster'))
  expect(now().changed).not.toBeNull()
  turn(removal('Reader'))
  expect(now().changed).toBeNull()
  turn({ ...removal('Poster'), isOpen: false })
  expect(now().changed).toBeNull()
})

test('what changed while it was out of sight is read as it is when it comes back', () => {
  const removal = removalOf()
  const { now, show, pass } = reading(removal('Reader'))
  pass(1000)
  show('hidden', removal('Reader'))
  show('hidden', removal('Poster'))
  show('visible', removal('Poster'))
  pass(1000)
  expect(now().changed).toBeNull()
})

// @vitest-environment jsdom
import { act, cleanup, renderHook } from '@testing-library/react'
import { useMemo, useRef } from 'react'
import type { ReactNode } from 'react'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { readWorkItem } from '#contract/work-item.ts'
import { SessionContext } from '#src/components/session-context.ts'
import { draftKey, tabDrafts } from '#src/lib/browser-store.ts'
import type { LaidRow } from '#src/lib/list-layout.ts'
import { rowGeometry } from '#src/ui/row-geometry.ts'
import { useFollowedView, useRowWindow } from '#src/ui/use-row-window.ts'
import { parsePlace } from './place.ts'
import { usePlace } from './use-place.ts'

const row = 44
const key = draftKey('ada', 'place')
const session = {
  user: { id: 'ada', name: 'Ada' },
  authorities: [],
  tenant: { id: 't', name: 'Tenant', url: 'https://tenant.example', environment: null },
  endsInMs: 60_000,
}
const signedIn = ({ children }: { readonly children: ReactNode }) => <SessionContext value={session}>{children}</SessionContext>

/** Rows called `first`, `first + 1` and so on. */
const rows = (first: number, last: number): readonly LaidRow[] =>
  Array.from({ length: last - first + 1 }, (_, index) => readWorkItem({ id: `item-${first + index}` })).flatMap((item) =>
    item ? [{ kind: 'item', row: { item, isGone: false } }] : [],
  )
const indexOf = (laid: readonly LaidRow[], id: string | undefined) =>
  laid.findIndex((line) => line.kind === 'item' && line.row.item.id === id)
const nothing = () => undefined

/** An element that scrolls without telling at once, as a browser does. */
function scrollingElement() {
  const element = document.createElement('div')
  element.scrollTo = (options?: ScrollToOptions | number) => {
    element.scrollTop = typeof options === 'object' ? (options.top ?? 0) : 0
  }
  Object.defineProperties(element, { scrollHeight: { value: 1_000_000 }, clientHeight: { value: 10 * row } })
  return element
}

interface Page {
  readonly laid: readonly LaidRow[]
  readonly element: HTMLDivElement
  readonly openedId?: string
}

function usePage({ laid, element, openedId }: Page) {
  const scroller = useRef(element)
  const geometry = useMemo(() => rowGeometry({ count: laid.length, rowHeight: row, headings: [], headingHeight: row }), [laid])
  const view = useFollowedView()
  useRowWindow(geometry, scroller, view)
  usePlace({ place: 'inbox', laid, scroller, geometry, view, indexOf, openedId, tabStopId: null, setTabStopId: nothing })
}

const open = (laid: readonly LaidRow[], openedId?: string, element = scrollingElement()) => ({
  element,
  ...renderHook(usePage, { wrapper: signedIn, initialProps: { laid, element, ...(openedId !== undefined && { openedId }) } }),
})

/** Nothing here has a size of its own. */
class NoSizes {
  observe = nothing
  disconnect = nothing
}

beforeEach(() => {
  tabDrafts.write(key, null)
  vi.stubGlobal('ResizeObserver', NoSizes)
})
afterEach(() => {
  // What stays mounted asks for frames, which may come when the document is gone.
  cleanup()
  vi.unstubAllGlobals()
})

test('rows that arrive above before the browser has told of its scrolling do not move what is in sight', () => {
  tabDrafts.write(key, JSON.stringify({ place: 'inbox', topId: 'item-120', into: 5, focusId: null }))
  const { element, rerender } = open(rows(100, 200))
  expect(element.scrollTop).toBe(20 * row + 5)
  rerender({ laid: rows(50, 200), element })
  expect(element.scrollTop).toBe(70 * row + 5)
})

test('a place is waited for until its row has been read', () => {
  tabDrafts.write(key, JSON.stringify({ place: 'inbox', topId: 'item-120', into: 5, focusId: null }))
  const { element, rerender } = open(rows(150, 200))
  expect(element.scrollTop).toBe(0)
  rerender({ laid: rows(100, 200), element })
  expect(element.scrollTop).toBe(20 * row + 5)
})

test('a page that goes right after scrolling leaves its place behind', () => {
  const { element } = open(rows(100, 200))
  act(() => {
    element.scrollTop = 30 * row + 7
    element.dispatchEvent(new Event('scroll'))
  })
  dispatchEvent(new Event('pagehide'))
  expect(parsePlace(tabDrafts.read(key))).toEqual({ place: 'inbox', topId: 'item-130', into: 7, focusId: null, openedId: null })
})

test.each([
  ['the work item it was left with', 'item-110', 20 * row + 5],
  ['another work item, which is to be seen instead', 'item-101', 0],
])('a place is gone back to with %s', (_with, openedId, top) => {
  tabDrafts.write(key, JSON.stringify({ place: 'inbox', topId: 'item-120', into: 5, focusId: null, openedId: 'item-110' }))
  expect(open(rows(100, 200), openedId).element.scrollTop).toBe(top)
})

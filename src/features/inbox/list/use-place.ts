import { useEffect, useLayoutEffect, useRef } from 'react'
import type { RefObject } from 'react'
import { useSession } from '#src/components/session-context.ts'
import { draftKey, tabDrafts } from '#src/lib/browser-store.ts'
import type { LaidRow } from '#src/lib/list-layout.ts'
import type { RowGeometry } from '#src/ui/row-geometry.ts'
import type { ListView } from '#src/ui/use-row-window.ts'
import { parsePlace } from './place.ts'
import type { Place } from './place.ts'

interface Options {
  readonly place: string
  readonly laid: readonly LaidRow[]
  readonly scroller: RefObject<HTMLDivElement | null>
  readonly geometry: RowGeometry
  /** How far the list is scrolled. */
  readonly view: ListView & { readonly movedTo: (top: number) => void }
  readonly indexOf: (laid: readonly LaidRow[], id: string | undefined) => number
  readonly openedId: string | undefined
  readonly tabStopId: string | null
  readonly setTabStopId: (id: string | null) => void
}

/**
 * Keeps one's place in a list: rows that come or go above do not move what is in sight; a reload and the way back lead to the same row;
 * another list begins at its top. Somebody who comes by a link to another work item is shown that one's row instead.
 */
export function usePlace(options: Options): void {
  const { place, laid, scroller, geometry, view, indexOf, openedId, tabStopId, setTabStopId } = options
  const { user } = useSession()
  const key = draftKey(user.id, 'place')
  const held = useRef<Place | null>(null)
  /** Where to go back to, until it is reached or the person scrolls. */
  const wanted = useRef<Place | null>(null)
  const drawn = useRef<{ readonly place: string; readonly laid: readonly LaidRow[]; readonly geometry: RowGeometry } | null>(null)

  useLayoutEffect(() => {
    const before = drawn.current
    drawn.current = { place, laid, geometry }
    const element = scroller.current
    if (!element) return
    if (before === null) {
      const kept = parsePlace(tabDrafts.read(key))
      const isLeft = openedId === undefined || openedId === kept?.openedId
      wanted.current = isLeft && kept?.place === place ? kept : null
      if (wanted.current?.focusId) setTabStopId(wanted.current.focusId)
    } else if (before.place !== place) {
      held.current = null
      wanted.current = null
      // Asking the element itself would make the browser lay out the page first.
      if (view.top !== 0) element.scrollTo({ top: 0 })
      return
    }
    const target = wanted.current ?? (before && before.laid !== laid ? held.current : null)
    const index = target ? indexOf(laid, target.topId) : -1
    if (!target || index < 0) return
    const lowest = Math.max(0, geometry.totalHeight - view.height)
    const offset = Math.min(geometry.startOf(index) + target.into, lowest)
    if (Math.abs(element.scrollTop - offset) > 1) element.scrollTo({ top: offset })
    if (Math.abs(element.scrollTop - offset) > 1) return
    view.movedTo(offset)
    wanted.current = null
    // The scroll event comes a frame later; rows that arrive before it must find the place already.
    held.current = target
  }, [place, laid, scroller, geometry, view, indexOf, openedId, key, setTabStopId])

  useEffect(() => {
    const element = scroller.current
    if (!element) return undefined
    let timer: ReturnType<typeof setTimeout> | undefined
    const hold = () => {
      // Covered by a work item on a phone: the place is the one before. The element itself is not asked: while scrolling, that would make
      // the browser lay out the page at every step.
      const { top, height } = view
      if (height === 0 || !drawn.current) return
      const { laid: rows, geometry: lying } = drawn.current
      const at = lying.indexAt(top)
      const index = rows[at]?.kind === 'item' ? at : at + 1
      const row = rows[index]
      held.current =
        row?.kind === 'item' && top > 0
          ? { place, topId: row.row.item.id, into: top - lying.startOf(index), focusId: null, openedId: null }
          : null
    }
    const write = () => {
      const { topId = '', into = 0 } = held.current ?? {}
      if (wanted.current === null) tabDrafts.write(key, JSON.stringify({ place, topId, into, focusId: tabStopId, openedId }))
    }
    const writeSoon = () => {
      clearTimeout(timer)
      timer = setTimeout(write, 150)
    }
    const follow = () => {
      hold()
      writeSoon()
    }
    const takeOver = () => {
      wanted.current = null
    }
    writeSoon()
    element.addEventListener('scroll', follow, { passive: true })
    addEventListener('pagehide', write)
    for (const kind of ['wheel', 'pointerdown', 'keydown'] as const) element.addEventListener(kind, takeOver, { passive: true })
    return () => {
      clearTimeout(timer)
      element.removeEventListener('scroll', follow)
      removeEventListener('pagehide', write)
      for (const kind of ['wheel', 'pointerdown', 'keydown'] as const) element.removeEventListener(kind, takeOver)
    }
  }, [place, key, scroller, view, openedId, tabStopId])
}

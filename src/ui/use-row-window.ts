import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react'
import type { RefObject } from 'react'
import { flushSync } from 'react-dom'
import { covers, rowsInSight, towards, wholeBlocks, widened } from './row-geometry.ts'
import type { RowGeometry, RowRange } from './row-geometry.ts'

/** Rows drawn beyond what is in sight: in the direction of travel, and in the other. */
const ahead = 8
const behind = 2
/** So many rows come and go together: each change costs the browser as much again as the rows in it. More of them would make a frame late. */
const together = 6

/** How far a list is scrolled and how much of it one sees, px; known without asking the browser, which would have to lay out for it. */
export interface ListView {
  readonly top: number
  readonly height: number
}

interface FollowedView {
  top: number
  height: number
  isDownwards: boolean
  /** Tells of scrolling (px) that the browser will tell of a frame later. */
  readonly movedTo: (top: number) => void
}

interface Drawn {
  readonly of: RowGeometry
  readonly range: RowRange
  /** The heading of the first row in sight, which sticks to the top; -1 where there is none. */
  readonly heading: number
  /** How much of the list one sees, px; 0 until the browser has said so. */
  readonly height: number
}

/** For the component around the list: what `useRowWindow` inside follows. It changes at every step without drawing anything. */
export function useFollowedView(): FollowedView {
  const [view] = useState(() => {
    const followed: FollowedView = {
      top: 0,
      height: globalThis.innerHeight,
      isDownwards: true,
      movedTo: (top) => {
        followed.top = top
      },
    }
    return followed
  })
  return view
}

/**
 * Which rows of a long list are to be drawn, following how the list is scrolled. What is in sight is drawn at once; what may come into
 * sight next is added a few rows a frame. Each step draws the component that calls this, so that one should draw the rows and no more.
 */
export function useRowWindow(
  geometry: RowGeometry,
  scroller: RefObject<HTMLElement | null>,
  view: FollowedView,
): Pick<Drawn, 'range' | 'heading' | 'height'> {
  const [drawn, setDrawn] = useState<Drawn>(() => afresh(geometry, view))
  // Another list is drawn from where the old one stood; its geometry says so before anything is painted.
  const current = useMemo(
    () => (drawn.of === geometry ? drawn : { ...afresh(geometry, view), height: drawn.height }),
    [drawn, geometry, view],
  )
  if (drawn !== current) setDrawn(current)
  const latest = useRef(current)
  const grow = useRef<() => void>(undefined)
  useLayoutEffect(() => {
    latest.current = current
    grow.current?.()
  }, [current])

  useEffect(() => {
    const element = scroller.current
    if (!element) return undefined
    let frame = 0
    const draw = (next: Drawn) => {
      latest.current = next
      setDrawn(next)
    }
    const growLater = () => {
      if (frame === 0) frame = requestAnimationFrame(takeMore)
    }
    const takeMore = () => {
      frame = 0
      const { of, range, heading, height } = latest.current
      const inSight = rowsInSight(of, view.top, view.height)
      const [before, after] = view.isDownwards ? [behind, ahead] : [ahead, behind]
      const wanted = wholeBlocks(widened(inSight, before, after, of.count), together, of.count)
      const next = towards(range, wanted, together)
      const above = of.headingOf(inSight.first)
      if (!isSame(next, range) || above !== heading) draw({ of, range: next, heading: above, height })
      if (!isSame(next, wanted)) growLater()
    }
    const follow = () => {
      const { of, range, height } = latest.current
      const top = Math.max(0, element.scrollTop)
      view.isDownwards = top >= view.top
      view.top = top
      const inSight = rowsInSight(of, top, view.height)
      // Nobody is to see a gap where rows are still missing.
      if (!covers(range, inSight))
        flushSync(() => draw({ of, range: widened(inSight, 1, 1, of.count), heading: of.headingOf(inSight.first), height }))
      growLater()
    }
    const sizes = new ResizeObserver(([entry]) => {
      const height = entry?.contentRect.height ?? 0
      if (height === view.height) return
      view.height = height
      draw({ ...latest.current, height })
      follow()
    })
    sizes.observe(element)
    element.addEventListener('scroll', follow, { passive: true })
    grow.current = growLater
    growLater()
    return () => {
      cancelAnimationFrame(frame)
      sizes.disconnect()
      element.removeEventListener('scroll', follow)
    }
  }, [scroller, view])

  return current
}

const isSame = (one: RowRange, other: RowRange): boolean => one.first === other.first && one.last === other.last

/** A shorter list than before cannot be scrolled as far. */
function afresh(geometry: RowGeometry, view: { readonly top: number; readonly height: number }): Drawn {
  const top = Math.min(view.top, Math.max(0, geometry.totalHeight - view.height))
  const inSight = rowsInSight(geometry, top, view.height)
  return { of: geometry, range: widened(inSight, 1, 1, geometry.count), heading: geometry.headingOf(inSight.first), height: 0 }
}

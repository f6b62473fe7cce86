import { useEffect } from 'react'
import type { RefObject } from 'react'

/** ms without a scroll event after which scrolling has ended. */
const endsAfter = 120

/**
 * Marks an element with `data-scrolling` while it is scrolled, past React. Rows that pass below a resting pointer need not light up one
 * after the other: restyling and repainting each costs as much as drawing the next.
 */
export function useScrollingMark(scroller: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const element = scroller.current
    if (!element) return undefined
    let timer: ReturnType<typeof setTimeout> | undefined
    const rest = () => {
      timer = undefined
      delete element.dataset['scrolling']
    }
    const follow = () => {
      if (timer === undefined) element.dataset['scrolling'] = ''
      clearTimeout(timer)
      timer = setTimeout(rest, endsAfter)
    }
    element.addEventListener('scroll', follow, { passive: true })
    return () => {
      clearTimeout(timer)
      element.removeEventListener('scroll', follow)
    }
  }, [scroller])
}

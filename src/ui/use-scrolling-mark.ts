import { useEffect } from 'react'
import type { RefObject } from 'react'

/** ms without a scroll event after which scrolling has ended. */
const endsAfter = 120
/** As `MouseEvent.button` has it. */
const middle = 1

/**
 * Marks an element with `data-scrolling` while it is scrolled, past React, so that what is inside need not answer to a resting pointer that
 * it passes below: finding, lighting up and telling of one row after the other costs as much as drawing the next. The style sheet is to
 * cover what is inside with a pane that is part of the only child; whoever presses that presses what lies below it all the same.
 */
export function useScrollingMark(scroller: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const element = scroller.current
    if (!element) return undefined
    let timer: ReturnType<typeof setTimeout> | undefined
    let isCoverPressed = false
    const rest = () => {
      clearTimeout(timer)
      timer = undefined
      delete element.dataset['scrolling']
    }
    const follow = () => {
      if (timer === undefined) element.dataset['scrolling'] = ''
      clearTimeout(timer)
      timer = setTimeout(rest, endsAfter)
    }
    const press = ({ target }: Event) => {
      isCoverPressed = timer !== undefined && target === element.firstElementChild
      rest()
    }
    const passOn = (event: MouseEvent) => {
      const isMissed = isCoverPressed && event.target === element.firstElementChild
      isCoverPressed = false
      const meant = isMissed ? document.elementFromPoint(event.clientX, event.clientY) : null
      if (meant === null || meant === event.target || !element.contains(meant)) return
      if (event.type === 'click') meant.dispatchEvent(new MouseEvent('click', event))
      // What a script sends as a middle press leads nowhere; the press with Ctrl or ⌘ that means the same does.
      else if (event.button === middle)
        meant
          .closest('a')
          ?.dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true, ctrlKey: true, metaKey: true }))
    }
    element.addEventListener('scroll', follow, { passive: true })
    element.addEventListener('pointerdown', press)
    element.addEventListener('click', passOn)
    element.addEventListener('auxclick', passOn)
    return () => {
      clearTimeout(timer)
      element.removeEventListener('scroll', follow)
      element.removeEventListener('pointerdown', press)
      element.removeEventListener('click', passOn)
      element.removeEventListener('auxclick', passOn)
    }
  }, [scroller])
}

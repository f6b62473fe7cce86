import { startTransition, useEffect, useLayoutEffect, useRef, useState } from 'react'
import type { RefObject } from 'react'

/** How long the pointer or the focus rests on a row before it counts, ms: on the way to another one they pass by many, or scroll. */
const restsFor = 60

const rowOf = (target: EventTarget | null): string | null =>
  target instanceof Element ? (target.closest<HTMLElement>('[data-id]')?.dataset['id'] ?? null) : null

/**
 * The row that will probably be opened next: the one that a person turned to last, with the pointer, a finger or the focus, since `openedId` was
 * opened; as long as to none, `followingId`.
 */
export function useAttention(
  list: RefObject<HTMLElement | null>,
  openedId: string | undefined,
  followingId: string | null,
): string | null {
  const [attended, setAttended] = useState<{ readonly id: string; readonly beside: string | undefined } | null>(null)
  const isCurrent = attended !== null && attended.beside === openedId && attended.id !== openedId
  const nextId = isCurrent ? attended.id : followingId
  const now = useRef({ openedId, nextId })
  useLayoutEffect(() => {
    now.current = { openedId, nextId }
  })
  useEffect(() => {
    const element = list.current
    if (!element) return undefined
    let timer: ReturnType<typeof setTimeout> | undefined
    const attend = (event: Event) => {
      clearTimeout(timer)
      const id = rowOf(event.target)
      if (id === null) return
      const turn = () => {
        if (id !== now.current.nextId) startTransition(() => setAttended({ id, beside: now.current.openedId }))
      }
      // Who presses is about to let go: there is no time to lose, but none either to be taken from what the press itself does. A finger may
      // be about to scroll.
      if (event.type === 'pointerdown' && !('pointerType' in event && event.pointerType === 'touch')) turn()
      else timer = setTimeout(turn, restsFor)
    }
    const forget = () => clearTimeout(timer)
    const kinds = ['pointerover', 'pointerdown', 'focusin'] as const
    for (const kind of kinds) element.addEventListener(kind, attend, { passive: true })
    // What scrolls is inside, and scrolling does not bubble.
    element.addEventListener('scroll', forget, { passive: true, capture: true })
    return () => {
      forget()
      for (const kind of kinds) element.removeEventListener(kind, attend)
      element.removeEventListener('scroll', forget, { capture: true })
    }
  }, [list])
  return nextId
}

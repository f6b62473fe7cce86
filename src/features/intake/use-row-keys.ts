import { useEffect, useMemo, useRef, useState } from 'react'
import type { FocusEvent, KeyboardEvent, RefObject } from 'react'
import { flushSync } from 'react-dom'
import { useOfferActs } from '#src/components/page-acts.ts'
import type { KeyAction } from '#src/lib/keys.ts'

const indexOf = (element: Element | null): number => Number(element?.closest('[data-index]')?.getAttribute('data-index') ?? -1)

/**
 * The keys of a list of which only some rows have something to press: Tab reaches one of those, arrow keys, Home and End move between them.
 * `isReached` says of a row, by its place, whether it has. `kept` are the rows that have to be drawn for it, however far one scrolls.
 */
export function useRowKeys(list: RefObject<HTMLElement | null>, count: number, isReached: (index: number) => boolean) {
  const [focused, setFocused] = useState<number | null>(null)
  const nearest = (from: number, step: 1 | -1): number | null => {
    for (let index = from; index >= 0 && index < count; index += step) if (isReached(index)) return index
    return null
  }
  const tabStop = focused !== null && focused < count && isReached(focused) ? focused : nearest(0, 1)

  const focusAt = (index: number | null): boolean => {
    if (index === null) return false
    // A row far away has to be drawn before it can have the focus.
    flushSync(() => setFocused(index))
    const row = list.current?.querySelector(`[data-index="${index}"]`)
    row?.querySelector('button')?.focus({ preventScroll: true })
    row?.scrollIntoView({ block: 'nearest' })
    return row !== null && row !== undefined
  }
  const onKey = (action: KeyAction, element: Element | null): boolean => {
    const from = indexOf(element)
    if (action === 'down') return focusAt(nearest(from + 1, 1))
    return action === 'up' && from > 0 && focusAt(nearest(from - 1, -1))
  }
  const latest = useRef(onKey)
  useEffect(() => {
    latest.current = onKey
  })
  useOfferActs(useMemo(() => ({ acts: [], listActs: [], onKey: (action, element) => latest.current(action, element) }), []))

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return
    const from = event.target instanceof Element ? indexOf(event.target) : -1
    const steps: Readonly<Record<string, () => number | null>> = {
      ArrowDown: () => nearest(from + 1, 1),
      ArrowUp: () => nearest(from - 1, -1),
      Home: () => nearest(0, 1),
      End: () => nearest(count - 1, -1),
    }
    const step = steps[event.key]
    // Beside the rows the keys scroll, as everywhere.
    if (from < 0 || !step) return
    event.preventDefault()
    focusAt(step())
  }
  const onFocus = ({ target }: FocusEvent) => {
    const index = indexOf(target)
    if (index >= 0) setFocused(index)
  }
  return { focused, tabStop, kept: [focused, tabStop], onKeyDown, onFocus }
}

import { styled } from './styled.ts'
import { useVirtualizer } from '@tanstack/react-virtual'
import { useCallback, useImperativeHandle, useLayoutEffect, useRef, useState } from 'react'
import type { ReactNode, Ref, RefObject } from 'react'

const Sizer = styled('ul')({ position: 'relative', margin: 0, padding: 0, listStyle: 'none' })
const Slot = styled('li')({ position: 'absolute', top: 0, left: 0, width: '100%' })

export interface MeasuredListHandle {
  /** Brings a line into sight and gives its first control the focus. */
  readonly show: (index: number) => void
}

interface Props<Item> {
  readonly label: string
  readonly items: readonly Item[]
  readonly keyOf: (item: Item) => string
  /** How high a line is before it was measured, px. */
  readonly estimate: (item: Item) => number
  /** What scrolls: the list, and maybe something above it. */
  readonly scroller: RefObject<HTMLElement | null>
  /** Another value means that what stands above the list may be of another height. */
  readonly above?: unknown
  readonly draw: (item: Item) => ReactNode
  readonly handle?: Ref<MeasuredListHandle>
}

/** A list whose lines are as high as what they say; only those in sight are in the page. `keyOf` and `estimate` stay the same functions. */
export function MeasuredList<Item>({ label, items, keyOf, estimate, scroller, above, draw, handle }: Props<Item>) {
  const sizer = useRef<HTMLUListElement>(null)
  const [margin, setMargin] = useState(0)
  useLayoutEffect(() => {
    const measure = () => setMargin(sizer.current?.offsetTop ?? 0)
    measure()
    addEventListener('resize', measure)
    return () => removeEventListener('resize', measure)
  }, [above])
  // What it returns changes from drawing to drawing; nothing here is kept from one to the next.
  // oxlint-disable-next-line react/incompatible-library
  const virtualizer = useVirtualizer({
    count: items.length,
    getScrollElement: () => scroller.current,
    estimateSize: useCallback(
      (index: number) => {
        const item = items[index]
        return item === undefined ? 0 : estimate(item)
      },
      [items, estimate],
    ),
    getItemKey: useCallback(
      (index: number) => {
        const item = items[index]
        return item === undefined ? index : keyOf(item)
      },
      [items, keyOf],
    ),
    overscan: 10,
    scrollMargin: margin,
  })
  useImperativeHandle(handle, () => ({
    show: (index) => {
      virtualizer.scrollToIndex(index, { align: 'start' })
      // The line has to be drawn before it can have the focus.
      requestAnimationFrame(() =>
        requestAnimationFrame(() =>
          sizer.current?.querySelector<HTMLElement>(`[data-index="${index}"] :is(a, button)`)?.focus({ preventScroll: true }),
        ),
      )
    },
  }))
  return (
    <Sizer ref={sizer} aria-label={label} style={{ height: virtualizer.getTotalSize() }}>
      {virtualizer.getVirtualItems().map(({ index, key, start }) => {
        const item = items[index]
        return (
          item !== undefined && (
            <Slot
              key={key}
              ref={virtualizer.measureElement}
              data-index={index}
              aria-setsize={items.length}
              aria-posinset={index + 1}
              style={{ transform: `translateY(${start - margin}px)` }}
            >
              {draw(item)}
            </Slot>
          )
        )
      })}
    </Sizer>
  )
}

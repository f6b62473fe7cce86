import { styled } from '@mui/material/styles'
import { useVirtualizer } from '@tanstack/react-virtual'
import { useCallback, useLayoutEffect, useRef, useState } from 'react'
import type { RefObject } from 'react'
import { entryKey } from '#src/api/runs.ts'
import type { Entry } from '#src/api/runs.ts'
import { useActivityTexts } from '../activity-words.ts'
import { EntryLine } from './EntryLine.tsx'

const Sizer = styled('ul')(({ theme }) => ({
  position: 'relative',
  margin: 0,
  padding: 0,
  listStyle: 'none',
  borderTop: `1px solid ${theme.vars.palette.divider}`,
}))
const Slot = styled('li')({ position: 'absolute', top: 0, left: 0, width: '100%' })

interface Props {
  readonly entries: readonly Entry[]
  readonly scroller: RefObject<HTMLElement | null>
  /** Another value means that what stands above the list may be of another height. */
  readonly above: unknown
}

/** The entries of a run; only those in sight are in the page. */
export function EntryList({ entries, scroller, above }: Props) {
  const { run: words } = useActivityTexts()
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
    count: entries.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => 50,
    getItemKey: useCallback(
      (index: number) => {
        const entry = entries[index]
        return entry ? entryKey(entry) : index
      },
      [entries],
    ),
    overscan: 8,
    scrollMargin: margin,
  })
  return (
    <Sizer ref={sizer} aria-label={words.list} style={{ height: virtualizer.getTotalSize() }}>
      {virtualizer.getVirtualItems().map(({ index, key, start }) => {
        const entry = entries[index]
        return (
          entry && (
            <Slot
              key={key}
              ref={virtualizer.measureElement}
              data-index={index}
              aria-setsize={entries.length}
              aria-posinset={index + 1}
              style={{ transform: `translateY(${start - margin}px)` }}
            >
              <EntryLine entry={entry} />
            </Slot>
          )
        )
      })}
    </Sizer>
  )
}

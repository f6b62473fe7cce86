import { styled } from '@mui/material/styles'
import { defaultRangeExtractor, useVirtualizer } from '@tanstack/react-virtual'
import { useCallback, useEffect, useRef, useState } from 'react'
import type { KeyboardEvent } from 'react'
import type { WorkItem } from '#contract/work-item.ts'
import { useDecisions } from '#src/components/decisions.tsx'
import type { ListRow } from '#src/lib/list-merge.ts'
import { useNow } from '#src/ui/use-now.ts'
import { WorkItemRow } from './WorkItemRow.tsx'

const Scroller = styled('div')({ flex: 1, minHeight: 0, overflowY: 'auto', overscrollBehavior: 'contain' })
const Sizer = styled('ul')({ position: 'relative', width: '100%', margin: 0, padding: 0, listStyle: 'none' })
const Slot = styled('li')({ position: 'absolute', top: 0, left: 0, width: '100%' })

/** 44 px for a pointer, 56 for a finger. */
const rowHeight = (): number => (globalThis.matchMedia?.('(pointer: coarse)').matches ? 56 : 44)

interface Props {
  readonly rows: readonly ListRow<WorkItem>[]
  readonly label: string
  readonly selectedId: string | undefined
  readonly linkTo: (id: string) => string
}

/**
 * The list, of which only the rows in sight are in the page. Rows are links. Tab reaches one of them; arrow keys, j and k, Home and End
 * move between them, Enter opens.
 */
export function WorkItemList({ rows, label, selectedId, linkTo }: Props) {
  const scroller = useRef<HTMLDivElement>(null)
  const now = useNow(30_000)
  const { open } = useDecisions()
  const [tabStopId, setTabStopId] = useState<string | null>(null)
  const indexOf = (id: string | null | undefined) =>
    id === null || id === undefined ? -1 : rows.findIndex(({ item }) => item.id === id)
  const selectedIndex = indexOf(selectedId)
  const tabStop = Math.max(0, indexOf(tabStopId) >= 0 ? indexOf(tabStopId) : selectedIndex)
  const virtualizer = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: rowHeight,
    getItemKey: (index) => rows[index]?.item.id ?? index,
    overscan: 8,
    // The row that Tab reaches stays in the page, so that focus is never lost by scrolling.
    rangeExtractor: useCallback(
      (range: Parameters<typeof defaultRangeExtractor>[0]) => {
        const shown = defaultRangeExtractor(range)
        return shown.includes(tabStop) || tabStop >= range.count ? shown : [...shown, tabStop].toSorted((a, b) => a - b)
      },
      [tabStop],
    ),
  })

  // An opened work item is brought into sight when it was opened from elsewhere: a link, or "next" after a decision.
  useEffect(() => {
    if (selectedIndex < 0) return
    setTabStopId(null)
    virtualizer.scrollToIndex(selectedIndex, { align: 'auto' })
    // Only a new selection scrolls; a list that grows or shrinks around it must not.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [selectedId, selectedIndex < 0])

  const moveTo = (index: number) => {
    const target = Math.min(Math.max(0, index), rows.length - 1)
    const id = rows[target]?.item.id
    if (id === undefined) return
    setTabStopId(id)
    virtualizer.scrollToIndex(target, { align: 'auto' })
    // The row may have to be rendered first.
    requestAnimationFrame(() =>
      requestAnimationFrame(() => scroller.current?.querySelector<HTMLElement>(`[data-id="${CSS.escape(id)}"] a`)?.focus()),
    )
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return
    const steps: Readonly<Record<string, number>> = {
      ArrowDown: tabStop + 1,
      j: tabStop + 1,
      ArrowUp: tabStop - 1,
      k: tabStop - 1,
      Home: 0,
      End: rows.length - 1,
    }
    const target = steps[event.key]
    if (target === undefined) return
    event.preventDefault()
    moveTo(target)
  }

  return (
    <Scroller ref={scroller}>
      {/* The keys belong to the rows inside, which have the focus. */}
      {/* oxlint-disable-next-line jsx-a11y/no-static-element-interactions */}
      <Sizer aria-label={label} style={{ height: virtualizer.getTotalSize() }} onKeyDown={onKeyDown}>
        {virtualizer.getVirtualItems().map(({ index, key, size, start }) => {
          const row = rows[index]
          if (!row) return null
          return (
            <Slot
              key={key}
              data-id={row.item.id}
              aria-setsize={rows.length}
              aria-posinset={index + 1}
              style={{ height: size, transform: `translateY(${start}px)` }}
              onFocus={() => setTabStopId(row.item.id)}
            >
              <WorkItemRow
                item={row.item}
                to={linkTo(row.item.id)}
                isGone={row.isGone}
                isSelected={row.item.id === selectedId}
                isTabStop={index === tabStop}
                entry={open.find(({ workItemId }) => workItemId === row.item.id)}
                now={now}
              />
            </Slot>
          )
        })}
      </Sizer>
    </Scroller>
  )
}

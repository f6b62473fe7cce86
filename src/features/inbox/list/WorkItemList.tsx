import { styled } from '@mui/material/styles'
import { defaultRangeExtractor, useVirtualizer } from '@tanstack/react-virtual'
import { memo, useCallback, useEffect, useImperativeHandle, useLayoutEffect, useMemo, useRef, useState } from 'react'
import type { KeyboardEvent, Ref } from 'react'
import type { Entry } from '#src/api/runs.ts'
import type { LaidRow } from '#src/lib/list-layout.ts'
import { useMessages } from '#src/lib/messages/context.tsx'
import type { Grouping } from '#src/lib/search-params.ts'
import { visibleText } from '#src/lib/visible-text.ts'
import { useNow } from '#src/ui/use-now.ts'
import { RowCheck } from '#src/ui/RowCheck.tsx'
import { GroupHeading } from './GroupHeading.tsx'
import { usePlace } from './use-place.ts'
import { WorkItemRow } from './WorkItemRow.tsx'

const Scroller = styled('div')({ flex: 1, minHeight: 0, overflowY: 'auto', overscrollBehavior: 'contain' })
const Sizer = styled('ul')({ position: 'relative', width: '100%', margin: 0, padding: 0, listStyle: 'none' })
const Slot = styled('li')(({ theme }) => ({
  position: 'absolute',
  top: 0,
  left: 0,
  width: '100%',
  // Nothing of a row reaches beyond it, so the browser need not look further when one changes.
  contain: 'strict',
  '&[data-chosen] > a': { background: theme.vars.palette.surface.selected },
  '&[data-sticky]': { position: 'sticky', zIndex: 2 },
}))

/** Heights in px: 44 for a pointer, 56 for a finger. Asked once, because ten thousand rows want to know. */
const heightsHere = () =>
  globalThis.matchMedia?.('(pointer: coarse)').matches ? { row: 56, heading: 40 } : { row: 44, heading: 30 }

export interface ListHandle {
  /** Gives the focus to a row, which is brought into sight first. */
  readonly focusRow: (id: string) => void
  /** The work items one can see at this moment. */
  readonly idsInSight: () => readonly string[]
}

interface Props {
  readonly laid: readonly LaidRow[]
  readonly grouping: Grouping | null
  readonly label: string
  /** Another value is another list: it begins at its top, or where it was left. */
  readonly place: string
  readonly openedId: string | undefined
  readonly linkTo: (id: string) => string
  readonly chosen: ReadonlySet<string>
  readonly isSelecting: boolean
  readonly onChoose: (id: string, isRange: boolean) => void
  readonly onChooseMany: (ids: readonly string[]) => void
  readonly onFold: (key: string) => void
  readonly entries: ReadonlyMap<string, Entry>
  readonly snoozes: ReadonlyMap<string, string> | null
  readonly handle: Ref<ListHandle>
}

/**
 * The list, of which only the rows in sight are in the page. Rows are links. Tab reaches one of them; arrow keys, Home and End move
 * between them, with Shift they select, Enter opens.
 */
export const WorkItemList = memo(function WorkItemList(props: Props) {
  const {
    laid,
    grouping,
    label,
    place,
    openedId,
    linkTo,
    chosen,
    isSelecting,
    onChoose,
    onChooseMany,
    onFold,
    entries,
    snoozes,
  } = props
  const { choosing: words, unnamed } = useMessages()
  const scroller = useRef<HTMLDivElement>(null)
  const now = useNow(30_000)
  const [heights] = useState(heightsHere)
  const [tabStopId, setTabStopId] = useState<string | null>(null)
  const openedIndex = useMemo(() => indexOf(laid, openedId), [laid, openedId])
  const tabStop = useMemo(() => {
    const wanted = indexOf(laid, tabStopId ?? undefined)
    const first = laid[0]?.kind === 'group' ? 1 : 0
    return wanted >= 0 ? wanted : openedIndex >= 0 ? openedIndex : first
  }, [laid, tabStopId, openedIndex])
  const headings = useMemo(() => laid.flatMap((row, index) => (row.kind === 'group' ? [index] : [])), [laid])
  const itemCount = laid.length - headings.length
  const stuck = useRef(-1)

  const virtualizer = useVirtualizer({
    count: laid.length,
    getScrollElement: () => scroller.current,
    estimateSize: useCallback(
      (index: number) => (laid[index]?.kind === 'group' ? heights.heading : heights.row),
      [laid, heights],
    ),
    getItemKey: useCallback((index: number) => keyOf(laid[index], index), [laid]),
    overscan: 6,
    // The row that Tab reaches stays in the page, so that focus is never lost by scrolling; so does the heading of the group in sight.
    rangeExtractor: useCallback(
      (range: Parameters<typeof defaultRangeExtractor>[0]) => {
        const shown = new Set(defaultRangeExtractor(range))
        if (tabStop < range.count) shown.add(tabStop)
        stuck.current = headings.findLast((index) => index <= range.startIndex) ?? -1
        if (stuck.current >= 0) shown.add(stuck.current)
        return [...shown].toSorted((a, b) => a - b)
      },
      [tabStop, headings],
    ),
  })
  useLayoutEffect(() => virtualizer.measure(), [virtualizer, grouping])
  usePlace({ place, laid, scroller, virtualizer, indexOf, tabStopId, setTabStopId })

  // An opened work item is brought into sight when it was opened from elsewhere: a link, or "next" after a decision.
  useEffect(() => {
    if (openedIndex < 0) return
    setTabStopId(null)
    virtualizer.scrollToIndex(openedIndex, { align: 'auto' })
    // Only another opened item scrolls; a list that grows or shrinks around it must not.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [openedId, openedIndex < 0])

  // A bar that appears below the list must not cover the row that has the focus.
  const height = virtualizer.scrollRect?.height ?? 0
  useEffect(() => {
    if (height > 0 && scroller.current?.contains(document.activeElement)) virtualizer.scrollToIndex(tabStop, { align: 'auto' })
    // Only another height scrolls: the focus itself brings its row into sight.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [height])

  const focusAt = (index: number) => {
    const row = laid[index]
    if (row?.kind !== 'item') return
    const { id } = row.row.item
    setTabStopId(id)
    virtualizer.scrollToIndex(index, { align: 'auto' })
    const focus = () => {
      const link = scroller.current?.querySelector<HTMLElement>(`[data-id="${CSS.escape(id)}"] a`)
      link?.focus({ preventScroll: true })
      return Boolean(link)
    }
    // At once where it can be, so that the next key finds it; else the row has to be rendered first.
    if (!focus()) requestAnimationFrame(() => requestAnimationFrame(focus))
  }
  useImperativeHandle(props.handle, () => ({
    focusRow: (id) => focusAt(indexOf(laid, id)),
    idsInSight: () => {
      const top = virtualizer.scrollOffset ?? 0
      const bottom = top + (scroller.current?.clientHeight ?? 0)
      return virtualizer.getVirtualItems().flatMap(({ index, start, end }) => {
        const row = laid[index]
        return row?.kind === 'item' && !row.row.isGone && start + 8 >= top && end - 8 <= bottom ? [row.row.item.id] : []
      })
    },
  }))
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return
    const isOnRow = event.target instanceof Element && event.target.closest('[data-id]') !== null
    const from = isOnRow ? tabStop : -1
    const steps: Readonly<Record<string, () => number | undefined>> = {
      ArrowDown: () => nearestItem(laid, from + 1, 1),
      ArrowUp: () => nearestItem(laid, from - 1, -1),
      Home: () => nearestItem(laid, 0, 1),
      End: () => nearestItem(laid, laid.length - 1, -1),
    }
    const target = steps[event.key]?.()
    if (target === undefined || (!isOnRow && event.key === 'ArrowUp')) return
    event.preventDefault()
    if (event.shiftKey && isOnRow) {
      const [here, there] = [laid[tabStop], laid[target]]
      if (here?.kind === 'item' && chosen.size === 0) onChoose(here.row.item.id, false)
      if (there?.kind === 'item') onChoose(there.row.item.id, true)
    }
    focusAt(target)
  }

  return (
    <Scroller ref={scroller}>
      {/* The keys belong to the rows inside, which have the focus. */}
      {/* oxlint-disable-next-line jsx-a11y/no-static-element-interactions */}
      <Sizer
        aria-label={label}
        data-selecting={isSelecting ? '' : undefined}
        style={{ height: virtualizer.getTotalSize() }}
        onKeyDown={onKeyDown}
      >
        {virtualizer.getVirtualItems().map(({ index, key, size, start }) => {
          const line = laid[index]
          if (!line) return null
          if (line.kind === 'group') {
            const isStuck = index === stuck.current
            return (
              <Slot
                key={key}
                data-sticky={isStuck ? '' : undefined}
                style={isStuck ? { height: size } : { height: size, transform: `translateY(${start}px)` }}
              >
                {grouping !== null && (
                  <GroupHeading group={line} grouping={grouping} onToggle={() => onFold(line.key)} onSelect={onChooseMany} />
                )}
              </Slot>
            )
          }
          const { item, isGone } = line.row
          const isChosen = chosen.has(item.id)
          return (
            <Slot
              key={key}
              data-id={item.id}
              data-chosen={isChosen ? '' : undefined}
              aria-setsize={grouping === null ? itemCount : undefined}
              aria-posinset={grouping === null ? index + 1 : undefined}
              style={{ height: size, transform: `translateY(${start}px)` }}
              onFocus={() => setTabStopId(item.id)}
            >
              <WorkItemRow
                item={item}
                to={linkTo(item.id)}
                isGone={isGone}
                isSelected={item.id === openedId}
                isTabStop={index === tabStop}
                snoozedUntil={snoozes?.get(item.id)}
                entry={entries.get(item.id)}
                now={now}
              />
              <RowCheck
                label={words.row(visibleText(item.name ?? item.description ?? unnamed))}
                isChecked={isChosen}
                isTabStop={index === tabStop}
                onChange={(isRange) => onChoose(item.id, isRange)}
              />
            </Slot>
          )
        })}
      </Sizer>
    </Scroller>
  )
})

const keyOf = (row: LaidRow | undefined, index: number): string | number =>
  row === undefined ? index : row.kind === 'group' ? `group ${row.key}` : row.row.item.id

const indexOf = (laid: readonly LaidRow[], id: string | undefined): number =>
  id === undefined ? -1 : laid.findIndex((row) => row.kind === 'item' && row.row.item.id === id)

/** The first row that is a work item from here on in this direction; undefined when there is none. */
function nearestItem(laid: readonly LaidRow[], from: number, step: 1 | -1): number | undefined {
  for (let index = from; index >= 0 && index < laid.length; index += step) if (laid[index]?.kind === 'item') return index
  return undefined
}

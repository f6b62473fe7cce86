import { styled } from '@mui/material/styles'
import { memo, useEffect, useImperativeHandle, useMemo, useRef, useState } from 'react'
import type { FocusEvent, KeyboardEvent, Ref } from 'react'
import type { Entry } from '#src/api/runs.ts'
import type { LaidRow } from '#src/lib/list-layout.ts'
import type { Grouping } from '#src/lib/search-params.ts'
import { rowGeometry, rowsInSight } from '#src/ui/row-geometry.ts'
import { useNow } from '#src/ui/use-now.ts'
import { useRowWindow } from '#src/ui/use-row-window.ts'
import { useScrollingMark } from '#src/ui/use-scrolling-mark.ts'
import { GroupHeading } from './GroupHeading.tsx'
import { RowList } from './RowList.tsx'
import { usePlace } from './use-place.ts'
import { WorkItemRow } from './WorkItemRow.tsx'

const Scroller = styled('div')(({ theme }) => ({
  flex: 1,
  minHeight: 0,
  overflowY: 'auto',
  overscrollBehavior: 'contain',
  background: theme.vars.palette.background.default,
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
  const listSize = grouping === null ? laid.length : undefined
  const geometry = useMemo(
    () => rowGeometry({ count: laid.length, rowHeight: heights.row, headings, headingHeight: heights.heading }),
    [laid, heights, headings],
  )
  const { range, firstInSight, height, view, reveal } = useRowWindow(geometry, scroller, grouping === null ? 0 : heights.heading)
  useScrollingMark(scroller)
  usePlace({ place, laid, scroller, geometry, view, indexOf, tabStopId, setTabStopId })
  // The row that Tab reaches stays in the page, so that focus is never lost by scrolling; so does the heading of the group in sight.
  const stuck = headings.findLast((index) => index <= firstInSight) ?? -1
  const drawn = useMemo(() => {
    const shown = new Set([stuck, tabStop].filter((index) => index >= 0 && index < laid.length))
    for (let index = range.first; index <= range.last; index += 1) shown.add(index)
    return [...shown].toSorted((one, other) => one - other)
  }, [range, stuck, tabStop, laid])

  // The rows in sight lie in the flow, below as much room as all those before them take; a heading that sticks is there already.
  const startsAt = geometry.startOf(range.first) - (stuck >= 0 && stuck < range.first ? heights.heading : 0)

  // An opened work item is brought into sight when it was opened from elsewhere: a link, or "next" after a decision.
  useEffect(() => {
    if (openedIndex < 0) return
    setTabStopId(null)
    reveal(openedIndex)
    // Only another opened item scrolls; a list that grows or shrinks around it must not.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [openedId, openedIndex < 0])

  // A bar that appears below the list must not cover the row that has the focus.
  useEffect(() => {
    if (height > 0 && scroller.current?.contains(document.activeElement)) reveal(tabStop)
    // Only another height scrolls: the focus itself brings its row into sight.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [height])

  const focusAt = (index: number) => {
    const row = laid[index]
    if (row?.kind !== 'item') return
    const { id } = row.row.item
    setTabStopId(id)
    reveal(index)
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
      const { top, height } = view()
      const { first, last } = rowsInSight(geometry, top + 8, height - 16)
      return laid.slice(first, last + 1).flatMap((line, index) => {
        const isWhole = geometry.startOf(first + index) + 8 >= top && geometry.startOf(first + index + 1) - 8 <= top + height
        return line.kind === 'item' && !line.row.isGone && isWhole ? [line.row.item.id] : []
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

  const onFocus = ({ target }: FocusEvent) => {
    const id = target.closest<HTMLElement>('[data-id]')?.dataset['id']
    if (id !== undefined) setTabStopId(id)
  }

  return (
    <Scroller ref={scroller}>
      {/* The keys belong to the rows inside, which have the focus. */}
      {/* oxlint-disable-next-line jsx-a11y/no-static-element-interactions */}
      <RowList
        aria-label={label}
        data-selecting={isSelecting ? '' : undefined}
        style={{ height: geometry.totalHeight, paddingTop: startsAt }}
        onKeyDown={onKeyDown}
        onFocus={onFocus}
      >
        {drawn.map((index) => {
          const line = laid[index]
          if (!line) return null
          const isApart = index < range.first || index > range.last
          const rowHeight = geometry.heightOf(index)
          if (line.kind === 'group') {
            const isStuck = index === stuck
            return (
              <li key={`group ${line.key}`} className="slot" data-sticky={isStuck ? '' : undefined} style={{ height: rowHeight }}>
                {grouping !== null && (
                  <GroupHeading group={line} grouping={grouping} onToggle={() => onFold(line.key)} onSelect={onChooseMany} />
                )}
              </li>
            )
          }
          const { item, isGone } = line.row
          return (
            <WorkItemRow
              key={item.id}
              item={item}
              to={linkTo(item.id)}
              height={rowHeight}
              apartAt={isApart ? geometry.startOf(index) : null}
              position={listSize === undefined ? undefined : index + 1}
              listSize={listSize}
              isGone={isGone}
              isOpened={item.id === openedId}
              isChosen={chosen.has(item.id)}
              isTabStop={index === tabStop}
              snoozedUntil={snoozes?.get(item.id)}
              entry={entries.get(item.id)}
              now={now}
              onChoose={onChoose}
            />
          )
        })}
      </RowList>
    </Scroller>
  )
})

const indexOf = (laid: readonly LaidRow[], id: string | undefined): number =>
  id === undefined ? -1 : laid.findIndex((row) => row.kind === 'item' && row.row.item.id === id)

/** The first row that is a work item from here on in this direction; undefined when there is none. */
function nearestItem(laid: readonly LaidRow[], from: number, step: 1 | -1): number | undefined {
  for (let index = from; index >= 0 && index < laid.length; index += step) if (laid[index]?.kind === 'item') return index
  return undefined
}

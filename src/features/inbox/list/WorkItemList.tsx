import { memo, startTransition, useEffect, useImperativeHandle, useMemo, useRef, useState } from 'react'
import type { FocusEvent, KeyboardEvent, Ref } from 'react'
import type { LaidRow } from '#src/lib/list-layout.ts'
import { rowGeometry, rowsInSight, scrollInto } from '#src/ui/row-geometry.ts'
import { useNow } from '#src/ui/use-now.ts'
import { useFollowedView } from '#src/ui/use-row-window.ts'
import { useScrollingMark } from '#src/ui/use-scrolling-mark.ts'
import { DrawnRows } from './DrawnRows.tsx'
import type { RowsProps } from './DrawnRows.tsx'
import { ListScroller } from './ListScroller.tsx'
import { headingHeights, rowHeights } from './row-heights.ts'
import { usePlace } from './use-place.ts'

/** Asked once, because ten thousand rows want to know. */
function heightsHere() {
  const by = globalThis.matchMedia?.('(pointer: coarse)').matches ? 'finger' : 'pointer'
  return { row: rowHeights[by], heading: headingHeights[by] }
}

export interface ListHandle {
  /** Gives the focus to a row, which is brought into sight first. */
  readonly focusRow: (id: string) => void
  /** The work items one can see at this moment. */
  readonly idsInSight: () => readonly string[]
  /** Calls back whenever other rows may have come into sight; gives back how to stop that. */
  readonly followSight: (onChange: () => void) => () => void
}

interface Props extends RowsProps {
  /** Another value is another list: it begins at its top, or where it was left. */
  readonly place: string
  readonly isSelecting: boolean
  /** A second key is asked for the row that had the focus. */
  readonly isAsking: boolean
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
    isAsking,
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
  const geometry = useMemo(
    () => rowGeometry({ count: laid.length, rowHeight: heights.row, headings, headingHeight: heights.heading }),
    [laid, heights, headings],
  )
  const view = useFollowedView()
  const reveal = (index: number) => {
    const top = scrollInto(geometry, index, view, grouping === null ? 0 : heights.heading)
    if (top !== null) scroller.current?.scrollTo({ top })
  }
  useScrollingMark(scroller)
  usePlace({ place, laid, scroller, geometry, view, indexOf, openedId, tabStopId, setTabStopId })
  // An opened work item is brought into sight when it was opened from elsewhere: a link, or "next" after a decision.
  useEffect(() => {
    if (openedIndex < 0) return
    setTabStopId(null)
    reveal(openedIndex)
    // Only another opened item scrolls; a list that grows or shrinks around it must not.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [openedId, openedIndex < 0])

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
      const { top, height } = view
      const { first, last } = rowsInSight(geometry, top + 8, height - 16)
      return laid.slice(first, last + 1).flatMap((line, index) => {
        const isWhole = geometry.startOf(first + index) + 8 >= top && geometry.startOf(first + index + 1) - 8 <= top + height
        return line.kind === 'item' && !line.row.isGone && isWhole ? [line.row.item.id] : []
      })
    },
    followSight: (onChange) => {
      const element = scroller.current
      const sizes = new ResizeObserver(onChange)
      if (element) sizes.observe(element)
      element?.addEventListener('scroll', onChange, { passive: true })
      return () => {
        sizes.disconnect()
        element?.removeEventListener('scroll', onChange)
      }
    },
  }))
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return
    const id = idOfRow(event.target)
    const isOnRow = id !== undefined
    const from = indexOf(laid, id)
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
      const [here, there] = [laid[from], laid[target]]
      if (here?.kind === 'item' && chosen.size === 0) onChoose(here.row.item.id, false)
      if (there?.kind === 'item') onChoose(there.row.item.id, true)
    }
    focusAt(target)
  }

  const onFocus = ({ target }: FocusEvent) => {
    const id = idOfRow(target)
    // Where Tab will lead is of no use yet: a press that gives a row the focus is about to open it.
    if (id !== undefined) startTransition(() => setTabStopId(id))
  }

  // A bar that appears below the list must not cover the row that has the focus; the focus itself brings its row into sight.
  const onResize = () => {
    if (scroller.current?.contains(document.activeElement)) reveal(tabStop)
  }

  return (
    // The keys belong to the rows inside, which have the focus.
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions
    <ListScroller
      ref={scroller}
      data-selecting={isSelecting ? '' : undefined}
      data-asking={isAsking ? '' : undefined}
      onKeyDown={onKeyDown}
      onFocus={onFocus}
    >
      <DrawnRows
        laid={laid}
        grouping={grouping}
        label={label}
        geometry={geometry}
        headingHeight={heights.heading}
        scroller={scroller}
        view={view}
        tabStop={tabStop}
        openedId={openedId}
        linkTo={linkTo}
        chosen={chosen}
        onChoose={onChoose}
        onChooseMany={onChooseMany}
        onFold={onFold}
        onResize={onResize}
        entries={entries}
        snoozes={snoozes}
        now={now}
      />
    </ListScroller>
  )
})

const idOfRow = (target: EventTarget): string | undefined =>
  target instanceof Element ? target.closest<HTMLElement>('[data-id]')?.dataset['id'] : undefined

const indexOf = (laid: readonly LaidRow[], id: string | undefined): number =>
  id === undefined ? -1 : laid.findIndex((row) => row.kind === 'item' && row.row.item.id === id)

/** The first row that is a work item from here on in this direction; undefined when there is none. */
function nearestItem(laid: readonly LaidRow[], from: number, step: 1 | -1): number | undefined {
  for (let index = from; index >= 0 && index < laid.length; index += step) if (laid[index]?.kind === 'item') return index
  return undefined
}

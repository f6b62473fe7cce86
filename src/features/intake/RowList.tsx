import { styled } from '#src/ui/styled.ts'
import { defaultRangeExtractor, useVirtualizer } from '@tanstack/react-virtual'
import { useCallback, useEffect, useRef, useState } from 'react'
import type { PersonRow } from '#src/lib/intake/people-list.ts'
import type { Errand, Verdict } from '#src/lib/intake/verdicts.ts'
import { useIntakeTexts } from './intake-words.ts'
import { columnsOfRow, hasAct, RowLine } from './RowLine.tsx'
import type { RowActs } from './RowLine.tsx'
import { useRowKeys } from './use-row-keys.ts'

const Frame = styled('div')({
  containerType: 'inline-size',
  flex: '1 0 200px',
  minHeight: 200,
  display: 'flex',
  flexDirection: 'column',
})

const Names = styled('div')(({ theme }) => ({
  ...theme.typography.caption,
  display: 'grid',
  gridTemplateColumns: columnsOfRow,
  columnGap: theme.spacing(4),
  position: 'sticky',
  top: 0,
  zIndex: 1,
  padding: theme.spacing(1.5, 6),
  background: theme.vars.palette.background.default,
  fontWeight: 500,
  color: theme.vars.palette.text.secondary,
  borderBottom: `1px solid ${theme.vars.palette.divider}`,
  '& > span:first-of-type': { textAlign: 'right' },
  '@container (max-width: 720px)': { display: 'none' },
}))

const Scroller = styled('section')({
  flex: 1,
  minHeight: 0,
  overflowY: 'auto',
  overscrollBehavior: 'contain',
  scrollbarGutter: 'stable',
})
const Sizer = styled('ol')({ position: 'relative', width: '100%', margin: 0, padding: 0, listStyle: 'none' })
// The names of the columns cover the top of the list.
const Slot = styled('li')({
  position: 'absolute',
  top: 0,
  left: 0,
  width: '100%',
  contain: 'strict',
  scrollMarginTop: 32,
  '@container (max-width: 720px)': { scrollMarginTop: 0 },
})

export interface ShownRow {
  readonly row: PersonRow
  readonly verdict: Verdict | null
}

interface Props {
  readonly rows: readonly ShownRow[]
  readonly errand: Errand
  readonly waiting: string
  readonly chosen: ReadonlyMap<number, string>
  readonly acts: RowActs
}

/** px; higher where the columns stand below each other */
const heights = { wide: 44, narrow: 66 }

/**
 * The rows of a list, thousands of which cost no more than those in sight. The row with the focus stays, however far one scrolls; arrow
 * keys go from one with something to press to the next.
 */
export function RowList({ rows, errand, waiting, chosen, acts }: Props) {
  const { list: words } = useIntakeTexts()
  const scroller = useRef<HTMLDivElement>(null)
  const list = useRef<HTMLOListElement>(null)
  const keys = useRowKeys(list, rows.length, (index) => {
    const shown = rows[index]
    return shown !== undefined && shown.verdict !== null && hasAct(shown.verdict, chosen.has(shown.row.line))
  })
  const { focused, kept, tabStop } = keys
  const [height, setHeight] = useState(heights.wide)
  const measure = useCallback((element: HTMLDivElement | null) => {
    if (!element) return undefined
    const observer = new ResizeObserver(([entry]) => {
      if (entry) setHeight(entry.contentRect.width > 720 ? heights.wide : heights.narrow)
    })
    observer.observe(element)
    return () => observer.disconnect()
  }, [])
  // oxlint-disable-next-line react/incompatible-library -- nothing of it is handed on
  const virtualizer = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => height,
    overscan: 8,
    rangeExtractor: (range) => {
      const shown = new Set(defaultRangeExtractor(range))
      for (const index of kept) if (index !== null && index < range.count) shown.add(index)
      return [...shown].toSorted((a, b) => a - b)
    },
  })
  // A row whose button was pressed may leave the list: the keyboard goes on from the list, not from the top of the page.
  useEffect(() => {
    if (focused !== null && document.activeElement === document.body) scroller.current?.focus({ preventScroll: true })
    // oxlint-disable-next-line react/exhaustive-deps -- only other rows matter
  }, [rows])
  const [measured, setMeasured] = useState(height)
  if (measured !== height) {
    setMeasured(height)
    virtualizer.measure()
  }
  return (
    <Frame ref={measure}>
      {/* It scrolls, so a keyboard must reach it. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <Scroller ref={scroller} tabIndex={0} aria-label={words.rows}>
        <Names aria-hidden="true">
          <span>{words.row}</span>
          <span>{words.given}</span>
          <span>{words.person}</span>
          <span>{words.outcome}</span>
          <span />
        </Names>
        <Sizer ref={list} style={{ height: virtualizer.getTotalSize() }} onKeyDown={keys.onKeyDown} onFocus={keys.onFocus}>
          {virtualizer.getVirtualItems().map(({ index, start, size }) => {
            const shown = rows[index]
            if (!shown) return null
            const { line } = shown.row
            return (
              <Slot
                // Several rows of a pasted line have its number.
                key={`${line} ${index}`}
                aria-setsize={rows.length}
                aria-posinset={index + 1}
                style={{ height: size, transform: `translateY(${start}px)` }}
                data-index={index}
              >
                <RowLine
                  row={shown.row}
                  verdict={shown.verdict}
                  waiting={waiting}
                  isChosen={chosen.has(line)}
                  isTabStop={index === tabStop}
                  errand={errand}
                  acts={acts}
                />
              </Slot>
            )
          })}
        </Sizer>
      </Scroller>
    </Frame>
  )
}

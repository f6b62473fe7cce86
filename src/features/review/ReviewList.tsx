import { styled } from '@mui/material/styles'
import { useVirtualizer } from '@tanstack/react-virtual'
import { useCallback, useImperativeHandle, useLayoutEffect, useRef, useState } from 'react'
import type { Ref, RefObject } from 'react'
import type { ReviewVerdict } from '#src/components/review-draft.ts'
import { GroupLine } from './GroupLine.tsx'
import { ItemLine } from './ItemLine.tsx'
import { LeftOutLine, ReasonLine } from './LeftOutLines.tsx'
import type { ReviewLine } from './review-lines.ts'
import { useReviewTexts } from './review-words.ts'

const Sizer = styled('ul')({ position: 'relative', margin: 0, padding: 0, listStyle: 'none' })
const Slot = styled('li')({ position: 'absolute', top: 0, left: 0, width: '100%' })

export interface ReviewListHandle {
  /** Brings a line into sight and gives its first control the focus. */
  readonly show: (index: number) => void
}

interface Props {
  readonly handle: Ref<ReviewListHandle>
  readonly lines: readonly ReviewLine[]
  readonly scroller: RefObject<HTMLElement | null>
  readonly linkTo: (id: string) => string
  readonly onFold: (key: string) => void
  readonly onChoose: (group: string, verdict: ReviewVerdict) => void
  readonly onSkip: (id: string, isSkipped: boolean) => void
  readonly onInclude: (ids: readonly string[]) => void
}

/** Everything that was chosen, group by group; only the lines in sight are in the page. */
export function ReviewList({ handle, lines, scroller, linkTo, onFold, onChoose, onSkip, onInclude }: Props) {
  const words = useReviewTexts()
  const sizer = useRef<HTMLUListElement>(null)
  const [above, setAbove] = useState(0)
  const [read, setRead] = useState<ReadonlySet<string>>(new Set())
  // What stands above the list in the same scroller changes with the width alone.
  useLayoutEffect(() => {
    const measure = () => setAbove(sizer.current?.offsetTop ?? 0)
    measure()
    addEventListener('resize', measure)
    return () => removeEventListener('resize', measure)
  }, [])
  // What it returns changes from drawing to drawing; nothing here is kept from one to the next.
  // oxlint-disable-next-line react/incompatible-library
  const virtualizer = useVirtualizer({
    count: lines.length,
    getScrollElement: () => scroller.current,
    estimateSize: useCallback((index: number) => (lines[index]?.kind === 'group' ? 56 : 48), [lines]),
    getItemKey: useCallback((index: number) => lines[index]?.key ?? index, [lines]),
    overscan: 10,
    scrollMargin: above,
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
  const toggleRead = (id: string) =>
    setRead((before) => {
      const after = new Set(before)
      if (!after.delete(id)) after.add(id)
      return after
    })
  const draw = (line: ReviewLine) => {
    switch (line.kind) {
      case 'group':
        return (
          <GroupLine
            group={line.group}
            isFolded={line.isFolded}
            onFold={() => onFold(line.group.key)}
            onChoose={(verdict) => onChoose(line.group.key, verdict)}
          />
        )
      case 'item': {
        const { id } = line.planned.item
        return (
          <ItemLine
            planned={line.planned}
            to={linkTo(id)}
            isRead={read.has(id)}
            onRead={() => toggleRead(id)}
            onSkip={(isSkipped) => onSkip(id, isSkipped)}
          />
        )
      }
      case 'reason':
        return <ReasonLine reason={line.reason} members={line.members} onInclude={onInclude} />
      default:
        return <LeftOutLine leftOut={line.leftOut} to={linkTo(line.leftOut.pick.id)} />
    }
  }
  return (
    <Sizer ref={sizer} aria-label={words.list} style={{ height: virtualizer.getTotalSize() }}>
      {virtualizer.getVirtualItems().map(({ index, key, start }) => {
        const line = lines[index]
        return (
          line && (
            <Slot
              key={key}
              ref={virtualizer.measureElement}
              data-index={index}
              style={{ transform: `translateY(${start - above}px)` }}
            >
              {draw(line)}
            </Slot>
          )
        )
      })}
    </Sizer>
  )
}

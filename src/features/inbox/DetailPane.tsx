import { styled } from '#src/ui/styled.ts'
import { memo, useLayoutEffect, useRef } from 'react'
import type { ComponentType, RefObject } from 'react'
import { NeighboursContext } from '#src/components/neighbours.ts'
import type { Neighbours } from '#src/components/neighbours.ts'
import { useMessages } from '#src/lib/messages/context.tsx'
import { useSettled } from '#src/ui/use-settled.ts'
import { useAttention } from './use-attention.ts'

const Frame = styled('div')(({ theme }) => ({
  minHeight: 0,
  minWidth: 0,
  position: 'relative',
  overflowY: 'auto',
  [theme.breakpoints.down('md')]: { '&[data-empty]': { display: 'none' } },
}))

/** What draws an opened work item: another part of the desk, which the list knows nothing about. */
export interface DetailProps {
  readonly openedId: string | undefined
  /** The work item that will probably be opened next. */
  readonly nextId: string | null
}

/** ms */
const settlesAfter = 150

interface Props {
  readonly place: 'inbox' | 'completed'
  readonly detail: ComponentType<DetailProps>
  readonly openedId: string | undefined
  /** What follows the opened work item. */
  readonly followingId: string | null
  readonly list: RefObject<HTMLElement | null>
  readonly neighbours: Neighbours
}

/** The opened work item. It asks about the list only when it needs to know, so what happens in the list does not draw it again. */
export const DetailPane = memo(function DetailPane(props: Props) {
  const { place, detail: Detail, openedId, followingId, list, neighbours } = props
  const { rail } = useMessages()
  // While somebody types, each key makes another work item the first.
  const nextId = useAttention(list, openedId, useSettled(followingId, settlesAfter))
  const isEmpty = openedId === undefined
  const frame = useRef<HTMLDivElement>(null)
  // What is shown may be as long as what it replaces, so the browser would stay where it is.
  useLayoutEffect(() => {
    if (frame.current) frame.current.scrollTop = 0
    // Only another opened item scrolls.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [openedId])
  return (
    <Frame
      ref={frame}
      data-detail=""
      data-empty={isEmpty ? '' : undefined}
      // What is completed may have nothing to press; a long one is still to be scrolled with the keyboard.
      {...(place === 'completed' && !isEmpty && { tabIndex: 0, role: 'group', 'aria-label': rail.completed })}
    >
      <NeighboursContext value={neighbours}>
        <Detail openedId={openedId} nextId={nextId} />
      </NeighboursContext>
    </Frame>
  )
})

import { styled } from '@mui/material/styles'
import { memo } from 'react'
import { Outlet } from 'react-router'
import { NeighboursContext } from '#src/components/neighbours.ts'
import type { Neighbours } from '#src/components/neighbours.ts'
import { useMessages } from '#src/lib/messages/context.tsx'

const Frame = styled('div')(({ theme }) => ({
  minHeight: 0,
  minWidth: 0,
  overflowY: 'auto',
  [theme.breakpoints.down('md')]: { '&[data-empty]': { display: 'none' } },
}))

interface Props {
  readonly place: 'inbox' | 'completed'
  readonly isEmpty: boolean
  readonly neighbours: Neighbours
}

/** The opened work item. It asks about the list only when it needs to know, so what happens in the list does not draw it again. */
export const DetailPane = memo(function DetailPane({ place, isEmpty, neighbours }: Props) {
  const { rail } = useMessages()
  return (
    <Frame
      data-detail=""
      data-empty={isEmpty ? '' : undefined}
      // What is completed may have nothing to press; a long one is still to be scrolled with the keyboard.
      {...(place === 'completed' && !isEmpty && { tabIndex: 0, role: 'group', 'aria-label': rail.completed })}
    >
      <NeighboursContext value={neighbours}>
        <Outlet />
      </NeighboursContext>
    </Frame>
  )
})

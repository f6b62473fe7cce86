import { createContext, use } from 'react'
import type { WorkItem } from '#contract/work-item.ts'

/** What an opened work item may ask of the list beside it. Always the same functions, so that nothing in the list draws the work item again. */
export interface Neighbours {
  /** Goes on to the next work item that still waits and has no decision on its way; to the list when there is none. */
  readonly leave: (id: string) => void
  /** Goes back to the list. */
  readonly backToList: () => void
  /** Asks until when the work item is to be set aside. */
  readonly snooze: (item: WorkItem) => void
  /** Brings a work item that was set aside back. */
  readonly wake: (item: WorkItem) => void
  /** Gives the focus to the opened row of the list, where the list is in sight. */
  readonly focusList: () => void
}

export const NeighboursContext = createContext<Neighbours>({
  leave: () => {},
  backToList: () => {},
  snooze: () => {},
  wake: () => {},
  focusList: () => {},
})

export const useNeighbours = (): Neighbours => use(NeighboursContext)

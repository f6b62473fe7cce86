import { createContext, use } from 'react'

/** What an opened work item may ask of the list beside it. Always the same functions, so that nothing in the list draws the work item again. */
export interface Neighbours {
  /** Goes on to the next work item that still waits and has no decision on its way; to the list when there is none. */
  readonly leave: (id: string) => void
  /** Gives the focus to the opened row of the list, where the list is in sight. */
  readonly focusList: () => void
}

export const NeighboursContext = createContext<Neighbours>({ leave: () => {}, focusList: () => {} })

export const useNeighbours = (): Neighbours => use(NeighboursContext)

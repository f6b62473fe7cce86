import { createContext, use } from 'react'

/** What an opened work item may know of the list beside it. */
export interface Neighbours {
  /** The address of the next work item that still waits and has no decision on its way; null when there is none. */
  readonly nextAfter: (id: string) => string | null
  /** The list's own address, with its filter. */
  readonly list: string
  /** Gives the focus to the opened row of the list, where the list is in sight. */
  readonly focusList: () => void
}

export const NeighboursContext = createContext<Neighbours>({ nextAfter: () => null, list: '/inbox', focusList: () => {} })

export const useNeighbours = (): Neighbours => use(NeighboursContext)

import { useEffect, useSyncExternalStore } from 'react'
import type { KeyAction } from '#src/lib/keys.ts'
import type { ListAct } from '#src/lib/list-act.ts'

/** Something the page on screen can do right now. */
export interface PageAct<Id extends KeyAction | ListAct> {
  readonly id: Id
  readonly run: () => void
}

export interface PageOffer {
  /** Does what a key asks for, given where the focus is; false when the key means nothing here. */
  readonly onKey: (action: KeyAction, focused: Element | null) => boolean
  /** With what is opened; a key of its own does each as well. */
  readonly acts: readonly PageAct<KeyAction>[]
  readonly listActs: readonly PageAct<ListAct>[]
}

let offer: PageOffer | null = null
const listeners = new Set<() => void>()

function set(next: PageOffer | null): void {
  offer = next
  for (const listener of listeners) listener()
}

/** What the page on screen offers to keys and to the command palette: there is one page, so there is one offer. */
export const pageOffer = {
  now: () => offer,
  subscribe: (listener: () => void) => {
    listeners.add(listener)
    return () => {
      listeners.delete(listener)
    }
  },
}

/** Makes this page's offer for as long as it is on screen. */
export function useOfferActs(mine: PageOffer): void {
  useEffect(() => {
    set(mine)
    return () => {
      if (offer === mine) set(null)
    }
  }, [mine])
}

export const usePageOffer = (): PageOffer | null => useSyncExternalStore(pageOffer.subscribe, pageOffer.now)

import type { WorkItem } from '#contract/work-item.ts'
import { draftKey, tabDrafts } from './browser-store.ts'
import type { TextStore } from './browser-store.ts'
import { sightOf } from './gate.ts'

/** The work items whose detail one person has had open in this browser session, as sights. */
export interface OpenedItems {
  /** The same set until something is added. */
  readonly of: (userId: string) => ReadonlySet<string>
  readonly add: (userId: string, item: WorkItem) => void
  readonly subscribe: (listener: () => void) => () => void
}

const keyOf = (userId: string) => draftKey(userId, 'opened')

/** Keeps what was opened in a store, so that a reload or a sign-in does not ask for it again. Anything odd in there counts as nothing. */
export function createOpenedItems(store: TextStore): OpenedItems {
  const known = new Map<string, ReadonlySet<string>>()
  const listeners = new Set<() => void>()
  const of = (userId: string): ReadonlySet<string> => {
    const before = known.get(userId)
    if (before) return before
    const read = new Set((store.read(keyOf(userId)) ?? '').split('\n').filter((sight) => sight !== ''))
    known.set(userId, read)
    return read
  }
  return {
    of,
    add: (userId, item) => {
      const sight = sightOf(item)
      const before = of(userId)
      if (before.has(sight)) return
      const after = new Set([...before, sight])
      known.set(userId, after)
      store.write(keyOf(userId), [...after].join('\n'))
      for (const listener of listeners) listener()
    },
    subscribe: (listener) => {
      listeners.add(listener)
      return () => {
        listeners.delete(listener)
      }
    },
  }
}

/** This page's own; signing out clears what it keeps. */
export const openedItems = createOpenedItems(tabDrafts)

import { useCallback, useEffect, useMemo, useState } from 'react'
import { add, extendTo, nothingSelected, remove, toggle } from '#src/lib/selection.ts'
import type { Selection } from '#src/lib/selection.ts'
import { keepSelection, readSelection, selectionKey } from './kept-selection.ts'
import { useSession } from './session-context.ts'

function kept(key: string): Selection {
  const ids = readSelection(key)
  return ids.length === 0 ? nothingSelected : { ids: new Set(ids), anchor: ids.at(-1) ?? null }
}

/** What is selected in one list; kept in the tab over a reload. `order` gives the ids as they stand on screen. */
export function useSelection(list: string, order: () => readonly string[]) {
  const { user } = useSession()
  const key = selectionKey(user.id, list)
  const [state, setState] = useState(() => ({ key, selection: kept(key), isOn: false }))
  if (state.key !== key) setState({ key, selection: kept(key), isOn: false })
  const { selection, isOn } = state
  useEffect(() => {
    if (state.key === key) keepSelection(key, selection.ids)
  }, [key, state.key, selection])
  const change = useCallback(
    (next: (before: Selection) => Selection) => setState((before) => ({ ...before, selection: next(before.selection) })),
    [],
  )
  const acts = useMemo(
    () => ({
      /** Selection mode for fingers: boxes show before anything is selected. */
      start: () => setState((before) => ({ ...before, isOn: true })),
      clear: () => setState((before) => ({ ...before, selection: nothingSelected, isOn: false })),
      toggle: (id: string) => change((before) => toggle(before, id)),
      extendTo: (id: string, ids: readonly string[]) => change((before) => extendTo(before, id, ids)),
      add: (ids: readonly string[]) => change((before) => add(before, ids)),
      remove: (ids: readonly string[]) => change((before) => remove(before, ids)),
    }),
    [change],
  )
  const choose = useCallback(
    (id: string, isRange: boolean) => (isRange ? acts.extendTo(id, order()) : acts.toggle(id)),
    [acts, order],
  )
  return { ids: selection.ids, isSelecting: isOn || selection.ids.size > 0, choose, ...acts }
}

/** Chosen work items. The ids are fixed when they are chosen: nothing joins by itself later. */
export interface Selection {
  readonly ids: ReadonlySet<string>
  /** Where a range starts; null before anything was chosen. */
  readonly anchor: string | null
}

export const nothingSelected: Selection = { ids: new Set(), anchor: null }

export function toggle({ ids }: Selection, id: string): Selection {
  const after = new Set(ids)
  if (!after.delete(id)) after.add(id)
  return { ids: after, anchor: id }
}

/** Adds everything between the anchor and `id`, both included, in the order given. Without an anchor in sight it is `id` alone. */
export function extendTo(selection: Selection, id: string, order: readonly string[]): Selection {
  const to = order.indexOf(id)
  const from = selection.anchor === null ? -1 : order.indexOf(selection.anchor)
  if (to < 0) return selection
  if (from < 0) return { ids: new Set([...selection.ids, id]), anchor: id }
  return {
    ids: new Set([...selection.ids, ...order.slice(Math.min(from, to), Math.max(from, to) + 1)]),
    anchor: selection.anchor,
  }
}

export const add = ({ ids, anchor }: Selection, more: readonly string[]): Selection => ({
  ids: new Set([...ids, ...more]),
  anchor: anchor ?? more[0] ?? null,
})

export function remove({ ids, anchor }: Selection, fewer: readonly string[]): Selection {
  const gone = new Set(fewer)
  return { ids: new Set([...ids].filter((id) => !gone.has(id))), anchor }
}

/** Which work items are drawn: the opened one, and out of sight the one that will be opened next. */
export interface Drawings {
  readonly opened: Drawing | null
  readonly next: Drawing | null
  /** How many have been drawn so far. */
  readonly count: number
}

export interface Drawing {
  readonly id: string
  /** Another key is drawn from the beginning, with nothing kept from before. */
  readonly key: number
  /** Which reading of it is drawn, for one out of sight; a newer one is drawn anew. */
  readonly version: number
}

export const noDrawings: Drawings = { opened: null, next: null, count: 0 }

/**
 * What is to be drawn once `openedId` is opened and `next` foreseen: the foreseen one becomes the opened one as it stands, and one that was open
 * is never kept for later, since it may hold what was typed. Gives the same drawings when nothing changes.
 */
export function turnTo(
  before: Drawings,
  openedId: string | null,
  next: { readonly id: string; readonly version: number } | null,
): Drawings {
  let { count } = before
  const draw = (id: string, version: number): Drawing => {
    count += 1
    return { id, version, key: count }
  }
  const openedAs = () => {
    if (openedId === null) return null
    if (before.opened?.id === openedId) return before.opened
    return before.next?.id === openedId ? before.next : draw(openedId, 0)
  }
  const nextAs = () => {
    if (next === null || next.id === openedId) return null
    return before.next?.id === next.id && before.next.version === next.version ? before.next : draw(next.id, next.version)
  }
  const opened = openedAs()
  const ahead = nextAs()
  return opened === before.opened && ahead === before.next ? before : { opened, next: ahead, count }
}

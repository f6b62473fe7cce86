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
  /** What was drawn of it, as the lists know it. */
  readonly version: unknown
}

/** A work item as the lists know it at this moment. */
export type Known = Pick<Drawing, 'id' | 'version'>

export const noDrawings: Drawings = { opened: null, next: null, count: 0 }

/**
 * What is to be drawn once one is opened and another foreseen: the foreseen one becomes the opened one as it stands, unless the lists know more
 * by now; and one that was open is never kept for later, since it may hold what was typed. Gives the same drawings when nothing changes.
 */
export function turnTo(before: Drawings, opened: Known | null, next: Known | null): Drawings {
  let { count } = before
  const aheadOrAnew = ({ id, version }: Known): Drawing => {
    if (before.next?.id === id && before.next.version === version) return before.next
    count += 1
    return { id, version, key: count }
  }
  const isStill = opened !== null && before.opened?.id === opened.id
  const inSight = isStill ? before.opened : opened && aheadOrAnew(opened)
  const ahead = next === null || next.id === opened?.id ? null : aheadOrAnew(next)
  return inSight === before.opened && ahead === before.next ? before : { opened: inSight, next: ahead, count }
}

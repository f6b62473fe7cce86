interface Ahead {
  /** The offset of the first page, and the last one that is asked for before anybody takes it. */
  readonly from: number
  readonly upTo: number
  readonly step: number
  /** How many may wait for the server's word at a time. */
  readonly atOnce: number
}

export interface PagesAhead<Page> {
  /** Whether nobody has to wait for this page any more. */
  readonly isHere: (offset: number) => boolean
  readonly take: (offset: number) => Promise<Page>
}

/** Reads the page at an offset; says once its answer has begun to arrive. */
type ReadPage<Page> = (offset: number, onAnswer: () => void) => Promise<Page>

/**
 * Asks for the pages of a list side by side and hands them out in their order. The next one is asked for as soon as one is being answered,
 * whatever its place: waiting for its last byte, for those before it or for the screen to be drawn would leave the line idle. Nothing more
 * is asked for once a page failed or was not full; the failure itself is met when its turn comes.
 */
export function createPagesAhead<Page extends { readonly received: number }>(
  read: ReadPage<Page>,
  { from, upTo, step, atOnce }: Ahead,
): PagesAhead<Page> {
  const asked = new Map<number, Promise<Page>>()
  const here = new Set<number>()
  let next = from
  let waiting = 0
  const stop = () => {
    next = Number.POSITIVE_INFINITY
  }
  const ask = () => {
    for (; waiting < atOnce && next <= upTo; next += step) {
      waiting += 1
      const offset = next
      const page = read(offset, () => {
        waiting -= 1
        ask()
      })
      page.then(({ received }) => {
        here.add(offset)
        if (received < step) stop()
      }, stop)
      asked.set(offset, page)
    }
  }
  ask()
  return {
    isHere: (offset) => here.has(offset),
    take: (offset) => {
      const page = asked.get(offset) ?? read(offset, () => undefined)
      asked.delete(offset)
      here.delete(offset)
      return page
    },
  }
}

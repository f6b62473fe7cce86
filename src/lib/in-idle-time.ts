/** How many are done between two looks at the clock. */
const atATime = 20

/**
 * Does something to one after the other while the browser has nothing better to do, until it is told to stop. For work that is also done,
 * later and all at once, by whoever needs its result: a browser without `requestIdleCallback` leaves it to them.
 */
export function inIdleTime<Item>(items: readonly Item[], act: (item: Item) => void): () => void {
  if (!('requestIdleCallback' in globalThis)) return () => undefined
  let next = 0
  const go = (deadline: IdleDeadline) => {
    while (next < items.length && deadline.timeRemaining() > 0) {
      for (const item of items.slice(next, next + atATime)) act(item)
      next += atATime
    }
    handle = next < items.length ? requestIdleCallback(go) : 0
  }
  let handle = requestIdleCallback(go)
  return () => cancelIdleCallback(handle)
}

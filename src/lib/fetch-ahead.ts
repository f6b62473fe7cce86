const begun = new WeakSet<() => Promise<unknown>>()

/**
 * Fetches a piece of code before it is asked for, once: to ask for what is here already takes its time, too. A failure is no news: it is tried
 * again the next time, and told when the piece is needed.
 */
export function fetchAhead(load: () => Promise<unknown>): void {
  if (begun.has(load)) return
  begun.add(load)
  load().catch(() => begun.delete(load))
}

/** Fetches a piece of code before it is asked for. A failure is no news: it is tried again, and told, when the piece is needed. */
export function fetchAhead(load: () => Promise<unknown>): void {
  load().catch(() => undefined)
}

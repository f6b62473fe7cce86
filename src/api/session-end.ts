type Listener = () => void

const listeners = new Set<Listener>()
let hasEnded = false

/** Whether the session ended while the page was in use. One for the page: every request shares the one cookie. */
export const sessionEnd = {
  hasEnded: () => hasEnded,
  /** Called for a 401 once somebody was signed in; the first call tells everyone, the others do nothing. */
  mark: () => {
    if (hasEnded) return
    hasEnded = true
    for (const listener of listeners) listener()
  },
  subscribe: (listener: Listener) => {
    listeners.add(listener)
    return () => {
      listeners.delete(listener)
    }
  },
}

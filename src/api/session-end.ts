type Listener = () => void

/** The session is over, or somebody else has signed in with this browser. */
export type SessionEnd = 'ended' | 'taken-over'

/** What a 401 says of the session. */
export const endSaidBy = ({ code }: { readonly code: string }): SessionEnd => (code === 'other_user' ? 'taken-over' : 'ended')

const listeners = new Set<Listener>()
let end: SessionEnd | null = null

/** Whether the session ended while the page was in use. One for the page: every request shares the one cookie. */
export const sessionEnd = {
  hasEnded: () => end !== null,
  how: () => end,
  /** Called for a 401 once somebody was signed in, and when another tab says who is. Only news is told. */
  mark: (how: SessionEnd) => {
    if (end === how || end === 'taken-over') return
    end = how
    for (const listener of listeners) listener()
  },
  subscribe: (listener: Listener) => {
    listeners.add(listener)
    return () => {
      listeners.delete(listener)
    }
  },
}

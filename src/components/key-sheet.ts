type Listener = () => void

let isOpen = false
const listeners = new Set<Listener>()

/** Whether the list of keys is on screen; there is one for the page. */
export const keySheet = {
  isOpen: () => isOpen,
  show: (next: boolean) => {
    isOpen = next
    for (const listener of listeners) listener()
  },
  subscribe: (listener: Listener) => {
    listeners.add(listener)
    return () => {
      listeners.delete(listener)
    }
  },
}

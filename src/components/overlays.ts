type Listener = () => void

/** Something of which there is one for the page, and which is open or not. */
function createSwitch() {
  let isOpen = false
  const listeners = new Set<Listener>()
  return {
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
}

/** The list of keys. */
export const keySheet = createSwitch()
/** The command palette. */
export const palette = createSwitch()

import { useEffect } from 'react'

/** Calls `act` when a component comes on screen, which is later than when it is drawn, where it is drawn ahead; and when `act` changes. */
export function useOnScreen(act: () => void): void {
  useEffect(() => {
    const timer = setTimeout(act)
    return () => clearTimeout(timer)
  }, [act])
}

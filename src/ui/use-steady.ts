import { useCallback, useLayoutEffect, useRef } from 'react'

/**
 * A function that stays the same for as long as the component lives and does what the newest drawing says: for memoised children, and for
 * what is handed out once. To be called by events, not while drawing.
 */
export function useSteady<Given extends readonly unknown[], Result>(
  act: (...given: Given) => Result,
): (...given: Given) => Result {
  const latest = useRef(act)
  // Before the paint: whoever sees the new state may act on it.
  useLayoutEffect(() => {
    latest.current = act
  })
  return useCallback((...given: Given) => latest.current(...given), [])
}

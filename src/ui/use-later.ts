import { useCallback, useEffect, useRef } from 'react'

/**
 * Calls `act` with the newest value once nothing came for so many ms; what still waits when the component goes, or at `cancel`, is dropped.
 */
export function useLater<Value>(
  act: (value: Value) => void,
  waitMs: number,
): { later: (value: Value) => void; cancel: () => void } {
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined)
  const latest = useRef(act)
  useEffect(() => {
    latest.current = act
  })
  useEffect(() => () => clearTimeout(timer.current), [])
  const cancel = useCallback(() => clearTimeout(timer.current), [])
  const later = useCallback(
    (value: Value) => {
      clearTimeout(timer.current)
      timer.current = setTimeout(() => latest.current(value), waitMs)
    },
    [waitMs],
  )
  return { later, cancel }
}

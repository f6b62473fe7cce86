import { useCallback, useEffect, useRef } from 'react'

/** Calls `act` with the newest value once nothing came for so many ms; what still waits when the component goes is dropped. */
export function useLater<Value>(act: (value: Value) => void, waitMs: number): (value: Value) => void {
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined)
  const latest = useRef(act)
  useEffect(() => {
    latest.current = act
  })
  useEffect(() => () => clearTimeout(timer.current), [])
  return useCallback(
    (value: Value) => {
      clearTimeout(timer.current)
      timer.current = setTimeout(() => latest.current(value), waitMs)
    },
    [waitMs],
  )
}

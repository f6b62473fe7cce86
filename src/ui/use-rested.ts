import { useEffect, useState } from 'react'

/** True once a component has been on screen for so many ms; for what somebody who only passes by, or presses twice, does not mean. */
export function useRested(ms: number): boolean {
  const [hasRested, setHasRested] = useState(false)
  useEffect(() => {
    const timer = setTimeout(() => setHasRested(true), ms)
    return () => clearTimeout(timer)
  }, [ms])
  return hasRested
}

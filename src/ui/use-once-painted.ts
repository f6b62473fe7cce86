import { useEffect, useState } from 'react'

/** A page out of sight is not painted: then so long (ms) is enough. */
const unseen = 100

/**
 * The value as it was when the page was last painted; a new one follows right after the next frame, and is then drawn in one go. For changes too
 * large for the frame that answers a press: the press shows at once, and what it leads to is not cut into slices, which would only make it
 * later.
 */
export function useOncePainted<Value>(value: Value): Value {
  const [painted, setPainted] = useState(value)
  useEffect(() => {
    if (painted === value) return undefined
    let timer = setTimeout(() => setPainted(value), unseen)
    const frame = requestAnimationFrame(() => {
      clearTimeout(timer)
      timer = setTimeout(() => setPainted(value))
    })
    return () => {
      cancelAnimationFrame(frame)
      clearTimeout(timer)
    }
  }, [painted, value])
  return painted
}

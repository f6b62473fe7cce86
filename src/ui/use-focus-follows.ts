import { useEffect, useRef } from 'react'

/**
 * For a pressed button that gives way to other controls: once `change` is another value, the focus goes to the first button left in the
 * frame, or the keyboard would start again at the top of the page. Without a press nothing moves.
 */
export function useFocusFollows<Frame extends HTMLElement>(change: unknown) {
  const frame = useRef<Frame>(null)
  const wasPressed = useRef(false)
  useEffect(() => {
    if (change !== undefined && wasPressed.current) {
      frame.current?.querySelector('button')?.focus()
      wasPressed.current = false
    }
  }, [change])
  const pressed = () => {
    wasPressed.current = true
  }
  return { frame, pressed }
}

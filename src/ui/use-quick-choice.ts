import { useState } from 'react'

/** A choice that shows at once, while the address (and with it the list) follows a moment later. Another value from outside wins. */
export function useQuickChoice<Value>(value: Value, onChange: (value: Value) => void) {
  const [state, setState] = useState({ value, from: value })
  if (state.from !== value) setState({ value, from: value })
  const choose = (next: Value) => {
    setState((before) => ({ ...before, value: next }))
    onChange(next)
  }
  return [state.value, choose] as const
}

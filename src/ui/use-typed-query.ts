import { useState } from 'react'

/**
 * The text of a filter as it is typed, blanks included, while the address keeps it trimmed. Another query from outside (back, "clear")
 * replaces what was typed.
 */
export function useTypedQuery(query: string, onChange: (text: string) => void) {
  const [typed, setTyped] = useState(query)
  const [known, setKnown] = useState(query)
  if (query !== known) {
    setKnown(query)
    if (query !== typed.trim()) setTyped(query)
  }
  const type = (text: string) => {
    setTyped(text)
    onChange(text)
  }
  return { typed, type }
}

import { useState } from 'react'

/**
 * The text of a filter as it is typed, blanks included, while the address keeps it trimmed and follows later. Another query from outside
 * (back, "clear") replaces what was typed; the address catching up with something typed before does not.
 */
export function useTypedQuery(query: string, onChange: (text: string) => void) {
  const [typed, setTyped] = useState(query)
  const [known, setKnown] = useState(query)
  /** What was typed, trimmed, since the address last said the same as the field. */
  const [underWay, setUnderWay] = useState<readonly string[]>([])
  if (query !== known) {
    setKnown(query)
    const isEcho = underWay.includes(query)
    if (!isEcho) setTyped(query)
    setUnderWay(isEcho ? underWay.slice(underWay.lastIndexOf(query) + 1) : [])
  }
  const type = (text: string) => {
    setTyped(text)
    setUnderWay((before) => [...before, text.trim()])
    onChange(text)
  }
  return { typed, type }
}

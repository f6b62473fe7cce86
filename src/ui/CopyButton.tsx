import { useState } from 'react'
import { Button } from './Button.tsx'
import { VisuallyHidden } from './VisuallyHidden.tsx'

interface Props {
  /** Asked for when pressed. */
  readonly text: () => string
  readonly label: string
  readonly copied: string
}

/** Copies something longer than fits on a button, and says that it did. */
export function CopyButton({ text, label, copied }: Props) {
  const [isCopied, setIsCopied] = useState(false)
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(text())
      setIsCopied(true)
    } catch {
      setIsCopied(false)
    }
  }
  return (
    <Button variant="outlined" onClick={() => void copy()}>
      {isCopied ? copied : label}
      <VisuallyHidden as="output">{isCopied ? copied : ''}</VisuallyHidden>
    </Button>
  )
}

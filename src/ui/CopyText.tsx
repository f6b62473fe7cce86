import { Button } from './Button.tsx'
import { theme } from './theme.ts'
import { useState } from 'react'

interface Props {
  readonly text: string
  /** The button's accessible name. */
  readonly label: string
  readonly copied: string
}

/** A text to hand on: one press copies it. It can be selected as well, where the clipboard is not to be had. */
export function CopyText({ text, label, copied }: Props) {
  const [isCopied, setIsCopied] = useState(false)
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(text)
      setIsCopied(true)
    } catch {
      setIsCopied(false)
    }
  }
  return (
    <Button
      variant="text"
      aria-label={label}
      onClick={() => void copy()}
      sx={{
        fontFamily: 'ui-monospace, monospace',
        fontSize: '0.75rem',
        userSelect: 'text',
        paddingInline: theme.spacing(1),
        minHeight: 24,
        whiteSpace: 'normal',
        overflowWrap: 'anywhere',
      }}
    >
      {isCopied ? copied : text}
    </Button>
  )
}

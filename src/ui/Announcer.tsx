import { createContext, use, useCallback, useState } from 'react'
import type { ReactNode } from 'react'
import { VisuallyHidden } from './VisuallyHidden.tsx'

const AnnounceContext = createContext<(text: string) => void>(() => {})

/** Says a sentence to screen readers, politely. */
export const useAnnounce = (): ((text: string) => void) => use(AnnounceContext)

interface Said {
  readonly text: string
  readonly turn: number
}

const kept = 3

/** The page's one live region. The last few sentences stay in it, so that two at once are both read. */
export function Announcer({ children }: { readonly children: ReactNode }) {
  const [said, setSaid] = useState<readonly Said[]>([])
  const announce = useCallback((text: string) => {
    setSaid((before) => [...before.slice(1 - kept), { text, turn: (before.at(-1)?.turn ?? 0) + 1 }])
  }, [])
  return (
    <AnnounceContext value={announce}>
      {children}
      <VisuallyHidden as="output" aria-atomic="false">
        {said.map(({ text, turn }) => (
          <span key={turn}>{text} </span>
        ))}
      </VisuallyHidden>
    </AnnounceContext>
  )
}

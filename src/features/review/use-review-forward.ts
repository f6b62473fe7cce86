import { useState } from 'react'
import { emptyForwardDraft, keepForwardDraft, readForwardDraft } from '#src/components/forward-draft.ts'
import type { ForwardDraft } from '#src/components/forward-draft.ts'
import { useSession } from '#src/components/session-context.ts'

/** To whom and with which words, kept in the tab with the review. */
export function useReviewForward(name: string) {
  const { user } = useSession()
  const [forward, setForward] = useState(() => readForwardDraft(user.id, [name]) ?? emptyForwardDraft)
  const changeForward = (part: Partial<ForwardDraft>) => {
    const next = { ...forward, ...part }
    setForward(next)
    keepForwardDraft(user.id, [name], next)
  }
  return { forward, changeForward }
}

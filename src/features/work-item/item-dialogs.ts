import { lazy, useEffect } from 'react'
import { fetchAhead } from '#src/lib/fetch-ahead.ts'
import { useRested } from '#src/ui/use-rested.ts'

const loadForward = () => import('#src/components/ForwardDialog.tsx')
const loadComplete = () => import('./CompleteDialog.tsx')
export const ForwardDialog = lazy(async () => ({ default: (await loadForward()).ForwardDialog }))
export const CompleteDialog = lazy(async () => ({ default: (await loadComplete()).CompleteDialog }))
/** The dialogs are fetched before they are asked for, so that they open at once and without a network, ms. */
const fetchDialogsAfter = 800

/** Fetches the code of the dialogs once somebody stays; what fails now is tried again when it is needed. */
export function useDialogsAtHand(): void {
  const hasRested = useRested(fetchDialogsAfter)
  useEffect(() => {
    if (!hasRested) return
    for (const load of [loadForward, loadComplete]) fetchAhead(load)
  }, [hasRested])
}

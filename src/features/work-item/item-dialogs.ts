import { lazy, useEffect } from 'react'
import { fetchAhead } from '#src/lib/fetch-ahead.ts'

const loadForward = () => import('#src/components/ForwardDialog.tsx')
const loadComplete = () => import('./CompleteDialog.tsx')
export const ForwardDialog = lazy(async () => ({ default: (await loadForward()).ForwardDialog }))
export const CompleteDialog = lazy(async () => ({ default: (await loadComplete()).CompleteDialog }))
/** The dialogs are fetched before they are asked for, so that they open at once and without a network, ms. */
const fetchDialogsAfter = 800

/** Fetches the code of the dialogs once somebody stays; what fails now is tried again when it is needed. */
export function useDialogsAtHand(): void {
  useEffect(() => {
    const timer = setTimeout(() => [loadForward, loadComplete].forEach(fetchAhead), fetchDialogsAfter)
    return () => clearTimeout(timer)
  }, [])
}

import { Suspense, lazy, useEffect, useSyncExternalStore } from 'react'
import { useNavigate } from 'react-router'
import { keySheet, palette } from '#src/components/overlays.ts'
import { pageOffer } from '#src/components/page-acts.ts'
import { useKeys } from '#src/components/use-keys.ts'
import { actionOf, keyOf, leader } from '#src/lib/keys.ts'
import { paths } from '#src/lib/paths.ts'

const KeySheet = lazy(async () => ({ default: (await import('./KeySheet.tsx')).KeySheet }))
const Palette = lazy(async () => ({ default: (await import('./Palette.tsx')).Palette }))

/** How long the second key may take, ms. */
const secondKeyMayTake = 1500

/** Where a key is text, or belongs to something that lies over the page. */
const isTaken = (target: EventTarget | null): boolean =>
  target instanceof Element &&
  (target.closest('textarea, select, [contenteditable], dialog, [role=dialog], [role=menu], [role=listbox]') !== null ||
    target.closest('input:not([type=checkbox]):not([type=radio])') !== null)

/** The keys of the page, in one place: Ctrl/⌘ K, the two-key jumps, `?`, and what the page on screen makes of the others. */
export function GlobalKeys() {
  const navigate = useNavigate()
  const { keys } = useKeys()
  const isPaletteOpen = useSyncExternalStore(palette.subscribe, palette.isOpen)
  const isSheetOpen = useSyncExternalStore(keySheet.subscribe, keySheet.isOpen)

  useEffect(() => {
    let leaderAt = Number.NEGATIVE_INFINITY
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key.toLowerCase() === 'k' && (event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey) {
        event.preventDefault()
        if (!document.querySelector('dialog[open]')) palette.show(!palette.isOpen())
        return
      }
      const key = keyOf(event)
      if (key === null || event.defaultPrevented || event.repeat || isTaken(event.target)) return
      const before = event.timeStamp - leaderAt < secondKeyMayTake ? leader : null
      leaderAt = before === null && key === leader ? event.timeStamp : Number.NEGATIVE_INFINITY
      const action = actionOf(keys, before, key)
      if (action === null) return
      let isMeant = true
      if (action === 'goInbox') void navigate(paths.inbox)
      else if (action === 'goCompleted') void navigate(paths.completed)
      else if (action === 'goIdentities') void navigate(paths.identities)
      else if (action === 'help') keySheet.show(true)
      else isMeant = pageOffer.now()?.onKey(action, document.activeElement) ?? false
      if (isMeant) event.preventDefault()
    }
    document.addEventListener('keydown', onKeyDown)
    return () => document.removeEventListener('keydown', onKeyDown)
  }, [keys, navigate])

  return (
    <Suspense>
      {isPaletteOpen && <Palette onClose={() => palette.show(false)} />}
      {isSheetOpen && <KeySheet onClose={() => keySheet.show(false)} />}
    </Suspense>
  )
}

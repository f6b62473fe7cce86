import { useCallback, useSyncExternalStore } from 'react'

/** Whether a media query holds, followed as it changes. */
export function useMedia(query: string): boolean {
  const subscribe = useCallback(
    (listener: () => void) => {
      const list = matchMedia(query)
      list.addEventListener('change', listener)
      return () => list.removeEventListener('change', listener)
    },
    [query],
  )
  return useSyncExternalStore(subscribe, () => matchMedia(query).matches)
}

/** The width below which the page is a phone's; the same as the theme's `sm`. */
export const narrow = '(max-width: 699.95px)'
/** The width from which two panes stand side by side; the same as the theme's `md`. */
export const wide = '(min-width: 1000px)'

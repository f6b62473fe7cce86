import { useSyncExternalStore } from 'react'
import { browserSettings } from '#src/lib/browser-store.ts'
import { parseThemeChoice, resolveTheme, themeKey } from '#src/lib/settings.ts'
import type { ThemeChoice } from '#src/lib/settings.ts'

const listeners = new Set<() => void>()
const readChoice = (): ThemeChoice => parseThemeChoice(browserSettings.read(themeKey))

function settle(): void {
  const systemIsDark = matchMedia('(prefers-color-scheme: dark)').matches
  document.documentElement.dataset['theme'] = resolveTheme(readChoice(), systemIsDark)
  for (const listener of listeners) listener()
}

/** Gives the page the look that was chosen, from now on: also when another tab chooses, or the system turns dark. */
export function followLook(): void {
  settle()
  matchMedia('(prefers-color-scheme: dark)').addEventListener('change', settle)
  addEventListener('storage', ({ key }) => {
    if (key === themeKey || key === null) settle()
  })
}

function choose(choice: ThemeChoice): void {
  browserSettings.write(themeKey, choice)
  settle()
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => {
    listeners.delete(listener)
  }
}

/** The look chosen for this browser, and how to choose another. */
export const useLook = (): readonly [choice: ThemeChoice, choose: (choice: ThemeChoice) => void] => [
  useSyncExternalStore(subscribe, readChoice),
  choose,
]

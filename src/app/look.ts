import { useSyncExternalStore } from 'react'
import { browserSettings } from '#src/lib/browser-store.ts'
import { parseThemeChoice, resolveTheme, themeKey } from '#src/lib/settings.ts'
import type { ThemeChoice } from '#src/lib/settings.ts'

const listeners = new Set<() => void>()
const stored = (): ThemeChoice => parseThemeChoice(browserSettings.read(themeKey))
/** As it was chosen, also where the browser stores nothing. */
let chosen: ThemeChoice = 'system'
const readChoice = () => chosen

function settle(): void {
  const systemIsDark = matchMedia('(prefers-color-scheme: dark)').matches
  document.documentElement.dataset['theme'] = resolveTheme(chosen, systemIsDark)
  for (const listener of listeners) listener()
}

/** Gives the page the look that was chosen, from now on: also when another tab chooses, or the system turns dark. */
export function followLook(): void {
  const takeOver = () => {
    chosen = stored()
    settle()
  }
  takeOver()
  matchMedia('(prefers-color-scheme: dark)').addEventListener('change', settle)
  addEventListener('storage', ({ key }) => {
    if (key === themeKey || key === null) takeOver()
  })
}

function choose(choice: ThemeChoice): void {
  chosen = choice
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

import { createContext, use, useCallback, useMemo, useState } from 'react'
import type { ReactNode } from 'react'
import { browserSettings } from '#src/lib/browser-store.ts'
import { defaultSettings, parseSettings, settingsKey } from '#src/lib/settings.ts'
import type { Settings } from '#src/lib/settings.ts'

interface SettingsAccess {
  readonly settings: Settings
  readonly change: (part: Partial<Settings>) => void
}

const SettingsContext = createContext<SettingsAccess>({ settings: defaultSettings, change: () => {} })

/** What the person chose for this browser, and how to choose otherwise. */
export const useSettings = (): SettingsAccess => use(SettingsContext)

export function SettingsProvider({ children }: { readonly children: ReactNode }) {
  const [settings, setSettings] = useState(() => parseSettings(browserSettings.read(settingsKey)))
  const change = useCallback((part: Partial<Settings>) => {
    setSettings((before) => {
      const after = { ...before, ...part }
      browserSettings.write(settingsKey, JSON.stringify(after))
      return after
    })
  }, [])
  const access = useMemo(() => ({ settings, change }), [settings, change])
  return <SettingsContext value={access}>{children}</SettingsContext>
}

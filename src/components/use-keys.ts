import { useCallback, useSyncExternalStore } from 'react'
import { browserSettings } from '#src/lib/browser-store.ts'
import { defaultKeys, keysKey, parseKeys } from '#src/lib/keys.ts'
import type { KeySettings } from '#src/lib/keys.ts'
import { useSession } from './session-context.ts'

const known = new Map<string, KeySettings>()
const listeners = new Set<() => void>()

function keysOf(userId: string): KeySettings {
  const before = known.get(userId)
  if (before) return before
  const read = parseKeys(browserSettings.read(keysKey(userId)))
  known.set(userId, read)
  return read
}

function change(userId: string, after: KeySettings): void {
  known.set(userId, after)
  browserSettings.write(keysKey(userId), after === defaultKeys ? null : JSON.stringify(after))
  for (const listener of listeners) listener()
}

const subscribe = (listener: () => void) => {
  listeners.add(listener)
  return () => {
    listeners.delete(listener)
  }
}

/** The signed-in person's keys in this browser, and the way to change them. */
export function useKeys() {
  const { user } = useSession()
  const keys = useSyncExternalStore(subscribe, () => keysOf(user.id))
  return { keys, change: useCallback((after: KeySettings) => change(user.id, after), [user.id]) }
}

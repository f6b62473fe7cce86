/** What a single key can do. Arrow keys, Enter, Escape and Ctrl/⌘ K always work; these can be changed or switched off. */
export const keyActions = [
  'down',
  'up',
  'open',
  'select',
  'approve',
  'reject',
  'forward',
  'snooze',
  'takeBack',
  'next',
  'oldest',
  'filter',
  'previousPage',
  'nextPage',
  'goInbox',
  'goCompleted',
  'goIdentities',
  'help',
] as const
export type KeyAction = (typeof keyActions)[number]

/** One key (`a`, `?`), or `g` and another one (`g i`). */
export type Bindings = Readonly<Record<KeyAction, string>>

export interface KeySettings {
  readonly isOn: boolean
  readonly bindings: Bindings
}

export const defaultBindings: Bindings = {
  down: 'j',
  up: 'k',
  open: 'o',
  select: 'x',
  approve: 'a',
  reject: 'r',
  forward: 'f',
  snooze: 's',
  takeBack: 'z',
  next: 'n',
  oldest: 't',
  filter: '/',
  previousPage: '[',
  nextPage: ']',
  goInbox: 'g i',
  goCompleted: 'g c',
  goIdentities: 'g p',
  help: '?',
}
export const defaultKeys: KeySettings = { isOn: true, bindings: defaultBindings }

export const keysKey = (userId: string): string => `countersign.keys.${userId}`

/** The first of two keys. Alone it does nothing, so that it can wait for the second. */
export const leader = 'g'
const oneKey = /^[^\sg]$|^g \S$/u

export const isBinding = (text: string): boolean => oneKey.test(text)

/** Reads stored keys; one that is missing, odd or taken twice is as it was from the start. */
export function parseKeys(text: string | null): KeySettings {
  const stored = parsed(text)
  const wished = parsed(stored['bindings'])
  const chosen = keyActions.map((action) => {
    const key = wished[action]
    return [action, typeof key === 'string' && isBinding(key) ? key : defaultBindings[action]] as const
  })
  const isUnambiguous = new Set(chosen.map(([, key]) => key)).size === chosen.length
  return {
    isOn: stored['isOn'] !== false,
    bindings: isUnambiguous ? { ...defaultBindings, ...Object.fromEntries(chosen) } : defaultBindings,
  }
}

/** The action another binding would collide with; null when the key is free. */
export const takenBy = (bindings: Bindings, action: KeyAction, key: string): KeyAction | null =>
  keyActions.find((other) => other !== action && bindings[other] === key) ?? null

interface Pressed {
  readonly key: string
  readonly ctrlKey: boolean
  readonly metaKey: boolean
  readonly altKey: boolean
}

/** How a pressed key is written in a binding; null for what is none (Ctrl, Alt and ⌘ belong to the browser). */
export function keyOf({ key, ctrlKey, metaKey, altKey }: Pressed): string | null {
  if (ctrlKey || metaKey || altKey || Array.from(key).length !== 1 || key.trim() === '') return null
  return key.toLowerCase()
}

/** What a key means, given the one before it (`g`, or nothing). */
export function actionOf({ isOn, bindings }: KeySettings, before: string | null, key: string): KeyAction | null {
  if (!isOn) return null
  const pressed = before === null ? key : `${before} ${key}`
  return keyActions.find((action) => bindings[action] === pressed) ?? null
}

function parsed(value: unknown): Record<string, unknown> {
  try {
    const read: unknown = typeof value === 'string' ? JSON.parse(value) : value
    return typeof read === 'object' && read !== null ? { ...read } : {}
  } catch {
    return {}
  }
}

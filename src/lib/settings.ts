export const afterDecisionChoices = ['next', 'stay', 'back'] as const
export type AfterDecision = (typeof afterDecisionChoices)[number]

/** What a person chose for this browser. */
export interface Settings {
  /** How long a decision can be taken back, in ms. */
  readonly holdMs: number
  /** What happens on screen after the last decision on a work item. */
  readonly afterDecision: AfterDecision
  /** Whether the browser tells of new work items while the page is out of sight. */
  readonly notify: boolean
}

export const holdChoices = [0, 5_000, 10_000, 30_000] as const
export const defaultSettings: Settings = { holdMs: 5_000, afterDecision: 'next', notify: false }

export const settingsKey = 'countersign.settings'
export const themeKey = 'countersign.theme'

/** Reads stored settings; whatever is missing or not a choice becomes the default. */
export function parseSettings(text: string | null): Settings {
  const stored = parsed(text)
  const holdMs = holdChoices.find((choice) => choice === stored['holdMs'])
  const afterDecision = afterDecisionChoices.find((choice) => choice === stored['afterDecision'])
  return {
    holdMs: holdMs ?? defaultSettings.holdMs,
    afterDecision: afterDecision ?? defaultSettings.afterDecision,
    notify: stored['notify'] === true,
  }
}

export type ThemeChoice = 'light' | 'dark' | 'system'

export const themeChoices: readonly ThemeChoice[] = ['light', 'dark', 'system']

/** The choice in a stored text; anything else follows the system. */
export function parseThemeChoice(text: string | null | undefined): ThemeChoice {
  return themeChoices.find((choice) => choice === text) ?? 'system'
}

/** Which of the two looks a choice means. */
export function resolveTheme(choice: ThemeChoice, systemIsDark: boolean): 'light' | 'dark' {
  if (choice === 'system') return systemIsDark ? 'dark' : 'light'
  return choice
}

function parsed(text: string | null): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(text ?? '{}')
    return typeof value === 'object' && value !== null ? { ...value } : {}
  } catch {
    return {}
  }
}

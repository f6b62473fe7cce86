/** The environment, as `process.env` has it. */
export type Environment = Readonly<Record<string, string | undefined>>

/** A variable that cannot be used; the message names it and says what would do. */
export class ConfigurationError extends Error {
  override readonly name = 'ConfigurationError'
  constructor(variable: string, problem: string) {
    super(`${variable} ${problem}`)
  }
}

/** The trimmed value, or `undefined` when unset or empty. */
export function optionalText(env: Environment, variable: string): string | undefined {
  return env[variable]?.trim() || undefined
}

/** A whole number between `min` and `max`, both included; raises `ConfigurationError` otherwise. */
export function wholeNumber(env: Environment, variable: string, range: { min: number; max: number; fallback: number }): number {
  const text = optionalText(env, variable)
  if (text === undefined) return range.fallback
  const value = Number(text)
  if (!/^\d+$/.test(text) || value < range.min || value > range.max) {
    throw new ConfigurationError(variable, `must be a whole number from ${range.min} to ${range.max}, not "${text}".`)
  }
  return value
}

/** `1`/`true` or `0`/`false`; unset is false. */
export function flag(env: Environment, variable: string): boolean {
  const text = optionalText(env, variable)?.toLowerCase()
  if (text === undefined || text === '0' || text === 'false') return false
  if (text === '1' || text === 'true') return true
  throw new ConfigurationError(variable, `must be 1 or 0, not "${text}".`)
}

/** One of `choices`; unset is `fallback`. */
export function oneOf<Choice extends string>(
  env: Environment,
  variable: string,
  choices: readonly Choice[],
  fallback: Choice,
): Choice {
  const text = optionalText(env, variable)
  if (text === undefined) return fallback
  const choice = choices.find((candidate) => candidate === text)
  if (choice === undefined) throw new ConfigurationError(variable, `must be one of ${choices.join(', ')}, not "${text}".`)
  return choice
}

/** Small guards for reading JSON that somebody else wrote. Each takes anything and never throws. */

export type JsonRecord = Readonly<Record<string, unknown>>

export const isRecord = (value: unknown): value is JsonRecord =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** The text, or null. An empty text stays what it is. */
export const textOf = (value: unknown): string | null => (typeof value === 'string' ? value : null)

/** The text if it says something, or null. */
export const filledTextOf = (value: unknown): string | null => (typeof value === 'string' && value.trim() !== '' ? value : null)

/** A text; a number or boolean is written out. Null for anything else. */
export function scalarTextOf(value: unknown): string | null {
  if (typeof value === 'string') return value
  return typeof value === 'number' || typeof value === 'boolean' ? String(value) : null
}

/** A whole number, also when it comes as text; else null. */
export function integerOf(value: unknown): number | null {
  const number = typeof value === 'string' && /^-?\d{1,15}$/.test(value) ? Number(value) : value
  return typeof number === 'number' && Number.isSafeInteger(number) ? number : null
}

/** The value if it is a date-time that can be read, as it was written; else null. */
export function dateTimeOf(value: unknown): string | null {
  return typeof value === 'string' && /^\d{4}-\d{2}-\d{2}T/.test(value) && !Number.isNaN(Date.parse(value)) ? value : null
}

/** The array, or an empty one for anything else. */
export const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : [])

/** The texts of an array, without whatever else is in it; none for anything else. */
export const textsIn = (value: unknown): string[] => listOf(value).flatMap((each) => textOf(each) ?? [])

/** One object, or the first element of an array that holds one: older tenants wrap single answers. */
export function singleOf(value: unknown): JsonRecord | null {
  const first: unknown = Array.isArray(value) ? value[0] : value
  return isRecord(first) ? first : null
}

/** What a value says as JSON; a mark for what JSON cannot say. */
export function jsonTextOf(value: unknown): string {
  try {
    return JSON.stringify(value) ?? String(value)
  } catch {
    return '[unreadable]'
  }
}

export const snoozeChoices = ['later', 'tomorrow', 'week'] as const
export type SnoozeChoice = (typeof snoozeChoices)[number]

const HOUR = 3_600_000
const morning = 8

/** When a snooze ends, ms: three hours from now on the full hour, tomorrow at 8, next Monday at 8; in the reader's own time. */
export function snoozeUntil(choice: SnoozeChoice, now: number): number {
  const at = new Date(now)
  if (choice === 'later') return Math.ceil((now + 3 * HOUR) / HOUR) * HOUR
  const days = choice === 'tomorrow' ? 1 : (8 - at.getDay()) % 7 || 7
  return new Date(at.getFullYear(), at.getMonth(), at.getDate() + days, morning).getTime()
}

/** "Later today" is offered while there is a today left. */
export const isStillToday = (until: number, now: number): boolean =>
  new Date(until).toDateString() === new Date(now).toDateString()

/** The morning of a day as a date field writes it (`2026-11-30`); null for no date, or one that is not in the future and within a year. */
export function morningOf(text: string, now: number): number | null {
  const [, year, month, day] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text) ?? []
  if (year === undefined || month === undefined || day === undefined) return null
  const at = new Date(Number(year), Number(month) - 1, Number(day), morning).getTime()
  return at > now && at - now < 365 * 24 * HOUR ? at : null
}

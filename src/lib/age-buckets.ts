/** How long something waits, in calendar days: the day it came is the first. */
export const ageBuckets = ['today', 'week', 'month', 'older'] as const
export type AgeBucket = (typeof ageBuckets)[number]

export interface AgeBounds {
  /** The moments (ms) at which the 1st, the last 7 and the last 30 days began. */
  readonly today: number
  readonly week: number
  readonly month: number
}

/** Today, the 2nd to 7th, the 8th to 30th day, longer; days as the reader's calendar has them. The same object for a whole day. */
export function ageBoundsAt(now: number): AgeBounds {
  const daysBack = (days: number) => {
    const day = new Date(now)
    day.setHours(0, 0, 0, 0)
    day.setDate(day.getDate() - days)
    return day.getTime()
  }
  return { today: daysBack(0), week: daysBack(6), month: daysBack(29) }
}

/** The bucket of a moment in ms; an unknown one (NaN) has none. */
export function ageBucketOf(since: number, bounds: AgeBounds): AgeBucket | null {
  if (Number.isNaN(since)) return null
  if (since >= bounds.today) return 'today'
  if (since >= bounds.week) return 'week'
  return since >= bounds.month ? 'month' : 'older'
}

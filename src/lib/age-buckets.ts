/** How long something waits: since today, before that within the past 7 days, before that within the past 30, or longer. Calendar days. */
export const ageBuckets = ['today', 'week', 'month', 'older'] as const
export type AgeBucket = (typeof ageBuckets)[number]

export interface AgeBounds {
  /** The moments (ms) at which today, the 7 days before it and the 30 days before it began. */
  readonly today: number
  readonly week: number
  readonly month: number
}

/** Where the buckets begin; days as the reader's calendar has them. The same values for a whole day. */
export function ageBoundsAt(now: number): AgeBounds {
  const daysBack = (days: number) => {
    const day = new Date(now)
    day.setHours(0, 0, 0, 0)
    day.setDate(day.getDate() - days)
    return day.getTime()
  }
  return { today: daysBack(0), week: daysBack(7), month: daysBack(30) }
}

/** The bucket of a moment in ms; an unknown one (NaN) has none. */
export function ageBucketOf(since: number, bounds: AgeBounds): AgeBucket | null {
  if (Number.isNaN(since)) return null
  if (since >= bounds.today) return 'today'
  if (since >= bounds.week) return 'week'
  return since >= bounds.month ? 'month' : 'older'
}

/** The middle of the values; of an even number, the mean of the two in the middle. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b)
  const middle = sorted.length / 2
  const [low, high] = [sorted[Math.ceil(middle) - 1], sorted[Math.floor(middle)]]
  if (low === undefined || high === undefined) throw new RangeError('There is no median of nothing.')
  return (low + high) / 2
}

/** Percent of the frames a display of 60 Hz would have shown between the first and the last of `times` (ms), and did not. */
export function dropped(times: readonly number[]): number {
  const gaps = times.slice(1).map((time, index) => time - (times[index] ?? time))
  const missed = gaps.reduce((sum, gap) => sum + Math.max(0, Math.round(gap / (1000 / 60)) - 1), 0)
  return (100 * missed) / (missed + gaps.length)
}

/** By what share of their mean `points` of (time, value) grow from the first time to the last, along their least-squares line. */
export function growthOf(points: ReadonlyArray<readonly [time: number, value: number]>): number {
  const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length
  const [meanTime, meanValue] = [mean(points.map(([time]) => time)), mean(points.map(([, value]) => value))]
  const spread = points.reduce((sum, [time]) => sum + (time - meanTime) ** 2, 0)
  const together = points.reduce((sum, [time, value]) => sum + (time - meanTime) * (value - meanValue), 0)
  const length = (points.at(-1)?.[0] ?? 0) - (points[0]?.[0] ?? 0)
  return spread === 0 ? 0 : ((together / spread) * length) / meanValue
}

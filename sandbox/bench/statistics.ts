const sorted = (values: readonly number[]): number[] => [...values].sort((a, b) => a - b)

/** The value that `percent` of the values do not exceed (nearest rank); NaN for none. */
export const percentile = (values: readonly number[], percent: number): number =>
  sorted(values)[Math.ceil((values.length * percent) / 100) - 1] ?? Number.NaN

export const p95 = (values: readonly number[]): number => percentile(values, 95)

/** The middle value, the lower of the two for an even count; NaN for none. */
export const median = (values: readonly number[]): number => sorted(values)[Math.floor((values.length - 1) / 2)] ?? Number.NaN

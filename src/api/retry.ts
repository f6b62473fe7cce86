import { ApiError } from './errors.ts'

const longestWait = 30_000

/** Whether a failed read is asked again: only for 429, 5xx and no network, three times. */
export function shouldRetryRead(failures: number, error: unknown): boolean {
  if (failures >= 3 || !(error instanceof ApiError)) return false
  return error.status === 429 || error.status >= 500 || error.code === 'offline'
}

/** Milliseconds until the next try: what the answer asked for, else 1, 2, 4 s. */
export function retryDelay(failures: number, error: unknown): number {
  const asked = error instanceof ApiError ? error.retryAfter : null
  return Math.min(asked === null ? 1000 * 2 ** failures : asked * 1000, longestWait)
}

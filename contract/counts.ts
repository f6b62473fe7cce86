/** Reads the counts of work items: one object, or an array that holds it (older tenants), or an empty array for none. */
import { integerOf, singleOf } from './json.ts'

export interface WorkItemsSummary {
  readonly open: number
  readonly completed: number
  readonly total: number
}

/** The count, or null when the answer holds no count that can be read. An empty array is zero. */
export function readCount(answer: unknown): number | null {
  if (Array.isArray(answer) && answer.length === 0) return 0
  return amountOf(singleOf(answer)?.['count'])
}

/** The three numbers, or null when one cannot be read; a missing total is the sum of the others. An empty array is three zeros. */
export function readSummary(answer: unknown): WorkItemsSummary | null {
  if (Array.isArray(answer) && answer.length === 0) return { open: 0, completed: 0, total: 0 }
  const summary = singleOf(answer)
  const open = amountOf(summary?.['open'])
  const completed = amountOf(summary?.['completed'])
  if (open === null || completed === null) return null
  return { open, completed, total: amountOf(summary?.['total']) ?? open + completed }
}

/** The header `X-Total-Count` as a number, or null. */
export function readTotalCount(header: string | null): number | null {
  return amountOf(header)
}

function amountOf(value: unknown): number | null {
  const number = integerOf(value)
  return number === null || number < 0 ? null : number
}

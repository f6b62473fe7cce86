import { filledTextOf, isRecord, textOf } from '#contract/json.ts'
import { parsedJson } from '#src/lib/parsed-json.ts'

/** Where somebody was in a list. */
export interface Place {
  /** Which list, with everything its address says. */
  readonly place: string
  /** The topmost row in sight, and how many px of it were scrolled away; empty at the very top. */
  readonly topId: string
  readonly into: number
  readonly focusId: string | null
  /** The work item that was open beside the list. */
  readonly openedId: string | null
}

/** Reads a kept place; anything odd is none. */
export function parsePlace(text: string | null): Place | null {
  const value = parsedJson(text)
  if (!isRecord(value)) return null
  const place = textOf(value['place'])
  const into = value['into']
  if (place === null || typeof into !== 'number' || !Number.isFinite(into)) return null
  return {
    place,
    topId: textOf(value['topId']) ?? '',
    into,
    focusId: filledTextOf(value['focusId']),
    openedId: filledTextOf(value['openedId']),
  }
}

/** Why the tenant's count and the list differ. */
export interface CountGap {
  readonly open: number
  readonly shown: number
  readonly reasons: readonly { readonly kind: GapKind; readonly count: number }[]
}

export type GapKind = 'snoozed' | 'decided' | 'waiting' | 'unloaded' | 'unexplained'

interface Numbers {
  /** As the tenant counts them; null while that is not known. */
  readonly open: number | null
  /** Live rows, before any filter. */
  readonly shown: number
  readonly snoozed: number
  /** Rows that are no longer open; the tenant's count may be older or younger than that. */
  readonly decided: number
  /** New ones behind the chip. */
  readonly arrivals: number
  readonly isWhole: boolean
}

/** The difference in words that add up: as many "just decided" as are missing, and no reason that explains nothing. Null when there is none. */
export function countGap({ open, shown, snoozed, decided, arrivals, isWhole }: Numbers): CountGap | null {
  if (open === null || open === shown) return null
  const reasons: { kind: GapKind; count: number }[] = []
  let missing = open - shown
  const explain = (kind: GapKind, most: number) => {
    const count = Math.min(missing, most)
    if (count <= 0) return
    reasons.push({ kind, count })
    missing -= count
  }
  explain('snoozed', snoozed)
  explain('waiting', arrivals)
  explain('decided', decided)
  explain(isWhole ? 'unexplained' : 'unloaded', missing)
  if (reasons.length === 0) reasons.push({ kind: 'unexplained', count: missing })
  return { open, shown, reasons }
}

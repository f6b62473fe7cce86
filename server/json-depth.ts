/** Promise S13: how deep JSON may nest; what our own page sends is far from it. */
export const MOST_JSON_DEPTH = 20

/** Whether a parsed value nests deeper than `most` levels; a plain value has none. Keeps its own stack, however deep it goes. */
export function isDeeperThan(value: unknown, most = MOST_JSON_DEPTH): boolean {
  let level: readonly object[] = typeof value === 'object' && value !== null ? [value] : []
  for (let depth = 1; level.length > 0; depth += 1) {
    if (depth > most) return true
    level = level.flatMap((each) =>
      Object.values(each).filter((inner: unknown): inner is object => typeof inner === 'object' && inner !== null),
    )
  }
  return false
}

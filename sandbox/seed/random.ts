/** A small seeded generator: the same seed always gives the same company. Not for secrets. */
export interface Random {
  /** A float in [0, 1). */
  next(): number
  /** A whole number from `low` to `high`, both included. */
  between(low: number, high: number): number
  /** True with the given probability (0 to 1). */
  chance(probability: number): boolean
  /** One element; throws on an empty list, which would be a mistake in the seed data. */
  pick<T>(list: readonly T[]): T
  /** `count` different elements, fewer when the list is shorter. */
  sample<T>(list: readonly T[], count: number): T[]
  /** 32 lower-case hex characters, the shape of the tenant's ids. */
  id(): string
}

/** Starts a generator (mulberry32) from a whole number. */
export function seededRandom(seed: number): Random {
  let state = seed >>> 0
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = state
    mixed = Math.imul(mixed ^ (mixed >>> 15), mixed | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
  const between = (low: number, high: number): number => low + Math.floor(next() * (high - low + 1))
  const pick = <T>(list: readonly T[]): T => {
    const chosen = list[between(0, list.length - 1)]
    if (chosen === undefined) throw new Error('The seed data has an empty list.')
    return chosen
  }
  return {
    next,
    between,
    chance: (probability) => next() < probability,
    pick,
    sample: (list, count) => {
      const rest = [...list]
      const chosen = []
      while (chosen.length < count && rest.length > 0) chosen.push(...rest.splice(between(0, rest.length - 1), 1))
      return chosen
    },
    id: () => {
      let text = ''
      while (text.length < 32)
        text += Math.floor(next() * 0x100000000)
          .toString(16)
          .padStart(8, '0')
      return text
    },
  }
}

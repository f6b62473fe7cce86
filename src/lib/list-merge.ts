/** One row as it is shown: a live item, or a tombstone for one that is no longer on the list. */
export interface ListRow<Item> {
  readonly item: Item
  readonly isGone: boolean
}

/** What is on screen, in its fixed order, and what waits to be let in. */
export interface ListView<Item> {
  readonly rows: readonly ListRow<Item>[]
  readonly arrivals: readonly Item[]
  readonly goneCount: number
}

/** What one reading of the list has brought so far. */
export interface ListReading<Item> {
  readonly items: readonly Item[]
  /** As the tenant counted; null when it did not. */
  readonly total: number | null
  /** The last page has been read. */
  readonly isComplete: boolean
}

export interface ListRules<Item> {
  readonly idOf: (item: Item) => string
  readonly isOnList: (item: Item) => boolean
  /** What the list is sorted by, ms: the newest comes first, what has no date (NaN) last. */
  readonly momentOf: (item: Item) => number
}

/** A fresh arrangement: everything that belongs there, sorted; nothing waiting, no tombstones. */
export function arrange<Item>(reading: ListReading<Item>, rules: ListRules<Item>): ListView<Item> {
  const rows = newestFirst(reading.items.filter(rules.isOnList), rules).map((item) => ({ item, isGone: false }))
  return { rows, arrivals: [], goneCount: 0 }
}

/** The tenant has no sorting, so the order is ours; the id settles ties so that it never wavers. */
function newestFirst<Item>(items: readonly Item[], { idOf, momentOf }: ListRules<Item>): Item[] {
  return items
    .map((item) => ({ item, at: momentOf(item) }))
    .toSorted((a, b) => {
      const [hasNone, otherHasNone] = [Number.isNaN(a.at), Number.isNaN(b.at)]
      if (hasNone !== otherHasNone) return hasNone ? 1 : -1
      return (hasNone ? 0 : b.at - a.at) || (idOf(a.item) < idOf(b.item) ? -1 : 1)
    })
    .map(({ item }) => item)
}

/**
 * Takes a newer reading into what is on screen without moving a row. While the first reading still streams, its new items go to the end;
 * later ones wait as arrivals. An item that a whole reading lacks becomes a tombstone in its place, unless the reading is short of the
 * tenant's own count: then items may have slipped between two pages and their absence proves nothing.
 */
export function mergeReading<Item>(
  view: ListView<Item>,
  reading: ListReading<Item>,
  rules: ListRules<Item>,
  isFirstReading: boolean,
): ListView<Item> {
  const { idOf, isOnList } = rules
  const read = new Map(reading.items.map((item) => [idOf(item), item]))
  const isWhole = reading.isComplete && (reading.total === null || reading.items.length >= reading.total)
  let goneCount = 0
  const rows = view.rows.map((row) => {
    const id = idOf(row.item)
    const item = read.get(id)
    // What is left over in the end has no row yet.
    read.delete(id)
    const isGone = item === undefined ? row.isGone || (isWhole && !isFirstReading) : !isOnList(item)
    if (isGone) goneCount += 1
    return (item === undefined || item === row.item) && isGone === row.isGone ? row : { item: item ?? row.item, isGone }
  })
  const unseen = newestFirst([...read.values()].filter(isOnList), rules)
  if (!isFirstReading) return { rows, arrivals: unseen, goneCount }
  for (const item of unseen) rows.push({ item, isGone: false })
  return { rows, arrivals: [], goneCount }
}

/** Collects what is read page by page. An id that was there already keeps its place and takes the newer content. */
export function createCollection<Item>(idOf: (item: Item) => string) {
  const byId = new Map<string, Item>()
  return {
    add(page: readonly Item[]): void {
      for (const item of page) byId.set(idOf(item), item)
    },
    size: (): number => byId.size,
    items: (): Item[] => [...byId.values()],
  }
}

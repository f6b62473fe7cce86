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
  readonly compare: (a: Item, b: Item) => number
}

/** A fresh arrangement: everything that belongs there, sorted; nothing waiting, no tombstones. */
export function arrange<Item>(reading: ListReading<Item>, { compare, isOnList }: ListRules<Item>): ListView<Item> {
  const rows = reading.items
    .filter(isOnList)
    .toSorted(compare)
    .map((item) => ({ item, isGone: false }))
  return { rows, arrivals: [], goneCount: 0 }
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
  const { idOf, isOnList, compare } = rules
  const read = new Map(reading.items.map((item) => [idOf(item), item]))
  const isWhole = reading.isComplete && (reading.total === null || reading.items.length >= reading.total)
  const rows = view.rows.map((row) => {
    const item = read.get(idOf(row.item))
    if (item !== undefined) return { item, isGone: !isOnList(item) }
    return isWhole && !isFirstReading ? { item: row.item, isGone: true } : row
  })
  const shown = new Set(rows.map(({ item }) => idOf(item)))
  const unseen = reading.items.filter((item) => !shown.has(idOf(item)) && isOnList(item)).toSorted(compare)
  const all = isFirstReading ? [...rows, ...unseen.map((item) => ({ item, isGone: false }))] : rows
  return { rows: all, arrivals: isFirstReading ? [] : unseen, goneCount: all.filter(({ isGone }) => isGone).length }
}

/** Adds a page to what was read before; an id that was there already is kept once, with the newer content. */
export function addPage<Item>(items: readonly Item[], page: readonly Item[], idOf: (item: Item) => string): Item[] {
  const byId = new Map(items.map((item) => [idOf(item), item]))
  for (const item of page) byId.set(idOf(item), item)
  return [...byId.values()]
}

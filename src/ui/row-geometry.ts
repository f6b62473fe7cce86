/** Which rows, both ends included; `last` is before `first` when there are none. */
export interface RowRange {
  readonly first: number
  readonly last: number
}

/** Where the rows of a long list lie, when they are of two heights known beforehand. Everything in px. */
export interface RowGeometry {
  readonly count: number
  readonly totalHeight: number
  readonly startOf: (index: number) => number
  readonly heightOf: (index: number) => number
  /** The row at this distance from the top; the first or last one beyond the ends. */
  readonly indexAt: (top: number) => number
  /** The heading that a row stands under, or is; -1 where there is none. */
  readonly headingOf: (index: number) => number
}

interface Rows {
  readonly count: number
  readonly rowHeight: number
  /** Which rows are headings, in ascending order. */
  readonly headings: readonly number[]
  readonly headingHeight: number
}

/** Costs nothing per row: ten thousand are as quick to lay out as ten. */
export function rowGeometry({ count, rowHeight, headings, headingHeight }: Rows): RowGeometry {
  const extra = headingHeight - rowHeight
  const startOf = (index: number) => index * rowHeight + countBelow(headings, index) * extra
  return {
    count,
    totalHeight: startOf(count),
    startOf,
    heightOf: (index) => (headings[countBelow(headings, index)] === index ? headingHeight : rowHeight),
    indexAt: (top) => {
      let low = 0
      let high = Math.max(0, count - 1)
      while (low < high) {
        const middle = Math.ceil((low + high) / 2)
        if (startOf(middle) <= top) low = middle
        else high = middle - 1
      }
      return low
    },
    headingOf: (index) => headings[countBelow(headings, index + 1) - 1] ?? -1,
  }
}

/** How many of the ascending numbers are less than `limit`. */
function countBelow(numbers: readonly number[], limit: number): number {
  let low = 0
  let high = numbers.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((numbers[middle] ?? limit) < limit) low = middle + 1
    else high = middle
  }
  return low
}

/** What is in sight when so much was scrolled away (px). */
export function rowsInSight(geometry: RowGeometry, top: number, height: number): RowRange {
  if (geometry.count === 0) return { first: 0, last: -1 }
  return { first: geometry.indexAt(top), last: geometry.indexAt(Math.max(top, top + height - 1)) }
}

/** Where to scroll to (px) so that all of a row is in sight, `reserved` px of which are covered at the top; null when it is already. */
export function scrollInto(
  geometry: RowGeometry,
  index: number,
  view: { readonly top: number; readonly height: number },
  reserved: number,
): number | null {
  const start = geometry.startOf(index) - reserved
  const end = geometry.startOf(index) + geometry.heightOf(index)
  if (start < view.top) return start
  return end > view.top + view.height ? end - view.height : null
}

/** The range with so many more rows at its ends, as far as there are any. */
export const widened = ({ first, last }: RowRange, before: number, after: number, count: number): RowRange => ({
  first: Math.max(0, first - before),
  last: Math.min(count - 1, last + after),
})

export const covers = (range: RowRange, part: RowRange): boolean => range.first <= part.first && range.last >= part.last

/** The range out to the ends of blocks of so many rows, so that it changes only once per block while it moves on. */
export const wholeBlocks = ({ first, last }: RowRange, block: number, count: number): RowRange => ({
  first: Math.floor(first / block) * block,
  last: Math.min(count, Math.ceil((last + 1) / block) * block) - 1,
})

/** The way from one range to another, at most `step` rows at each end. */
export const towards = (from: RowRange, to: RowRange, step: number): RowRange => ({
  first: from.first + clamp(to.first - from.first, step),
  last: from.last + clamp(to.last - from.last, step),
})

const clamp = (value: number, most: number): number => Math.max(-most, Math.min(most, value))

import { array, assert, boolean, integer, property, record } from 'fast-check'
import { expect, test } from 'vitest'
import { covers, rowGeometry, rowsInSight, scrollInto, towards, wholeBlocks, widened } from './row-geometry.ts'

const rows = record({
  rowHeight: integer({ min: 1, max: 80 }),
  headingHeight: integer({ min: 1, max: 80 }),
  kinds: array(boolean(), { maxLength: 60 }),
})

test('rows follow each other without gaps, and each is found at every px of it', () => {
  assert(
    property(rows, ({ rowHeight, headingHeight, kinds }) => {
      const headings = kinds.flatMap((isHeading, index) => (isHeading ? [index] : []))
      const geometry = rowGeometry({ count: kinds.length, rowHeight, headings, headingHeight })
      let top = 0
      for (const [index, isHeading] of kinds.entries()) {
        expect(geometry.startOf(index)).toBe(top)
        expect(geometry.headingOf(index)).toBe(kinds.lastIndexOf(true, index))
        expect(geometry.heightOf(index)).toBe(isHeading ? headingHeight : rowHeight)
        expect([geometry.indexAt(top), geometry.indexAt(top + geometry.heightOf(index) - 1)]).toEqual([index, index])
        top += geometry.heightOf(index)
      }
      expect(geometry.totalHeight).toBe(top)
    }),
  )
})

const list = rowGeometry({ count: 100, rowHeight: 44, headings: [], headingHeight: 30 })

test('in sight is every row of which a px can be seen, also beyond the ends', () => {
  expect(rowsInSight(list, 0, 440)).toEqual({ first: 0, last: 9 })
  expect(rowsInSight(list, 1, 440)).toEqual({ first: 0, last: 10 })
  expect(rowsInSight(list, 44 * 95, 440)).toEqual({ first: 95, last: 99 })
  expect(rowsInSight(list, 100_000, 440)).toEqual({ first: 99, last: 99 })
  expect(rowsInSight(list, 0, 0)).toEqual({ first: 0, last: 0 })
  expect(rowsInSight(rowGeometry({ count: 0, rowHeight: 44, headings: [], headingHeight: 30 }), 0, 440)).toEqual({
    first: 0,
    last: -1,
  })
})

test('a range widens as far as there are rows, and goes towards another step by step', () => {
  expect(widened({ first: 2, last: 95 }, 4, 12, 100)).toEqual({ first: 0, last: 99 })
  expect(towards({ first: 0, last: 20 }, { first: 10, last: 32 }, 4)).toEqual({ first: 4, last: 24 })
  expect(towards({ first: 8, last: 30 }, { first: 10, last: 32 }, 4)).toEqual({ first: 10, last: 32 })
  expect([covers({ first: 0, last: 9 }, { first: 0, last: 9 }), covers({ first: 1, last: 9 }, { first: 0, last: 5 })]).toEqual([
    true,
    false,
  ])
})

test('a row is scrolled into sight by as little as needed, below what covers the top', () => {
  const view = { top: 440, height: 440 }
  expect(scrollInto(list, 12, view, 30)).toBe(null)
  expect(scrollInto(list, 10, view, 0)).toBe(null)
  expect(scrollInto(list, 10, view, 30)).toBe(410)
  expect(scrollInto(list, 3, view, 30)).toBe(102)
  expect(scrollInto(list, 20, view, 30)).toBe(484)
})

test('a range of whole blocks holds still until the next block is reached, and ends with the list', () => {
  for (const first of [8, 9, 10, 11]) expect(wholeBlocks({ first, last: first + 20 }, 4, 100).first).toBe(8)
  for (const last of [28, 29, 30, 31]) expect(wholeBlocks({ first: 8, last }, 4, 100).last).toBe(31)
  expect(wholeBlocks({ first: 90, last: 97 }, 4, 98)).toEqual({ first: 88, last: 97 })
  expect(wholeBlocks({ first: 0, last: -1 }, 4, 0)).toEqual({ first: 0, last: -1 })
})

import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { BYTE_ORDER_MARK, csvLine, unguarded } from '#contract/csv.ts'
import { readCells } from './cells.ts'

const rows = (text: string) => readCells(text).lines.map(({ cells }) => cells)

test.each([
  ['commas', 'a,b\n1,2\n', ','],
  ['semicolons', 'a;b\n1;2\n', ';'],
  ['tabs', 'a\tb\n1\t2\n', '\t'],
  ['semicolons, with commas inside names', 'name;mail\nDoe, Jane;j@x\nRoe, Rick;r@x\n', ';'],
  ['a line that says so', 'sep=;\r\na;b\r\n', ';'],
])('finds the separator: %s', (_, text, separator) => {
  expect(readCells(text).separator).toBe(separator)
})

test('reads quotes, doubled quotes, separators and line breaks inside cells, CRLF and a missing last line end', () => {
  expect(rows('"a","b ""x"""\r\n"1,5","two\nlines"\r\nplain,"end"')).toEqual([
    ['a', 'b "x"'],
    ['1,5', 'two\nlines'],
    ['plain', 'end'],
  ])
})

test('leaves out empty lines and tells on which line of the file a row begins', () => {
  const { lines } = readCells('a,b\n\n"x\ny",2\n,\n3,4\n')
  expect(lines.map(({ line }) => line)).toEqual([1, 3, 6])
})

test('a line that announces the separator counts as a line', () => {
  expect(readCells('sep=,\na,b\n').lines).toEqual([{ line: 2, cells: ['a', 'b'] }])
})

test('takes a quote that is never closed, or that something follows, as it stands', () => {
  expect(rows('a,"b\nc,d')).toEqual([
    ['a', '"b'],
    ['c', 'd'],
  ])
  expect(rows('"Bob" Smith,x')).toEqual([['"Bob" Smith', 'x']])
})

test('what our own exports write is read back without loss', () => {
  const cell = fc.string({ unit: 'grapheme' })
  const table = fc.array(fc.tuple(cell, cell, cell))
  const lossless = fc.property(table, (lines) => {
    const read = readCells(BYTE_ORDER_MARK + csvLine(['x', 'y', 'z']) + lines.map(csvLine).join(''))
    const kept = lines.filter((cells) => cells.some((each) => each.trim() !== ''))
    expect(read.lines.slice(1).map(({ cells }) => cells.map(unguarded))).toEqual(kept)
  })
  fc.assert(lossless)
})

test('any text is read without failing, and no cell holds what separates', () => {
  const harmless = fc.property(
    fc.string({ unit: fc.constantFrom('a', '"', ',', ';', '\t', '\n', '\r', ' ', '\uFEFF') }),
    (text) => {
      for (const { cells, line } of readCells(text).lines) {
        expect(line).toBeGreaterThan(0)
        expect(cells.length).toBeGreaterThan(0)
      }
    },
  )
  fc.assert(harmless, { numRuns: 500 })
})

import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { BYTE_ORDER_MARK, csvLine, guarded, readCsv, unguarded } from './csv.ts'
import { payloads } from './testing/csv-payloads.ts'

/** Begins a formula in some program, once the quotes are taken off. */
const isFormula = (cell: string) => /^[\s\u00a0\u200b\ufeff]*[=+\-@＝＋－＠﹢﹣﹦﹫]/u.test(cell) || /^[\t\r\n]/.test(cell)

describe('W4 exports are safe from formulas', () => {
  test('W4 there are at least 40 payloads', () => {
    expect(payloads.length).toBeGreaterThanOrEqual(40)
  })

  test.each(payloads)('W4 %j is text in every column, and comes back as it was', (payload) => {
    expect(isFormula(guarded(payload))).toBe(false)
    for (let column = 0; column < 3; column += 1) {
      const cells = Array.from({ length: 3 }, (_, index) => (index === column ? payload : 'x'))
      expect(readCsv(BYTE_ORDER_MARK + csvLine(cells))).toEqual([cells])
    }
  })

  test('W4 any texts come back as they were, and none is a formula', () => {
    const lossless = fc.property(fc.array(fc.array(fc.string({ unit: 'grapheme' }), { minLength: 1 })), (lines) => {
      expect(readCsv(BYTE_ORDER_MARK + lines.map(csvLine).join(''))).toEqual(lines)
      for (const cell of lines.flat()) expect(isFormula(guarded(cell))).toBe(false)
    })
    fc.assert(lossless)
  })

  test('an apostrophe that guards nothing stays', () => {
    expect(unguarded("'tis")).toBe("'tis")
    expect(unguarded(guarded("'tis"))).toBe("'tis")
    expect(unguarded("'+44 20")).toBe('+44 20')
  })

  test('what the export did not write is not read', () => {
    expect(() => readCsv('a,b\r\n')).toThrow(RangeError)
    expect(() => readCsv('"a"b\r\n')).toThrow('Line 1')
  })
})

/** Comma-separated values that are safe to open in a spreadsheet (promise W4), and back again without loss. Pure. */

/** Tells spreadsheets that the file is UTF-8. */
export const BYTE_ORDER_MARK = '\uFEFF'

/**
 * What a spreadsheet may take for a formula: the signs that begin one, also full-width, also after blanks; and line breaks and tabs in
 * front, which some programs drop. An apostrophe in front is guarded too, so that taking guards off is certain.
 */
const DANGEROUS = /^(?:['\t\r\n]|[\s\u00a0\u200b-\u200f\u2060\ufeff]*[=+\-@＝＋－＠﹢﹣﹦﹫])/u

/** The cell with an apostrophe in front where a spreadsheet could act on it. */
export const guarded = (text: string): string => (DANGEROUS.test(text) ? `'${text}` : text)

/** Takes the guard off again; an apostrophe that guards nothing is somebody's own. */
export const unguarded = (text: string): string => (text.startsWith("'") && DANGEROUS.test(text.slice(1)) ? text.slice(1) : text)

/** One line, every cell quoted, ended as RFC 4180 has it. */
export const csvLine = (cells: readonly string[]): string =>
  `${cells.map((cell) => `"${guarded(cell).replaceAll('"', '""')}"`).join(',')}\r\n`

/** The cells of every line, guards taken off. Raises `RangeError` for text that `csvLine` did not write. */
export function readCsv(text: string): string[][] {
  const lines: string[][] = []
  const cell = /"((?:[^"]|"")*)"(,|\r?\n|$)/y
  cell.lastIndex = text.startsWith(BYTE_ORDER_MARK) ? 1 : 0
  let line: string[] = []
  while (cell.lastIndex < text.length) {
    const match = cell.exec(text)
    if (!match) throw new RangeError(`Line ${lines.length + 1} is not as the export writes it.`)
    line.push(unguarded((match[1] ?? '').replaceAll('""', '"')))
    if (match[2] === ',') continue
    lines.push(line)
    line = []
  }
  return lines
}

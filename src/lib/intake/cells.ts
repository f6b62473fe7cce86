/** Separated values as people really have them, taken apart without ever failing. Pure. */

export type Separator = ',' | ';' | '\t'

/** One line of the file that holds anything, with the number of the line it begins on, from 1. */
export interface Line {
  readonly line: number
  readonly cells: readonly string[]
}

export interface Cells {
  readonly separator: Separator
  readonly lines: readonly Line[]
}

const separators: readonly Separator[] = ['\t', ';', ',']

/** What Excel puts in front to say how the file is separated. */
const announcement = /^\uFEFF?sep=([,;\t])\r?(?:\n|$)/i

/** Takes a text apart into cells. Lines without anything in them are left out; quotes may hold separators, line breaks and doubled quotes. */
export function readCells(text: string): Cells {
  const announced = announcement.exec(text)
  const separator = separators.find((each) => each === announced?.[1]) ?? separatorOf(text)
  const head = announced?.[0] ?? ''
  return { separator, lines: linesOf(text.slice(head.length), separator, head === '' ? 1 : 2) }
}

/** The separator that takes the first lines apart most evenly: the one that most of them hold equally often; the first such one. */
function separatorOf(text: string): Separator {
  const sample = text.slice(0, 20_000)
  let best: { separator: Separator; score: number } = { separator: ',', score: 0 }
  for (const separator of separators) {
    const widths = linesOf(sample, separator, 1)
      .slice(0, 50)
      .map(({ cells }) => cells.length)
    const most = Math.max(0, ...widths)
    if (most < 2) continue
    const usual = mostFrequent(widths.filter((width) => width > 1))
    const score = widths.filter((width) => width === usual).length / widths.length
    if (score > best.score) best = { separator, score }
  }
  return best.separator
}

function mostFrequent(widths: readonly number[]): number {
  const counts = new Map<number, number>()
  for (const width of widths) counts.set(width, (counts.get(width) ?? 0) + 1)
  return [...counts].toSorted(([, a], [, b]) => b - a)[0]?.[0] ?? 0
}

function linesOf(text: string, separator: Separator, firstLine: number): Line[] {
  const lines: Line[] = []
  let at = text.startsWith('\uFEFF') ? 1 : 0
  let line = firstLine
  while (at < text.length) {
    const cells: string[] = []
    const begun = line
    for (;;) {
      const cell = cellAt(text, at, separator)
      cells.push(cell.value)
      line += cell.breaks
      at = cell.end
      if (text[at] !== separator) break
      at += 1
    }
    if (text[at] === '\r') at += 1
    if (text[at] === '\n') at += 1
    line += 1
    if (cells.some((cell) => cell.trim() !== '')) lines.push({ line: begun, cells })
  }
  return lines
}

interface Cell {
  readonly value: string
  /** Where the separator, the line's end or the text's end is. */
  readonly end: number
  /** Line breaks inside it. */
  readonly breaks: number
}

function cellAt(text: string, start: number, separator: Separator): Cell {
  let from = start
  while (text[from] === ' ') from += 1
  const quoted = text[from] === '"' ? quotedCell(text, from, separator) : null
  if (quoted) return quoted
  let end = start
  while (end < text.length && text[end] !== separator && text[end] !== '\n' && text[end] !== '\r') end += 1
  return { value: text.slice(start, end), end, breaks: 0 }
}

/** Null when the quote is never closed, or text follows its end: then it is a quote somebody typed, and stands for itself. */
function quotedCell(text: string, start: number, separator: Separator): Cell | null {
  const parts: string[] = []
  for (let from = start + 1; ;) {
    const quote = text.indexOf('"', from)
    if (quote === -1) return null
    parts.push(text.slice(from, quote))
    if (text[quote + 1] === '"') {
      parts.push('"')
      from = quote + 2
      continue
    }
    let end = quote + 1
    while (text[end] === ' ') end += 1
    const next = text[end]
    if (next !== undefined && next !== separator && next !== '\n' && next !== '\r') return null
    const value = parts.join('')
    return { value, end, breaks: value.split('\n').length - 1 }
  }
}

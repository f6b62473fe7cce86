import { BYTE_ORDER_MARK, csvLine } from '#contract/csv.ts'
import type { PeopleList, SourceRow } from './people-list.ts'
import type { Role } from './columns.ts'

/** What stands above the columns of a file that the desk writes, in the reader's language. */
export interface Headings {
  /** Words that `findColumns` knows. */
  readonly role: Readonly<Record<Role, string>>
  /** Above a column nobody knows; counted from 1. */
  readonly columnNumber: (number: number) => string
  /** Above why a row was left over: none of the words a column is known by, so that loading the file again ignores it. */
  readonly reason: string
}

/**
 * What was left over as a file that can be loaded again once it is mended: the columns as they came, and the reason of each row. Columns
 * that came without words above get some that are understood.
 */
export function leftoversFile(
  list: Pick<PeopleList, 'header' | 'roles'>,
  rows: ReadonlyArray<{ readonly row: SourceRow; readonly reason: string }>,
  headings: Headings,
): string {
  const width = Math.max(list.header?.length ?? 0, list.roles.length, ...rows.map(({ row }) => row.cells.length))
  const header = Array.from({ length: width }, (_, index) => list.header?.[index] || wordFor(headings, list.roles[index], index))
  // A list that was left over before brings its old reasons along: the new one takes their place.
  const old = header.lastIndexOf(headings.reason)
  const without = (cells: readonly string[]) => cells.filter((_, index) => index !== old)
  const lines = rows.map(({ row, reason }) => {
    const cells = Array.from({ length: width }, (_, index) => row.cells[index] ?? '')
    return csvLine([...without(cells), reason])
  })
  return `${BYTE_ORDER_MARK}${csvLine([...without(header), headings.reason])}${lines.join('')}`
}

const wordFor = ({ role: words, columnNumber }: Headings, role: Role | undefined, index: number): string =>
  role === undefined || role === 'ignored' ? columnNumber(index + 1) : words[role]

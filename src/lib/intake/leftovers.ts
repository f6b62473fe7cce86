import { BYTE_ORDER_MARK, csvLine } from '#contract/csv.ts'
import type { PeopleList, SourceRow } from './people-list.ts'
import type { Role } from './columns.ts'

/** Heads the column that says why a row was left over. It is none of the words a column is known by, so loading the file again ignores it. */
const reasonColumn = 'Reason'

/**
 * What was left over as a file that can be loaded again once it is mended: the columns as they came, and the reason of each row. Columns
 * that came without words above get some that are understood.
 */
export function leftoversFile(
  list: Pick<PeopleList, 'header' | 'roles'>,
  rows: ReadonlyArray<{ readonly row: SourceRow; readonly reason: string }>,
): string {
  const width = Math.max(list.header?.length ?? 0, list.roles.length, ...rows.map(({ row }) => row.cells.length))
  const header = Array.from({ length: width }, (_, index) => list.header?.[index] || wordFor(list.roles[index], index))
  // A list that was left over before brings its old reasons along: the new one takes their place.
  const old = header.lastIndexOf(reasonColumn)
  const without = (cells: readonly string[]) => cells.filter((_, index) => index !== old)
  const lines = rows.map(({ row, reason }) => {
    const cells = Array.from({ length: width }, (_, index) => row.cells[index] ?? '')
    return csvLine([...without(cells), reason])
  })
  return `${BYTE_ORDER_MARK}${csvLine([...without(header), reasonColumn])}${lines.join('')}`
}

const wordFor = (role: Role | undefined, index: number): string =>
  role === undefined || role === 'ignored' ? `Column ${index + 1}` : words[role]

/** Words that `findColumns` knows. */
const words: Readonly<Record<Exclude<Role, 'ignored'>, string>> = {
  id: 'Identity ID',
  alias: 'Account name',
  email: 'E-mail',
  name: 'Name',
  firstname: 'First name',
  lastname: 'Last name',
}

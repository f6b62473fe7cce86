import { unguarded } from '#contract/csv.ts'
import { looksLikeId, plainId } from '../identity-id.ts'
import { readCells } from './cells.ts'
import { findColumns, looksLikeEmail } from './columns.ts'
import type { Key, Role } from './columns.ts'

/** A list as somebody brought it: nothing is lost of it, so that what is left over can be handed back as it came. */
export interface PeopleList {
  /** The words above the columns; null where there were none. */
  readonly header: readonly string[] | null
  readonly roles: readonly Role[]
  readonly rows: readonly SourceRow[]
}

export interface SourceRow {
  /** The line of the file or text it begins on, from 1; of a selection, or of several on a line, the place among them. */
  readonly line: number
  readonly cells: readonly string[]
}

/** What somebody is named by. */
export interface Naming {
  readonly keys: Readonly<Partial<Record<Key, string>>>
}

/** A row and what it names somebody by. */
export interface PersonRow extends SourceRow, Naming {}

/** Reads a file's or a pasted text: a table in any column order, or a list of ids, account names or addresses in any arrangement. */
export function readPeople(text: string): PeopleList {
  const { lines } = readCells(text)
  const clean = lines.map(({ line, cells }) => ({ line, cells: trimmed(cells.map(unguarded)) }))
  const listed = asList(clean)
  if (listed) return { header: null, roles: [listed.role], rows: listed.rows }
  const { header, roles } = findColumns(clean.map(({ cells }) => cells))
  return { header, roles, rows: header ? clean.slice(1) : clean }
}

/** A selection made elsewhere in the page. */
export function peopleOfIds(ids: readonly string[]): PeopleList {
  return { header: ['id'], roles: ['id'], rows: ids.map((id, index) => ({ line: index + 1, cells: [id] })) }
}

/** The rows with what each names somebody by, as the columns are read. */
export function personRows(list: PeopleList): PersonRow[] {
  return list.rows.map((row) => ({ ...row, keys: keysOf(row.cells, list.roles) }))
}

/** Empty cells at the end of a line are an artefact of spreadsheets. */
function trimmed(cells: readonly string[]): readonly string[] {
  const last = cells.findLastIndex((cell) => cell.trim() !== '')
  return cells.slice(0, last + 1)
}

/**
 * Addresses or ids side by side, as a mail program's "To" line has them, are as many rows; also `Jane Doe <jane@example.com>`. Null when
 * any cell is something else: then it is a table.
 */
function asList(lines: readonly SourceRow[]): { readonly role: Key; readonly rows: SourceRow[] } | null {
  const all = lines.flatMap(({ line, cells }) =>
    cells.flatMap((cell) => (cell.trim() === '' ? [] : [{ line, cells: [addressIn(cell) ?? cell.trim()] }])),
  )
  const isWide = lines.some(({ cells }) => cells.length > 1)
  const hasAngles = lines.some(({ cells }) => cells.some((cell) => addressIn(cell) !== null))
  if (!isWide && !hasAngles) return null
  const every = (test: (text: string) => boolean) => all.every(({ cells }) => test(cells[0] ?? ''))
  // Several on one line are told apart by their place.
  const rows = isWide ? all.map(({ cells }, index) => ({ line: index + 1, cells })) : all
  if (every(looksLikeEmail)) return { role: 'email', rows }
  return every(looksLikeId) ? { role: 'id', rows } : null
}

/** The address of `Jane Doe <jane@example.com>`; null for anything else. */
function addressIn(cell: string): string | null {
  const address = /<([^<>]+)>\s*$/.exec(cell)?.[1]?.trim()
  return address !== undefined && looksLikeEmail(address) ? address : null
}

const longestKey = 200

/**
 * Text as it can be asked for: no controls, no broken characters, blanks as one. Longer than any name or address is nothing.
 */
function asked(text: string): string {
  const clean = text
    .replaceAll(/[\p{Cc}\p{Cs}\u00a0\ufeff]+/gu, ' ')
    .replaceAll(/ {2,}/g, ' ')
    .trim()
  return clean.length > longestKey ? '' : clean
}

function keysOf(cells: readonly string[], roles: readonly Role[]): PersonRow['keys'] {
  const of = (role: Role): string => {
    const index = roles.indexOf(role)
    return index < 0 ? '' : asked(cells[index] ?? '')
  }
  const id = of('id')
  const email = of('email')
  const name = of('name') || `${of('firstname')} ${of('lastname')}`.trim()
  const entries: ReadonlyArray<readonly [Key, string]> = [
    ['id', looksLikeId(id) ? plainId(id) : id],
    ['alias', of('alias')],
    ['email', addressIn(email) ?? email.replace(/^mailto:/i, '')],
    ['name', name],
  ]
  return Object.fromEntries(entries.filter(([, value]) => value !== ''))
}

import { looksLikeId } from '../identity-id.ts'

/** What the columns of somebody's list mean, found by the words above them and by what they hold. Pure. */

/** What a row can name a person by, the most certain first. */
export const keys = ['id', 'alias', 'email', 'name'] as const
export type Key = (typeof keys)[number]

/** What a column is read as. */
export type Role = Key | 'firstname' | 'lastname' | 'ignored'
export const roles: readonly Role[] = ['id', 'alias', 'email', 'name', 'firstname', 'lastname', 'ignored']

/** Words people write above such columns, without case, blanks and signs. The first in a list is preferred over a later one. */
const words: Readonly<Record<Exclude<Role, 'ignored'>, readonly string[]>> = {
  id: ['identityid', 'id', 'identitid', 'identität', 'identity', 'sailpointid'],
  alias: [
    'alias',
    'username',
    'accountname',
    'useraccount',
    'account',
    'login',
    'loginname',
    'userid',
    'uid',
    'user',
    'samaccountname',
    'benutzername',
    'benutzer',
    'kontoname',
    'konto',
    'anmeldename',
    'kennung',
  ],
  email: [
    'email',
    'emailaddress',
    'workemail',
    'workemailaddress',
    'mail',
    'mailaddress',
    'primaryemail',
    'businessemail',
    'emailwork',
    'emailadresse',
    'mailadresse',
    'userprincipalname',
    'upn',
    'recipient',
  ],
  name: [
    'displayname',
    'name',
    'fullname',
    'person',
    'employee',
    'employeename',
    'anzeigename',
    'vollständigername',
    'mitarbeiter',
  ],
  firstname: ['firstname', 'givenname', 'forename', 'vorname', 'first'],
  lastname: ['lastname', 'surname', 'familyname', 'nachname', 'familienname', 'last', 'sn'],
}

const bare = (text: string): string =>
  text
    .normalize('NFC')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]/gu, '')

/** What a word above a column says, and how well: 0 is best. */
function roleOfWord(text: string): { readonly role: Exclude<Role, 'ignored'>; readonly rank: number } | null {
  const word = bare(text)
  for (const role of ['id', 'alias', 'email', 'name', 'firstname', 'lastname'] as const) {
    const rank = words[role].indexOf(word)
    if (rank >= 0) return { role, rank }
  }
  return null
}

export const looksLikeEmail = (text: string): boolean => /^[^\s@<>"]+@[^\s@<>"]+$/.test(text.trim())

/** What the cells of a column look like, when nearly all that are filled look alike. */
function roleOfContent(cells: readonly string[]): Key | null {
  const filled = cells.map((cell) => cell.trim()).filter((cell) => cell !== '')
  const nearlyAll = (test: (cell: string) => boolean) =>
    filled.length > 0 && filled.filter((cell) => test(cell)).length >= filled.length * 0.8
  if (nearlyAll(looksLikeId)) return 'id'
  if (nearlyAll(looksLikeEmail)) return 'email'
  // A letter is asked for, so that numbers and dates are no account names.
  if (nearlyAll((cell) => /\p{L}/u.test(cell) && /\s/.test(cell))) return 'name'
  return nearlyAll((cell) => /\p{L}/u.test(cell) && !/\s/.test(cell)) ? 'alias' : null
}

export interface Columns {
  /** The words above the columns; null where the list begins with its first person. */
  readonly header: readonly string[] | null
  readonly roles: readonly Role[]
}

const sampleSize = 200

const column = (lines: readonly (readonly string[])[], index: number): string[] =>
  lines.slice(0, sampleSize).map((cells) => cells[index] ?? '')

/** Finds out what the columns are. `lines` is everything, a header included. */
export function findColumns(lines: readonly (readonly string[])[]): Columns {
  const [first = [], ...rest] = lines
  const width = Math.max(0, ...lines.map((cells) => cells.length))
  const indexes = Array.from({ length: width }, (_, index) => index)
  const isHeader =
    !first.some((cell) => looksLikeEmail(cell) || looksLikeId(cell)) &&
    (first.some((cell) => roleOfWord(cell) !== null) ||
      indexes.some((index) => ['id', 'email'].includes(roleOfContent(column(rest, index)) ?? '')))
  const header = isHeader ? indexes.map((index) => first[index] ?? '') : null
  const roles = header
    ? rolesUnder(header, (index) => column(rest, index))
    : rolesByContent(indexes.map((index) => column(lines, index)))
  return { header, roles }
}

/** Without words above, a department would pass for an account name: where there are ids or addresses, nothing else is needed. */
function rolesByContent(columns: readonly (readonly string[])[]): Role[] {
  const found = columns.map((cells) => roleOfContent(cells))
  const isCertain = found.some((role) => role === 'id' || role === 'email')
  return onceEach(found.map((role) => ({ role: role === null || (isCertain && role === 'alias') ? 'ignored' : role, rank: 0 })))
}

/** The words decide, unless what stands below cannot be that; without any word the content decides. */
function rolesUnder(header: readonly string[], cellsOf: (index: number) => readonly string[]): Role[] {
  const said = header.map((text, index): { role: Role; rank: number } => {
    const found = roleOfWord(text)
    if (found === null) return { role: 'ignored', rank: 0 }
    const content = roleOfContent(cellsOf(index))
    const isDoubtful = found.role === 'alias' || found.role === 'id'
    if (isDoubtful && content === 'email') return { role: 'email', rank: 90 + found.rank }
    // Numbers of one's own under "ID" are no identity ids.
    if (found.role === 'id' && !cellsOf(index).some(looksLikeId))
      return { role: content === 'alias' ? 'alias' : 'ignored', rank: 90 }
    return found
  })
  if (said.some(({ role }) => role !== 'ignored')) return onceEach(said)
  // Only what cannot be anything else is believed.
  return onceEach(
    header.map((_, index) => {
      const content = roleOfContent(cellsOf(index))
      return { role: content === 'id' || content === 'email' ? content : 'ignored', rank: 0 }
    }),
  )
}

/** Of several columns for one role the best word, then the first, has it. */
function onceEach(said: ReadonlyArray<{ readonly role: Role; readonly rank: number }>): Role[] {
  return said.map(({ role, rank }, index) => {
    if (role === 'ignored') return role
    const isBeaten = said.some(
      (other, at) => at !== index && other.role === role && (other.rank < rank || (other.rank === rank && at < index)),
    )
    return isBeaten ? 'ignored' : role
  })
}

/** What a receipt says, as a line of text cells, and how each is chained to the one before it. Pure. */
import { createHash } from 'node:crypto'
import { isDeepStrictEqual } from 'node:util'
import type { SeenPerson } from '../runs/action.ts'
import type { EntryRecord } from '../runs/decision.ts'

/** An ended entry with the name of whoever made its run. */
export type EndedEntry = EntryRecord

const iso = (ms: number | null): string => (ms === null ? '' : new Date(ms).toISOString())
const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex')

type Column = readonly [name: string, cell: (entry: EndedEntry) => string | null | undefined]

/** The work item as it was seen; nothing of an action. */
const itemOf = ({ seen }: EndedEntry) => ('people' in seen ? undefined : seen)

/** The columns of a receipt, in the order of the export; once released they never change, or old hashes would not fit any more. */
const COLUMNS: readonly Column[] = [
  ['ended', ({ endedAt }) => iso(endedAt)],
  ['actor id', ({ user }) => user.userId],
  ['actor', ({ userName }) => userName],
  ['for owner id', ({ forOwner }) => forOwner?.id],
  ['for owner', ({ forOwner }) => forOwner?.name],
  ['operation', ({ operation }) => operation],
  ['result', ({ state }) => state],
  ['sent', ({ sent }) => sent],
  ['attempts', ({ attempt }) => String(attempt)],
  ['confirmed by re-reading', ({ confirmed }) => (confirmed ? 'yes' : 'no')],
  ['work item id', (entry) => (entry.kind === 'decision' ? entry.workItemId : '')],
  ['approval item id', (entry) => (entry.kind === 'decision' ? entry.approvalItemId : '')],
  ['work item', (entry) => itemOf(entry)?.name],
  ['type', (entry) => itemOf(entry)?.type],
  ['description', (entry) => itemOf(entry)?.description],
  ['requester', (entry) => itemOf(entry)?.requesterName],
  ['owner', (entry) => itemOf(entry)?.ownerName ?? itemOf(entry)?.ownerId],
  ['sent body', ({ body }) => (body === undefined ? '' : JSON.stringify(body))],
  ['note', ({ note }) => note],
  ['problem', ({ problem }) => problem?.kind ?? problem?.code],
  ['problem message', ({ problem }) => problem?.message],
  ['detail code', ({ problem }) => problem?.detailCode],
  ['tracking id', ({ trackingId }) => trackingId],
  ['handed over', ({ createdAt }) => iso(createdAt)],
  ['sent at', ({ sentAt }) => iso(sentAt)],
  ['run', ({ runId }) => runId],
  ['position', ({ position }) => String(position)],
  ['seen SHA-256', ({ seen }) => sha256(JSON.stringify(seen))],
]

const personText = ({ name, alias, email, id }: SeenPerson): string =>
  `${name ?? '?'} (${[alias, email, id].filter((text) => text !== null).join(', ')})`

/**
 * What only an action has, after all other columns; a decision's receipt ends before them, as it did before there were actions. At least
 * the first is filled for every action.
 */
const ACTION_COLUMNS: readonly Column[] = [
  ['people', ({ seen }) => ('people' in seen ? String(seen.count ?? seen.people.length) : '')],
  ['identity id', (entry) => (entry.kind === 'action' ? entry.identityId : '')],
  ['who', ({ seen }) => ('people' in seen ? seen.people.map(personText).join('; ') : '')],
  ['ticket', (entry) => (entry.kind === 'action' ? entry.guard?.ticket : '')],
  ['reason', (entry) => (entry.kind === 'action' ? entry.guard?.reason : '')],
  ['typed to confirm', (entry) => (entry.kind === 'action' ? entry.guard?.typed : '')],
  ['task id', (entry) => (entry.kind === 'action' ? entry.task?.id : '')],
]

const DECISION_COLUMNS: readonly string[] = ['number', ...COLUMNS.map(([name]) => name)]
export const RECEIPT_COLUMNS: readonly string[] = [...DECISION_COLUMNS, ...ACTION_COLUMNS.map(([name]) => name)]

/** The receipt's cells: its number in the tenant's chain, then what the columns say. */
export const cellsOf = (entry: EndedEntry, number: number): string[] => [
  String(number),
  ...(entry.kind === 'action' ? [...COLUMNS, ...ACTION_COLUMNS] : COLUMNS).map(([, cell]) => cell(entry) ?? ''),
]

/** The cells as one line of the export: every line has every column. */
export const lineOf = (cells: readonly string[]): string[] => [
  ...cells,
  ...Array.from({ length: RECEIPT_COLUMNS.length - cells.length }, () => ''),
]

/** The cells that the line of an export was made of; undefined for a line of another width. */
export function cellsOfLine(line: readonly string[]): readonly string[] | undefined {
  const common = DECISION_COLUMNS.length
  if (line.length !== RECEIPT_COLUMNS.length && line.length !== common) return undefined
  return line.slice(common).every((cell) => cell === '') ? line.slice(0, common) : line
}

/** Before the first receipt of a tenant. */
export const NO_HASH = '0'.repeat(64)

/** SHA-256, in hexadecimal digits, over the hash before and the cells as JSON. */
export const hashOf = (previous: string, cells: readonly string[]): string => sha256(`${previous}\n${JSON.stringify(cells)}`)

/** Enough for 250 people. */
const LONGEST_PEOPLE = 64_000

/** What a search finds the receipt by, in lower case. */
export function subjectOf(entry: EndedEntry): string {
  if (entry.kind === 'action') {
    const people = entry.seen.people.flatMap(({ name, alias, email, id }) => [name, alias, email, id])
    return [entry.guard?.ticket, ...people].filter(Boolean).join('\n').toLowerCase().slice(0, LONGEST_PEOPLE)
  }
  const { seen, workItemId, approvalItemId } = entry
  const items = seen.approvalItems.flatMap(({ account, application, attribute, value }) => [
    account,
    application,
    attribute,
    value,
  ])
  const { name, type, description, requesterName, ownerName } = seen
  return [name, workItemId, approvalItemId, type, requesterName, ownerName, description, ...items]
    .filter(Boolean)
    .join('\n')
    .toLowerCase()
    .slice(0, 8_000)
}

/** What an exported line carries beside the cells. */
export const HASH_COLUMNS: readonly string[] = ['previous hash', 'hash']

/** Whether this is the first line of an export, of now or of before there were actions. */
export const isHead = (line: readonly string[] | undefined): boolean =>
  [RECEIPT_COLUMNS, DECISION_COLUMNS].some((columns) => isDeepStrictEqual(line, [...columns, ...HASH_COLUMNS]))

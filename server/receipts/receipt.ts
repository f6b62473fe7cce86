/** What a receipt says, as a line of text cells, and how each is chained to the one before it. Pure. */
import { createHash } from 'node:crypto'
import type { EntryRecord } from '../runs/decision.ts'

/** An ended entry with the name of whoever made its run. */
export type EndedEntry = EntryRecord

const iso = (ms: number | null): string => (ms === null ? '' : new Date(ms).toISOString())
const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex')

/** The columns of a receipt, in the order of the export; once released they never change, or old hashes would not fit any more. */
const COLUMNS: readonly (readonly [name: string, cell: (entry: EndedEntry) => string | null | undefined])[] = [
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
  ['work item id', ({ workItemId }) => workItemId],
  ['approval item id', ({ approvalItemId }) => approvalItemId],
  ['work item', ({ seen }) => seen.name],
  ['type', ({ seen }) => seen.type],
  ['description', ({ seen }) => seen.description],
  ['requester', ({ seen }) => seen.requesterName],
  ['owner', ({ seen }) => seen.ownerName ?? seen.ownerId],
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

export const RECEIPT_COLUMNS: readonly string[] = ['number', ...COLUMNS.map(([name]) => name)]

/** The receipt's cells: its number in the tenant's chain, then what the columns say. */
export const cellsOf = (entry: EndedEntry, number: number): string[] => [
  String(number),
  ...COLUMNS.map(([, cell]) => cell(entry) ?? ''),
]

/** Before the first receipt of a tenant. */
export const NO_HASH = '0'.repeat(64)

/** SHA-256, in hexadecimal digits, over the hash before and the cells as JSON. */
export const hashOf = (previous: string, cells: readonly string[]): string => sha256(`${previous}\n${JSON.stringify(cells)}`)

/** What a search finds the receipt by, in lower case. */
export function subjectOf({ seen, workItemId, approvalItemId }: EndedEntry): string {
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

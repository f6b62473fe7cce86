/** Receipts over HTTP, as `contract/desk.yaml` says: one's own, or everybody's for an administrator. */
import { Hono } from 'hono'
import type { Context } from 'hono'
import type { components } from '#contract/generated/desk.ts'
import { BYTE_ORDER_MARK, csvLine } from '#contract/csv.ts'
import { deskOperation, queryOf } from '../desk-request.ts'
import type { Values } from '../desk-request.ts'
import type { AdministratorCheck } from '../gateway/administrator.ts'
import type { DeskEnv } from '../gateway/context.ts'
import { entryView } from '../runs/entry-view.ts'
import type { ReceiptQuery, ReceiptScope, ReceiptStore, StoredReceipt } from '../store/receipts.ts'
import { HASH_COLUMNS, lineOf, RECEIPT_COLUMNS } from './receipt.ts'

type Receipt = components['schemas']['Receipt']

const text = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined)
const time = (value: unknown): number | undefined => (typeof value === 'string' ? Date.parse(value) : undefined)

const whole = (value: unknown): number | undefined => (value === undefined ? undefined : Number(value))

const filtersOf = (query: Values): ReceiptQuery => ({
  actor: text(query['actor']),
  subject: text(query['subject']),
  operation: text(query['operation']),
  identityId: text(query['identityId']),
  state: text(query['state']),
  runId: text(query['runId']),
  number: whole(query['number']),
  from: time(query['from']),
  to: time(query['to']),
})

/** Nothing of an ended entry waits for anything. */
const ENDED = { holdLeftMs: null, waits: { rateMs: { decision: 0, action: 0 }, networkMs: 0 } }

const viewOf = ({ entry, number, hash }: StoredReceipt): Receipt => ({
  ...entryView(entry, ENDED),
  actor: { id: entry.user.userId, name: entry.userName },
  forOwner: entry.forOwner,
  number,
  hash,
})

export function createReceiptRoutes(store: ReceiptStore, isAdministrator: AdministratorCheck): Hono<DeskEnv> {
  /** Everybody's for whom the tenant calls an administrator at this moment, else their own; the answer says which. */
  async function scopeFor(c: Context<DeskEnv>): Promise<ReceiptScope> {
    const asker = c.get('signedIn')
    const seesAll = await isAdministrator(asker)
    c.header('x-receipt-scope', seesAll ? 'all' : 'own')
    return { tenantId: asker.tenantId, userId: seesAll ? null : asker.userId }
  }

  const listReceipts = deskOperation('listReceipts')
  const exportReceipts = deskOperation('exportReceipts')

  return new Hono<DeskEnv>()
    .get('/receipts', async (c) => {
      const query = queryOf(c, listReceipts)
      const scope = await scopeFor(c)
      const filters = filtersOf(query)
      c.header('x-total-count', String(await store.count(scope, filters)))
      const page = await store.page(scope, filters, Number(query['limit']), Number(query['offset']))
      return c.json(page.map(viewOf))
    })
    .get('/receipts/export', async (c) => {
      const filters = filtersOf(queryOf(c, exportReceipts))
      const scope = await scopeFor(c)
      c.header('content-type', 'text/csv; charset=utf-8')
      c.header('content-disposition', 'attachment; filename="receipts.csv"')
      return c.body(fileOf(store, scope, filters))
    })
}

/** The file, read from the store piece by piece as it is taken. */
function fileOf(store: ReceiptStore, scope: ReceiptScope, filters: ReceiptQuery): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder()
  let after = 0
  return new ReadableStream({
    start: (stream) => stream.enqueue(encoder.encode(BYTE_ORDER_MARK + csvLine([...RECEIPT_COLUMNS, ...HASH_COLUMNS]))),
    pull: async (stream) => {
      const lines = await store.linesAfter(scope, filters, after)
      after = lines.at(-1)?.number ?? after
      if (lines.length === 0) return stream.close()
      const texts = lines.map(({ content, previous, hash }) => csvLine([...lineOf(cellsIn(content)), previous, hash]))
      stream.enqueue(encoder.encode(texts.join('')))
    },
  })
}

function cellsIn(content: string): string[] {
  const cells: unknown = JSON.parse(content)
  return Array.isArray(cells) ? cells.map(String) : []
}

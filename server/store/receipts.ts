/** The chain of receipts: appended to when entries end, searched, walked. */
import { sql } from 'kysely'
import type { Kysely, Transaction } from 'kysely'
import { cellsOf, hashOf, NO_HASH, subjectOf } from '../receipts/receipt.ts'
import type { EntryRecord } from '../runs/decision.ts'
import { entriesWithRun } from './entries-with-run.ts'
import { toEntry } from './entry-rows.ts'
import { isAbout } from './people.ts'
import type { Schema } from './schema.ts'
import { taskColumns } from './tasks.ts'

const ROWS_AT_ONCE = 500

/** Adds the receipts of entries that have just ended, in this transaction: they end together with it or not at all. */
export async function appendReceipts(trx: Transaction<Schema>, entries: readonly EntryRecord[]): Promise<void> {
  const tenantId = entries[0]?.user.tenantId
  if (tenantId === undefined) return
  const last = await trx
    .selectFrom('receipt')
    .select(['number', 'hash'])
    .where('tenant_id', '=', tenantId)
    .orderBy('number', 'desc')
    .limit(1)
    .executeTakeFirst()
  let { number, hash } = last ?? { number: 0, hash: NO_HASH }
  for (let start = 0; start < entries.length; start += ROWS_AT_ONCE) {
    const rows = entries.slice(start, start + ROWS_AT_ONCE).map((entry) => {
      number += 1
      const cells = cellsOf(entry, number)
      hash = hashOf(hash, cells)
      return {
        tenant_id: tenantId,
        number,
        run_id: entry.runId,
        position: entry.position,
        actor_id: entry.user.userId,
        actor: entry.userName.toLowerCase(),
        subject: subjectOf(entry),
        operation: entry.operation,
        state: entry.state,
        ended_at: entry.endedAt ?? 0,
        content: JSON.stringify(cells),
        hash,
      }
    })
    await trx.insertInto('receipt').values(rows).execute()
  }
}

/** Times are wall-clock ms; texts are compared without case. */
export interface ReceiptQuery {
  readonly actor?: string | undefined
  readonly subject?: string | undefined
  readonly operation?: string | undefined
  readonly identityId?: string | undefined
  readonly state?: string | undefined
  readonly runId?: string | undefined
  readonly number?: number | undefined
  readonly from?: number | undefined
  readonly to?: number | undefined
}

/** Whose receipts may be found: one person's, or the whole tenant's. */
export interface ReceiptScope {
  readonly tenantId: string
  readonly userId: string | null
}

export interface StoredReceipt {
  readonly number: number
  readonly hash: string
  readonly entry: EntryRecord
}

/** A link of the chain as it is stored, and the entry it is about as that stands now (undefined when it is gone). */
export interface Link {
  readonly number: number
  readonly runId: string
  readonly position: number
  readonly content: string
  readonly hash: string
  readonly entry: EntryRecord | undefined
}

const like = (text: string): string => `%${text.toLowerCase().replaceAll(/[\\%_]/g, (sign) => `\\${sign}`)}%`

export type ReceiptStore = ReturnType<typeof createReceiptStore>

/** Methods reject when the database cannot be read. */
export function createReceiptStore(db: Kysely<Schema>) {
  const found = (scope: ReceiptScope, query: ReceiptQuery) => {
    const { actor, subject, operation, identityId, state, runId, number, from, to } = query
    return db
      .selectFrom('receipt')
      .where('receipt.tenant_id', '=', scope.tenantId)
      .$if(scope.userId !== null, (qb) => qb.where('receipt.actor_id', '=', scope.userId ?? ''))
      .$if(actor !== undefined, (qb) =>
        qb.where((eb) =>
          eb.or([
            eb('receipt.actor_id', '=', actor ?? ''),
            sql<boolean>`${eb.ref('receipt.actor')} like ${like(actor ?? '')} escape '\\'`,
          ]),
        ),
      )
      .$if(subject !== undefined, (qb) =>
        qb.where((eb) => sql<boolean>`${eb.ref('receipt.subject')} like ${like(subject ?? '')} escape '\\'`),
      )
      .$if(operation !== undefined, (qb) => qb.where('receipt.operation', '=', operation ?? ''))
      .$if(identityId !== undefined, (qb) => qb.where(isAbout('receipt', identityId ?? '')))
      .$if(state !== undefined, (qb) => qb.where('receipt.state', '=', state ?? ''))
      .$if(runId !== undefined, (qb) => qb.where('receipt.run_id', '=', runId ?? ''))
      .$if(number !== undefined, (qb) => qb.where('receipt.number', '=', number ?? 0))
      .$if(from !== undefined, (qb) => qb.where('receipt.ended_at', '>=', from ?? 0))
      .$if(to !== undefined, (qb) => qb.where('receipt.ended_at', '<', to ?? 0))
  }

  return {
    count: async (scope: ReceiptScope, query: ReceiptQuery): Promise<number> => {
      const row = await found(scope, query)
        .select((eb) => eb.fn.countAll<number>().as('count'))
        .executeTakeFirstOrThrow()
      return row.count
    },

    /** The newest first. */
    page: async (scope: ReceiptScope, query: ReceiptQuery, limit: number, offset: number): Promise<StoredReceipt[]> => {
      const rows = await found(scope, query)
        .innerJoin('entry', (join) =>
          join.onRef('entry.run_id', '=', 'receipt.run_id').onRef('entry.position', '=', 'receipt.position'),
        )
        .innerJoin('run', 'run.id', 'receipt.run_id')
        .leftJoin('task', (join) =>
          join.onRef('task.run_id', '=', 'receipt.run_id').onRef('task.position', '=', 'receipt.position'),
        )
        .selectAll('entry')
        .select(['run.note', 'run.user_name', 'run.for_owner_id', 'run.for_owner_name', 'run.accept_language'])
        .select(taskColumns)
        .select(['receipt.number', 'receipt.hash'])
        .orderBy('receipt.number', 'desc')
        .limit(limit)
        .offset(offset)
        .execute()
      return rows.map((row) => ({ number: row.number, hash: row.hash, entry: toEntry(row) }))
    },

    /** The oldest first, after `number`: cells, the hash before and its own. */
    linesAfter: async (
      scope: ReceiptScope,
      query: ReceiptQuery,
      number: number,
    ): Promise<{ number: number; content: string; previous: string; hash: string }[]> => {
      const rows = await found(scope, query)
        .leftJoin('receipt as before', (join) =>
          join
            .onRef('before.tenant_id', '=', 'receipt.tenant_id')
            .on((eb) => eb('before.number', '=', eb('receipt.number', '-', 1))),
        )
        .select(['receipt.number', 'receipt.content', 'receipt.hash', 'before.hash as previous'])
        .where('receipt.number', '>', number)
        .orderBy('receipt.number')
        .limit(ROWS_AT_ONCE)
        .execute()
      return rows.map((row) => ({ ...row, previous: row.previous ?? NO_HASH }))
    },

    tenants: async (): Promise<string[]> => {
      const rows = await db.selectFrom('receipt').select('tenant_id').distinct().orderBy('tenant_id').execute()
      return rows.map((row) => row.tenant_id)
    },

    /** The chain itself, in order, after `number`. */
    links: async (tenantId: string, number: number): Promise<Link[]> => {
      const rows = await db
        .selectFrom('receipt')
        .select(['number', 'run_id as runId', 'position', 'content', 'hash'])
        .where('tenant_id', '=', tenantId)
        .where('number', '>', number)
        .orderBy('number')
        .limit(ROWS_AT_ONCE)
        .execute()
      const links: Link[] = []
      for (const row of rows) {
        const entry = await entriesWithRun(db)
          .where('entry.run_id', '=', row.runId)
          .where('entry.position', '=', row.position)
          .executeTakeFirst()
        links.push({ ...row, entry: entry && toEntry(entry) })
      }
      return links
    },

    /** Entries that have ended and have no receipt: of a release that wrote none, or because somebody took theirs away. */
    unsealed: async (): Promise<EntryRecord[]> => {
      const rows = await unsealedEntries(db).execute()
      return rows.map(toEntry)
    },

    /** Gives receipts to what ended before there were any; to be called when no entry can be ending. */
    sealEnded: (): Promise<void> =>
      db.transaction().execute(async (trx) => {
        const ended = (await unsealedEntries(trx).execute()).map(toEntry)
        for (const tenantId of new Set(ended.map(({ user }) => user.tenantId)))
          await appendReceipts(
            trx,
            ended.filter(({ user }) => user.tenantId === tenantId),
          )
      }),
  }
}

const unsealedEntries = (db: Kysely<Schema>) =>
  entriesWithRun(db)
    .where('entry.ended_at', 'is not', null)
    .where((eb) =>
      eb.not(
        eb.exists(
          eb
            .selectFrom('receipt')
            .select('receipt.number')
            .whereRef('receipt.run_id', '=', 'entry.run_id')
            .whereRef('receipt.position', '=', 'entry.position'),
        ),
      ),
    )
    .orderBy('entry.ended_at')
    .orderBy('entry.run_id')
    .orderBy('entry.position')

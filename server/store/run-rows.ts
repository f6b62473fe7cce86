/** How a run is stored. */
import type { Kysely, Selectable } from 'kysely'
import type { Person } from '../runs/decision.ts'
import type { UserKey } from '../tenant/token-source.ts'
import { ownerOf } from './entry-rows.ts'
import type { RunTable } from './run-tables.ts'
import type { Schema } from './schema.ts'

export interface RunRecord {
  readonly id: string
  readonly user: UserKey
  readonly contentHash: string
  readonly note: string | null
  readonly holdMs: number
  readonly forOwner: Person | null
  readonly createdAt: number
  readonly paused: boolean
  readonly stopped: boolean
}

export const toRun = (row: Selectable<RunTable>): RunRecord => ({
  id: row.id,
  user: { tenantId: row.tenant_id, userId: row.user_id },
  contentHash: row.content_hash,
  note: row.note,
  holdMs: row.hold_ms,
  forOwner: ownerOf(row),
  createdAt: row.created_at,
  paused: row.paused === 1,
  stopped: row.stopped === 1,
})

/** The run with this id, whoever it is of; `from` may be a transaction. Rejects when the database cannot be read. */
export const findRun = async (from: Kysely<Schema>, id: string): Promise<RunRecord | undefined> => {
  const row = await from.selectFrom('run').selectAll().where('id', '=', id).executeTakeFirst()
  return row && toRun(row)
}

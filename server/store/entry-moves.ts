/** Moves of entries, each through the state machine and with its line in the ledger, in one transaction. */
import type { ExpressionBuilder, Kysely, Transaction } from 'kysely'
import type { EntryRecord } from '../runs/decision.ts'
import { isTerminal, step } from '../runs/entry-machine.ts'
import type { EntryCore, EntryEvent, EntryState } from '../runs/entry-machine.ts'
import { entriesWithRun } from './entries-with-run.ts'
import { coreColumns, toEntry } from './entry-rows.ts'
import type { GroupCommit } from './group-commit.ts'
import { appendReceipts } from './receipts.ts'
import type { Schema } from './schema.ts'
import { startTask } from './tasks.ts'

/** Which entry, and as it was when last read: a move only happens if nothing has moved it since. */
export type EntryRef = Pick<EntryRecord, 'runId' | 'position' | 'version'>

// SQLite takes 32,766 parameters in a statement; an entry has 26.
const ROWS_AT_ONCE = 500

export const chunked = <Item>(items: readonly Item[], size = ROWS_AT_ONCE): Item[][] =>
  Array.from({ length: Math.ceil(items.length / size) }, (_, index) => items.slice(index * size, (index + 1) * size))

/** What an event adds to its line in the ledger: everything it carries, but the flags of its clearance. */
function detailOf(event: EntryEvent): string | null {
  const { type: _, ...detail } = event
  return Object.keys(detail).length === 0 ? null : JSON.stringify(detail)
}

const columnsAfter = (event: EntryEvent, after: EntryCore, at: number) => ({
  ...coreColumns(after),
  waiting_since: after.waiting === null ? null : at,
  ended_at: isTerminal(after.state) ? at : null,
  ...(event.type === 'cleared' && { sent_at: at }),
  ...(event.type === 'not-executed' && after.attempt === 0 && { sent_at: null }),
  // Only the request that is about to leave keeps its claim.
  ...(event.type !== 'cleared' && { lease_owner: null, lease_until: null }),
})

/** Moves the named open entries of a run that `event` applies to, wherever they stand; all at once or not at all. */
export async function moveWhereItApplies(
  trx: Transaction<Schema>,
  runId: string,
  positions: readonly number[] | 'all',
  event: EntryEvent,
  at: number,
) {
  const rows = await entriesWithRun(trx).where('entry.run_id', '=', runId).where('entry.ended_at', 'is', null).execute()
  const wanted = positions === 'all' ? undefined : new Set(positions)
  const groups = new Map<string, { from: EntryState; after: EntryCore; positions: number[] }>()
  for (const entry of rows.map((row) => toEntry(row))) {
    if (wanted && !wanted.has(entry.position)) continue
    const result = step(entry, event)
    if (!result.ok) continue
    const key = JSON.stringify([entry.state, coreColumns(result.entry)])
    const group = groups.get(key) ?? { from: entry.state, after: result.entry, positions: [] }
    groups.set(key, group)
    group.positions.push(entry.position)
  }
  const moved: number[] = []
  for (const group of groups.values()) {
    for (const some of chunked(group.positions)) {
      const changed = await trx
        .updateTable('entry')
        .set((eb) => ({ ...columnsAfter(event, group.after, at), version: eb('version', '+', 1) }))
        .where('run_id', '=', runId)
        .where('position', 'in', some)
        .where('state', '=', group.from)
        .returning(['position', 'version'])
        .execute()
      await record(
        trx,
        event,
        group.from,
        group.after.state,
        at,
        changed.map((row) => ({ runId, ...row })),
      )
      moved.push(...changed.map((row) => row.position))
      if (!isTerminal(group.after.state)) continue
      const ended = await entriesWithRun(trx)
        .where('entry.run_id', '=', runId)
        .where(
          'entry.position',
          'in',
          changed.map((row) => row.position),
        )
        .orderBy('entry.position')
        .execute()
      await sealEnded(trx, ended.map(toEntry))
    }
  }
  return moved
}

/** What ends has a receipt, and keeps nobody else from acting on the same people. `ended` are at most 500 entries of one run. */
async function sealEnded(trx: Transaction<Schema>, ended: readonly EntryRecord[]): Promise<void> {
  const [first] = ended
  const positions = ended.filter(({ kind }) => kind === 'action').map(({ position }) => position)
  if (first && positions.length > 0) {
    await trx
      .updateTable('entry_person')
      .set({ open: 0 })
      .where('run_id', '=', first.runId)
      .where('position', 'in', positions)
      .execute()
  }
  await appendReceipts(trx, ended)
}

async function record(
  trx: Transaction<Schema>,
  event: EntryEvent,
  from: EntryState,
  to: EntryState,
  at: number,
  entries: readonly EntryRef[],
) {
  for (const some of chunked(entries)) {
    await trx
      .insertInto('entry_event')
      .values(
        some.map(({ runId, position, version }) => ({
          run_id: runId,
          position,
          seq: version,
          at,
          event: event.type,
          from_state: from,
          to_state: to,
          detail: detailOf(event),
        })),
      )
      .execute()
  }
}

/** The run is neither paused nor stopped. */
const isOfGoingRun = (eb: ExpressionBuilder<Schema, 'entry'>) =>
  eb.exists(
    eb
      .selectFrom('run')
      .select('run.id')
      .whereRef('run.id', '=', 'entry.run_id')
      .where('run.paused', '=', 0)
      .where('run.stopped', '=', 0),
  )

/** Methods reject when the database cannot be written; whatever they were to change is then as it was. */
export const createEntryMoves = (db: Kysely<Schema>, together: GroupCommit) => ({
  /** Moves the chosen entries of a run that the event applies to, and leaves the others; answers the positions that moved. */
  moveChosen: (runId: string, positions: readonly number[] | 'all', event: EntryEvent, at: number): Promise<number[]> =>
    db.transaction().execute((trx) => moveWhereItApplies(trx, runId, positions, event, at)),

  /**
   * Moves one entry, if it is still as it was read. To send it (`claim`) it must still be claimed by `owner`, who then has it until
   * `leaseUntil`, and its run be neither paused nor stopped, in the very statement that stores the intent. `undefined`: that is not so, and
   * nothing has changed. Resolves when it is durable.
   */
  move: (
    entry: EntryRecord,
    event: EntryEvent,
    at: number,
    claim?: { owner: string; leaseUntil: number },
  ): Promise<EntryRecord | undefined> =>
    together(async (trx) => {
      const result = step(entry, event)
      if (!result.ok) throw new RangeError(result.reason)
      const version = entry.version + 1
      const changed = await trx
        .updateTable('entry')
        .set({ ...columnsAfter(event, result.entry, at), version, ...(claim && { lease_until: claim.leaseUntil }) })
        .where('run_id', '=', entry.runId)
        .where('position', '=', entry.position)
        .where('version', '=', entry.version)
        .$if(claim !== undefined, (qb) => qb.where('lease_owner', '=', claim?.owner ?? '').where(isOfGoingRun))
        .executeTakeFirst()
      if (Number(changed.numUpdatedRows) !== 1) return undefined
      await record(trx, event, entry.state, result.entry.state, at, [{ ...entry, version }])
      if (event.type === 'succeeded' && event.taskId !== undefined) await startTask(trx, entry, event.taskId, at)
      const row = await entriesWithRun(trx)
        .where('entry.run_id', '=', entry.runId)
        .where('entry.position', '=', entry.position)
        .executeTakeFirst()
      const after = row && toEntry(row)
      if (after && isTerminal(after.state)) await sealEnded(trx, [after])
      return after
    }),
})

/** What keeps its objects from everybody because nobody came back to it. Times are wall-clock ms: only they outlive a restart. */
import type { Kysely } from 'kysely'
import type { EntryEvent } from '../runs/entry-machine.ts'
import { moveWhereItApplies } from './entry-moves.ts'
import type { Schema } from './schema.ts'

/** Why an entry was forgotten, as the receipt says it. */
type Reason = 'paused-too-long' | 'sign-in-too-late'

const forgotten = (kind: Reason): EntryEvent => ({ type: 'forgotten', problem: { code: 'forgotten', message: null, kind } })

const pausedBefore = (from: Kysely<Schema>, since: number) =>
  from.selectFrom('run').select('id').where('paused', '=', 1).where('paused_at', '<=', since)

/** Entries never sent that were held for their person's word before `since`; the last that happened to each says when. */
const heldBefore = (from: Kysely<Schema>, since: number) =>
  from
    .selectFrom('entry')
    .innerJoin('entry_event', (join) =>
      join
        .onRef('entry_event.run_id', '=', 'entry.run_id')
        .onRef('entry_event.position', '=', 'entry.position')
        .onRef('entry_event.seq', '=', 'entry.version'),
    )
    .select(['entry.run_id as runId', 'entry.position'])
    .where('entry.state', '=', 'held')
    .where('entry.ended_at', 'is', null)
    .where('entry.endless', '=', 1)
    .where('entry.attempt', '=', 0)
    .where('entry_event.at', '<=', since)

/** Methods reject when the database cannot be read or written; a run is then cancelled in whole or not at all. */
export const createForgottenStore = (db: Kysely<Schema>) => ({
  /** Runs that an earlier release paused, without keeping when, count as paused from `now` on. */
  datePauses: async (now: number): Promise<void> => {
    await db.updateTable('run').set({ paused_at: now }).where('paused', '=', 1).where('paused_at', 'is', null).execute()
  },

  /** Cancels what was never sent and has been paused, or held for its person's word, since `since` or longer. */
  cancelForgotten: async (since: number, now: number): Promise<void> => {
    const paused = await pausedBefore(db, since)
      .where((eb) =>
        eb.exists(
          eb
            .selectFrom('entry')
            .select('entry.position')
            .whereRef('entry.run_id', '=', 'run.id')
            .where('entry.state', 'in', ['held', 'queued'])
            .where('entry.ended_at', 'is', null)
            .where('entry.attempt', '=', 0),
        ),
      )
      .execute()
    for (const { id } of paused) {
      await db.transaction().execute(async (trx) => {
        // Somebody may have let it go on since it was looked for.
        const [still] = await pausedBefore(trx, since).where('id', '=', id).execute()
        if (still) await moveWhereItApplies(trx, id, 'all', forgotten('paused-too-long'), now)
      })
    }
    for (const runId of new Set((await heldBefore(db, since).execute()).map((held) => held.runId))) {
      await db.transaction().execute(async (trx) => {
        const held = await heldBefore(trx, since).where('entry.run_id', '=', runId).execute()
        const positions = held.map(({ position }) => position)
        await moveWhereItApplies(trx, runId, positions, forgotten('sign-in-too-late'), now)
      })
    }
  },
})

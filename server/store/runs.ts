/** Runs, their entries and the ledger. Every change of an entry's state goes through the state machine and leaves a line in the ledger. */
import { sql } from 'kysely'
import type { Kysely } from 'kysely'
import { isWriteOperation } from '../runs/decision.ts'
import type { EntryRecord, OwnDecision, WriteOperation } from '../runs/decision.ts'
import type { EntryState, Waiting, WriteKind } from '../runs/entry-machine.ts'
import { subjectName } from '../runs/subject.ts'
import type { UserKey } from '../tenant/token-source.ts'
import { entriesWithRun } from './entries-with-run.ts'
import { createEntryMoves, moveWhereItApplies } from './entry-moves.ts'
import { createEntryQueue } from './entry-queue.ts'
import { createForgottenStore } from './forgotten.ts'
import { createGroupCommit } from './group-commit.ts'
import type { NextTurn } from './group-commit.ts'
import { readSeen, readState, readWaiting, toEntry } from './entry-rows.ts'
import { createRunIntake } from './new-runs.ts'
import { createPeopleStore, isAbout } from './people.ts'
import { findRun, toRun } from './run-rows.ts'
import type { RunRecord } from './run-rows.ts'
import type { Schema } from './schema.ts'
import { createTaskStore } from './tasks.ts'

export type Totals = Record<EntryState, number>

/** So many entries of a run are in this state and wait for this. */
export interface Count {
  readonly kind: WriteKind
  readonly state: EntryState
  readonly waiting: Waiting | null
  readonly count: number
}

/** What a run does, as far as its entries say it. */
export interface Acts {
  following: number
  /** How many were cancelled because nobody came back to them. */
  forgotten: number
  acts: { readonly operation: WriteOperation; readonly count: number }[]
  /** What the run's only entry is about; null where there are several. */
  subject: string | null
}

/** One thing that happened to an entry. `detail` is JSON: what the tenant said, or why it could not go on. */
export interface LedgerLine {
  readonly at: number
  readonly event: string
  readonly from: string | null
  readonly to: string
  readonly detail: string | null
}

export interface EntryQuery {
  readonly open?: boolean | undefined
  readonly workItemId?: string | undefined
  readonly identityId?: string | undefined
  /** Only entries whose task is (or is not) still followed. */
  readonly following?: boolean | undefined
  readonly limit: number
  readonly offset: number
}

export type RunStore = ReturnType<typeof createRunStore>

/** Methods reject when the database cannot be read or written; whatever they were to change is then as it was. */
export function createRunStore(db: Kysely<Schema>, nextTurn?: NextTurn) {
  const together = createGroupCommit(db, nextTurn)
  return {
    ...createRunIntake(db),

    run: (id: string) => findRun(db, id),

    /** The user's runs, newest first. */
    runsOf: async (user: UserKey, query: { open?: boolean | undefined; limit: number; offset: number }): Promise<RunRecord[]> => {
      const rows = await db
        .selectFrom('run')
        .selectAll()
        .where('tenant_id', '=', user.tenantId)
        .where('user_id', '=', user.userId)
        .$if(query.open !== undefined, (qb) =>
          qb.where((eb) => {
            const openEntries = eb.exists(
              eb
                .selectFrom('entry')
                .select('entry.position')
                .whereRef('entry.run_id', '=', 'run.id')
                .where('entry.ended_at', 'is', null),
            )
            return query.open ? openEntries : eb.not(openEntries)
          }),
        )
        .orderBy('created_at', 'desc')
        .orderBy('id')
        .limit(query.limit)
        .offset(query.offset)
        .execute()
      return rows.map(toRun)
    },

    /** How many entries of each run are in which state, and wait for what. */
    counts: async (runIds: readonly string[]): Promise<Map<string, Count[]>> => {
      const counts = new Map<string, Count[]>(runIds.map((id) => [id, []]))
      if (runIds.length === 0) return counts
      const rows = await db
        .selectFrom('entry')
        .select(['run_id', 'state', 'waiting', (eb) => eb('work_item_id', '=', '').as('is_action')])
        .select((eb) => eb.fn.countAll<number>().as('count'))
        .where('run_id', 'in', [...runIds])
        .groupBy(['run_id', 'state', 'waiting', 'is_action'])
        .execute()
      for (const { run_id, state, waiting, is_action, count } of rows) {
        counts.get(run_id)?.push({
          kind: is_action ? 'action' : 'decision',
          state: readState(state),
          waiting: waiting === null ? null : readWaiting(waiting),
          count,
        })
      }
      return counts
    },

    /** What the entries of each run do, and how many of their tasks are still followed. */
    acts: async (runIds: readonly string[]): Promise<Map<string, Acts>> => {
      const acts = new Map<string, Acts>(runIds.map((id) => [id, { following: 0, forgotten: 0, acts: [], subject: null }]))
      if (runIds.length === 0) return acts
      const rows = await db
        .selectFrom('entry')
        .leftJoin('task', (join) => join.onRef('task.run_id', '=', 'entry.run_id').onRef('task.position', '=', 'entry.position'))
        .select(['entry.run_id', 'entry.operation', (eb) => eb.fn.countAll<number>().as('count')])
        .select(
          sql<number>`sum(case when task.started_at is not null and task.ended_at is null then 1 else 0 end)`.as('following'),
        )
        .select(
          // As it was written by `createForgottenStore`.
          sql<number>`sum(case when entry.state = 'cancelled' and entry.problem like '{"code":"forgotten"%' then 1 else 0 end)`.as(
            'forgotten',
          ),
        )
        .where('entry.run_id', 'in', [...runIds])
        .groupBy(['entry.run_id', 'entry.operation'])
        .execute()
      for (const { run_id, operation, count, following, forgotten } of rows) {
        const known = acts.get(run_id)
        if (!known || !isWriteOperation(operation)) continue
        known.acts.push({ operation, count })
        known.following += following
        known.forgotten += forgotten
      }
      const single = [...acts].flatMap(
        ([
          id,
          {
            acts: [act, ...others],
          },
        ]) => (act?.count === 1 && others.length === 0 ? id : []),
      )
      if (single.length === 0) return acts
      for (const entry of await db
        .selectFrom('entry')
        .select(['run_id', 'operation', 'seen'])
        .where('run_id', 'in', single)
        .execute()) {
        const known = acts.get(entry.run_id)
        if (known) known.subject = subjectName(readSeen(entry.operation, entry.seen))
      }
      return acts
    },

    /** Pauses the run, or lets it go on. One that is paused already has been so since it was first paused. */
    setPaused: async (runId: string, paused: boolean, at: number): Promise<void> => {
      await db
        .updateTable('run')
        .set((eb) =>
          paused ? { paused: 1, paused_at: eb.fn.coalesce('paused_at', eb.val(at)) } : { paused: 0, paused_at: null },
        )
        .where('id', '=', runId)
        .execute()
    },

    /** Stops the run for good and takes back all of it that has not left, in one transaction. */
    stop: (runId: string, at: number): Promise<number[]> =>
      db.transaction().execute(async (trx) => {
        await trx.updateTable('run').set({ stopped: 1 }).where('id', '=', runId).execute()
        return moveWhereItApplies(trx, runId, 'all', { type: 'taken-back' }, at)
      }),

    entries: async (runId: string): Promise<EntryRecord[]> => {
      const rows = await entriesWithRun(db).where('entry.run_id', '=', runId).orderBy('entry.position').execute()
      return rows.map(toEntry)
    },

    entry: async (runId: string, position: number): Promise<EntryRecord | undefined> => {
      const row = await entriesWithRun(db)
        .where('entry.run_id', '=', runId)
        .where('entry.position', '=', position)
        .executeTakeFirst()
      return row && toEntry(row)
    },

    /** The user's entries over all runs, newest first. */
    entriesOf: async (user: UserKey, query: EntryQuery): Promise<EntryRecord[]> => {
      const rows = await entriesWithRun(db)
        .where('entry.tenant_id', '=', user.tenantId)
        .where('entry.user_id', '=', user.userId)
        .$if(query.open === true, (qb) => qb.where('entry.ended_at', 'is', null))
        .$if(query.open === false, (qb) => qb.where('entry.ended_at', 'is not', null))
        .$if(query.workItemId !== undefined, (qb) => qb.where('entry.work_item_id', '=', query.workItemId ?? ''))
        .$if(query.identityId !== undefined, (qb) => qb.where(isAbout('entry', query.identityId ?? '')))
        .$if(query.following === true, (qb) => qb.where('task.started_at', 'is not', null).where('task.ended_at', 'is', null))
        .$if(query.following === false, (qb) =>
          qb.where((eb) => eb.or([eb('task.started_at', 'is', null), eb('task.ended_at', 'is not', null)])),
        )
        .orderBy('entry.created_at', 'desc')
        .orderBy('entry.run_id')
        .orderBy('entry.position')
        .limit(query.limit)
        .offset(query.offset)
        .execute()
      return rows.map(toEntry)
    },

    countOpen: async (user: UserKey): Promise<number> => {
      const row = await db
        .selectFrom('entry')
        .select((eb) => eb.fn.countAll<number>().as('count'))
        .where('tenant_id', '=', user.tenantId)
        .where('user_id', '=', user.userId)
        .where('ended_at', 'is', null)
        .executeTakeFirst()
      return row?.count ?? 0
    },

    /** The ledger's lines about one entry, oldest first. */
    ledgerOf: (runId: string, position: number): Promise<LedgerLine[]> =>
      db
        .selectFrom('entry_event')
        .select(['at', 'event', 'from_state as from', 'to_state as to', 'detail'])
        .where('run_id', '=', runId)
        .where('position', '=', position)
        .orderBy('seq')
        .execute(),

    /** What this installation itself has done to a work item, by whomever. */
    decisionsOn: async (tenantId: string, workItemId: string): Promise<OwnDecision[]> => {
      const rows = await db
        .selectFrom('entry')
        .innerJoin('run', 'run.id', 'entry.run_id')
        .select([
          'entry.run_id as runId',
          'entry.operation',
          'entry.approval_item_id as approvalItemId',
          'run.user_name as userName',
          'entry.ended_at as endedAt',
        ])
        .where('entry.tenant_id', '=', tenantId)
        .where('entry.work_item_id', '=', workItemId)
        .where('entry.state', '=', 'done')
        .execute()
      return rows.map((row) => ({ ...row, endedAt: row.endedAt ?? 0 }))
    },
    ...createEntryMoves(db, together),
    ...createEntryQueue(db, together),
    ...createForgottenStore(db),
    ...createTaskStore(db),
    ...createPeopleStore(db),
  }
}

/** Runs, their entries and the ledger. Every change of an entry's state goes through the state machine and leaves a line in the ledger. */
import { sql } from 'kysely'
import type { Kysely, Selectable, Transaction } from 'kysely'
import { EVERYONE, peopleOf } from '../runs/action.ts'
import { excludes, isWriteOperation, subjectOf } from '../runs/decision.ts'
import type { EntryRecord, OwnDecision, Person, Write, WriteOperation } from '../runs/decision.ts'
import { newEntry } from '../runs/entry-machine.ts'
import type { EntryState, Waiting, WriteKind } from '../runs/entry-machine.ts'
import { subjectName } from '../runs/subject.ts'
import type { UserKey } from '../tenant/token-source.ts'
import { entriesWithRun } from './entries-with-run.ts'
import { chunked, createEntryMoves, moveWhereItApplies } from './entry-moves.ts'
import { createEntryQueue } from './entry-queue.ts'
import { coreColumns, ownerOf, readSeen, readState, readWaiting, toEntry } from './entry-rows.ts'
import type { RunTable } from './run-tables.ts'
import { createPeopleStore, isAbout } from './people.ts'
import type { Schema } from './schema.ts'
import { createTaskStore } from './tasks.ts'

export interface NewRun {
  readonly id: string
  readonly user: UserKey
  readonly userName: string
  readonly contentHash: string
  readonly note: string | null
  readonly holdMs: number
  readonly forOwner: Person | null
  /** `Accept-Language` of the request that handed it over. */
  readonly language: string | null
  readonly writes: readonly Write[]
}

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

export type Stored =
  | { readonly kind: 'stored' }
  /** The id is taken; by what, the caller compares. */
  | { readonly kind: 'known'; readonly run: RunRecord }
  | { readonly kind: 'busy'; readonly runId: string; readonly user: UserKey }

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

type InTheWay = { readonly runId: string; readonly user: UserKey }

/** A run with an open entry about one of the same objects. */
async function busyRun(trx: Transaction<Schema>, run: NewRun): Promise<InTheWay | undefined> {
  return (await busyWithWorkItems(trx, run)) ?? (await busyWithPeople(trx, run))
}

async function busyWithWorkItems(trx: Transaction<Schema>, { writes, user }: NewRun): Promise<InTheWay | undefined> {
  const objects = new Map<string, string[]>()
  for (const write of writes) {
    if (write.kind !== 'decision') continue
    objects.set(write.workItemId, [...(objects.get(write.workItemId) ?? []), write.approvalItemId ?? ''])
  }
  for (const some of chunked([...objects.keys()])) {
    const open = await trx
      .selectFrom('entry')
      .select(['run_id', 'user_id', 'work_item_id', 'object'])
      .where('tenant_id', '=', user.tenantId)
      .where('work_item_id', 'in', some)
      .where('ended_at', 'is', null)
      .execute()
    const found = open.find((row) => objects.get(row.work_item_id)?.some((object) => excludes(object, row.object)))
    if (found) return { runId: found.run_id, user: { tenantId: user.tenantId, userId: found.user_id } }
  }
  return undefined
}

async function busyWithPeople(trx: Transaction<Schema>, { writes, user }: NewRun): Promise<InTheWay | undefined> {
  const people = new Map<string, string[]>()
  for (const write of writes) {
    if (write.kind === 'action') people.set(write.operation, [...(people.get(write.operation) ?? []), ...peopleOf(write)])
  }
  for (const [operation, ids] of people) {
    const isWhole = ids.includes(EVERYONE)
    for (const some of chunked(ids)) {
      const found = await trx
        .selectFrom('entry_person')
        .innerJoin('run', 'run.id', 'entry_person.run_id')
        .select(['entry_person.run_id', 'run.user_id'])
        .where('entry_person.tenant_id', '=', user.tenantId)
        .where('entry_person.operation', '=', operation)
        .where('entry_person.open', '=', 1)
        .$if(!isWhole, (qb) => qb.where('entry_person.identity_id', 'in', [...some, EVERYONE]))
        .executeTakeFirst()
      if (found) return { runId: found.run_id, user: { tenantId: user.tenantId, userId: found.user_id } }
    }
  }
  return undefined
}

/** What the write is about, in columns. */
const objectColumns = (write: Write) =>
  write.kind === 'decision'
    ? {
        work_item_id: write.workItemId,
        approval_item_id: write.approvalItemId,
        object: write.approvalItemId ?? '',
        identity_id: null,
        guard: null,
      }
    : {
        work_item_id: '',
        approval_item_id: null,
        object: write.operation,
        identity_id: write.identityId,
        guard: write.guard === null ? null : JSON.stringify(write.guard),
      }

const personRows = (run: NewRun, write: Write, position: number) =>
  write.kind === 'decision'
    ? []
    : peopleOf(write).map((identity_id) => ({
        tenant_id: run.user.tenantId,
        identity_id,
        operation: write.operation,
        run_id: run.id,
        position,
        open: 1,
      }))

const toRun = (row: Selectable<RunTable>): RunRecord => ({
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

const findRun = async (from: Kysely<Schema>, id: string): Promise<RunRecord | undefined> => {
  const row = await from.selectFrom('run').selectAll().where('id', '=', id).executeTakeFirst()
  return row && toRun(row)
}

export type RunStore = ReturnType<typeof createRunStore>

/** Methods reject when the database cannot be read or written; whatever they were to change is then as it was. */
export function createRunStore(db: Kysely<Schema>) {
  return {
    /** Stores the run with all its entries, held, unless its id is known or one of its objects is in an open entry. */
    put: (run: NewRun, at: number): Promise<Stored> =>
      db.transaction().execute(async (trx): Promise<Stored> => {
        const known = await findRun(trx, run.id)
        if (known) return { kind: 'known', run: known }
        const busy = await busyRun(trx, run)
        if (busy) return { kind: 'busy', ...busy }
        await trx
          .insertInto('run')
          .values({
            id: run.id,
            tenant_id: run.user.tenantId,
            user_id: run.user.userId,
            user_name: run.userName,
            content_hash: run.contentHash,
            note: run.note,
            hold_ms: run.holdMs,
            size: run.writes.length,
            paused: 0,
            stopped: 0,
            created_at: at,
            for_owner_id: run.forOwner?.id ?? null,
            for_owner_name: run.forOwner?.name ?? null,
            accept_language: run.language,
          })
          .execute()
        const rows = run.writes.map((write, position) => ({
          run_id: run.id,
          position,
          tenant_id: run.user.tenantId,
          user_id: run.user.userId,
          run_size: run.writes.length,
          operation: write.operation,
          ...objectColumns(write),
          subject: subjectOf(write, run.id, position),
          body: write.body === undefined ? null : JSON.stringify(write.body),
          seen: JSON.stringify(write.seen),
          ...coreColumns(newEntry(write.kind)),
          waiting_since: null,
          created_at: at,
          sent_at: null,
          ended_at: null,
          lease_owner: null,
          lease_until: null,
          version: 1,
        }))
        for (const some of chunked(rows)) {
          await trx.insertInto('entry').values(some).execute()
          await trx
            .insertInto('entry_event')
            .values(
              some.map((row) => ({
                run_id: row.run_id,
                position: row.position,
                seq: 1,
                at,
                event: 'handed-over',
                from_state: null,
                to_state: row.state,
                detail: null,
              })),
            )
            .execute()
        }
        for (const some of chunked(run.writes.flatMap((write, position) => personRows(run, write, position))))
          await trx.insertInto('entry_person').values(some).execute()
        return { kind: 'stored' }
      }),

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
      const acts = new Map<string, Acts>(runIds.map((id) => [id, { following: 0, acts: [], subject: null }]))
      if (runIds.length === 0) return acts
      const rows = await db
        .selectFrom('entry')
        .leftJoin('task', (join) => join.onRef('task.run_id', '=', 'entry.run_id').onRef('task.position', '=', 'entry.position'))
        .select(['entry.run_id', 'entry.operation', (eb) => eb.fn.countAll<number>().as('count')])
        .select(
          sql<number>`sum(case when task.started_at is not null and task.ended_at is null then 1 else 0 end)`.as('following'),
        )
        .where('entry.run_id', 'in', [...runIds])
        .groupBy(['entry.run_id', 'entry.operation'])
        .execute()
      for (const { run_id, operation, count, following } of rows) {
        const known = acts.get(run_id)
        if (!known || !isWriteOperation(operation)) continue
        known.acts.push({ operation, count })
        known.following += following
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

    /** Sets the run's flags: what is given changes. */
    setPaused: async (runId: string, paused: boolean): Promise<void> => {
      await db
        .updateTable('run')
        .set({ paused: paused ? 1 : 0 })
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
    ...createEntryMoves(db),
    ...createEntryQueue(db),
    ...createTaskStore(db),
    ...createPeopleStore(db),
  }
}

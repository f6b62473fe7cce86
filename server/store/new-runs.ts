/** Takes in a new run: whether one of its objects is busy, and its rows; all of them or none. */
import type { Kysely, Transaction } from 'kysely'
import { EVERYONE, peopleOf } from '../runs/action.ts'
import { excludes, subjectOf } from '../runs/decision.ts'
import type { Person, Write } from '../runs/decision.ts'
import { newEntry } from '../runs/entry-machine.ts'
import type { UserKey } from '../tenant/token-source.ts'
import { chunked } from './entry-moves.ts'
import { coreColumns } from './entry-rows.ts'
import { findRun } from './run-rows.ts'
import type { RunRecord } from './run-rows.ts'
import type { Schema } from './schema.ts'

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

export type Stored =
  | { readonly kind: 'stored' }
  /** The id is taken; by what, the caller compares. */
  | { readonly kind: 'known'; readonly run: RunRecord }
  | { readonly kind: 'busy'; readonly runId: string; readonly user: UserKey }

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

/** Rejects when the database cannot be read or written; then nothing of the run is stored. */
export const createRunIntake = (db: Kysely<Schema>) => ({
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
          paused_at: null,
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
})

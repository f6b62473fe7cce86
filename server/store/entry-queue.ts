/** What the runner asks of the store: which entries are to be worked on, and by whom. Times are wall-clock ms. */
import { sql } from 'kysely'
import type { Kysely } from 'kysely'
import type { EntryRecord } from '../runs/decision.ts'
import type { EntryCore, EntryState } from '../runs/entry-machine.ts'
import type { UserKey } from '../tenant/token-source.ts'
import { entriesWithRun } from './entries-with-run.ts'
import type { EntryRef } from './entry-moves.ts'
import { toEntry } from './entry-rows.ts'
import type { GroupCommit } from './group-commit.ts'
import type { Schema } from './schema.ts'

export const createEntryQueue = (db: Kysely<Schema>, together: GroupCommit) => ({
  /** Users with entries that are queued and unclaimed. */
  usersWithQueued: async (): Promise<UserKey[]> => {
    const rows = await db
      .selectFrom('entry')
      .select(['tenant_id', 'user_id'])
      .distinct()
      .where('state', '=', 'queued')
      .where('ended_at', 'is', null)
      .execute()
    return rows.map((row) => ({ tenantId: row.tenant_id, userId: row.user_id }))
  },

  /**
   * The next queued entries that nobody works on: single-item runs first, then in the order they were handed over. Left out: runs that
   * are paused or stopped, and work items and people about which another entry is being worked on, so that an entry never mistakes the effect of its
   * own run for somebody else's.
   */
  nextQueued: async (user: UserKey, limit: number, now: number): Promise<EntryRecord[]> => {
    const rows = await entriesWithRun(db)
      .where('entry.state', '=', 'queued')
      .where('entry.ended_at', 'is', null)
      .where('entry.tenant_id', '=', user.tenantId)
      .where('entry.user_id', '=', user.userId)
      .where('run.paused', '=', 0)
      .where('run.stopped', '=', 0)
      .where((eb) => eb.or([eb('entry.lease_owner', 'is', null), eb('entry.lease_until', '<', now)]))
      .where((eb) =>
        eb.not(
          eb.exists(
            eb
              .selectFrom('entry as other')
              .select('other.position')
              .whereRef('other.tenant_id', '=', 'entry.tenant_id')
              .whereRef('other.subject', '=', 'entry.subject')
              .where('other.ended_at', 'is', null)
              .where((or) =>
                or.or([
                  or('other.state', 'in', ['sending', 'verifying']),
                  or.and([or('other.state', '=', 'queued'), or('other.lease_until', '>=', now)]),
                ]),
              ),
          ),
        ),
      )
      .orderBy(sql`case when entry.run_size = 1 then 0 else 1 end`)
      .orderBy('entry.created_at')
      .orderBy('entry.run_id')
      .orderBy('entry.position')
      .limit(limit)
      .execute()
    return rows.map(toEntry)
  },

  /** Runs that were stopped while entries of them were on their way and came back unsent. */
  stoppedWithQueued: async (): Promise<string[]> => {
    const rows = await db
      .selectFrom('entry')
      .innerJoin('run', 'run.id', 'entry.run_id')
      .select('entry.run_id')
      .distinct()
      .where('entry.state', 'in', ['queued', 'held'])
      .where('entry.ended_at', 'is', null)
      .where('run.stopped', '=', 1)
      .execute()
    return rows.map((row) => row.run_id)
  },

  /** Takes a lease on a queued entry; `undefined` when somebody else has it or it has moved. Times are wall-clock ms. */
  claim: (entry: EntryRecord, owner: string, now: number, until: number): Promise<EntryRecord | undefined> =>
    together(async (trx) => {
      const changed = await trx
        .updateTable('entry')
        .set({ lease_owner: owner, lease_until: until })
        .where('run_id', '=', entry.runId)
        .where('position', '=', entry.position)
        .where('version', '=', entry.version)
        .where('state', '=', 'queued')
        .where((eb) => eb.or([eb('lease_owner', 'is', null), eb('lease_owner', '=', owner), eb('lease_until', '<', now)]))
        .executeTakeFirst()
      return Number(changed.numUpdatedRows) === 1 ? { ...entry, leaseOwner: owner } : undefined
    }),

  /** Gives back what `owner` had claimed and not sent, as an earlier process of the same server left it. */
  releaseAllOf: async (owner: string): Promise<void> => {
    await db
      .updateTable('entry')
      .set({ lease_owner: null, lease_until: null })
      .where('state', '=', 'queued')
      .where('ended_at', 'is', null)
      .where('lease_owner', '=', owner)
      .execute()
  },

  /** Gives leases on queued entries back. */
  release: (entries: readonly EntryRef[], waiting: EntryCore['waiting'], now: number): Promise<void> =>
    together(async (trx) => {
      const change = { lease_owner: null, lease_until: null }
      for (const { runId, position, version } of entries) {
        await trx
          .updateTable('entry')
          .set({ ...change, waiting, waiting_since: waiting === null ? null : now })
          .where('run_id', '=', runId)
          .where('position', '=', position)
          .where('version', '=', version)
          .where('state', '=', 'queued')
          .execute()
      }
    }),

  /** Says what an open entry waits for. Not a move: it changes nothing about what may happen next. */
  setWaiting: (entry: EntryRef, waiting: EntryCore['waiting'], now: number): Promise<void> =>
    together(async (trx) => {
      await trx
        .updateTable('entry')
        .set({ waiting, waiting_since: waiting === null ? null : now })
        .where('run_id', '=', entry.runId)
        .where('position', '=', entry.position)
        .where('version', '=', entry.version)
        .where('ended_at', 'is', null)
        .execute()
    }),

  /** Says of all queued entries of a user that they wait for a sign-in (since `now`, if they did not already), or no longer. */
  setSignInWait: async (user: UserKey, waits: boolean, now: number): Promise<void> => {
    await db
      .updateTable('entry')
      .set(waits ? { waiting: 'sign-in', waiting_since: now } : { waiting: null, waiting_since: null })
      .where('tenant_id', '=', user.tenantId)
      .where('user_id', '=', user.userId)
      .where('state', '=', 'queued')
      .where('ended_at', 'is', null)
      .where((eb) => (waits ? eb.or([eb('waiting', 'is', null), eb('waiting', '!=', 'sign-in')]) : eb('waiting', '=', 'sign-in')))
      .execute()
  },

  /** Queued entries that have waited for a sign-in since before `since`. */
  waitingForSignInSince: async (since: number): Promise<EntryRef[]> => {
    const rows = await db
      .selectFrom('entry')
      .select(['run_id as runId', 'position', 'version'])
      .where('state', '=', 'queued')
      .where('ended_at', 'is', null)
      .where('waiting', '=', 'sign-in')
      .where('waiting_since', '<', since)
      .execute()
    return rows
  },

  /** All open entries in one state. */
  inState: async (state: EntryState): Promise<EntryRecord[]> => {
    const rows = await entriesWithRun(db).where('entry.state', '=', state).where('entry.ended_at', 'is', null).execute()
    return rows.map(toEntry)
  },

  /** Entries being sent by an earlier process of `owner`, or under a lease that has run out: whoever was sending them is gone. */
  abandoned: async (owner: string, now: number): Promise<EntryRecord[]> => {
    const rows = await entriesWithRun(db)
      .where('entry.state', '=', 'sending')
      .where('entry.ended_at', 'is', null)
      .where((eb) => eb.or([eb('entry.lease_owner', '=', owner), eb('entry.lease_until', '<', now)]))
      .execute()
    return rows.map(toEntry)
  },

  /** Runs with entries that are held until a time, not until a word. */
  heldRuns: async (): Promise<{ runId: string; holdMs: number }[]> => {
    const rows = await db
      .selectFrom('entry')
      .innerJoin('run', 'run.id', 'entry.run_id')
      .select(['run.id as runId', 'run.hold_ms as holdMs'])
      .distinct()
      .where('entry.state', '=', 'held')
      .where('entry.endless', '=', 0)
      .where('entry.ended_at', 'is', null)
      .execute()
    return rows
  },
})

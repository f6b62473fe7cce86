import type { Migration } from '#platform/migrate.ts'

/** A person's handed-over run. Times are wall-clock milliseconds since 1970. */
export interface RunTable {
  id: string
  tenant_id: string
  user_id: string
  user_name: string
  /** SHA-256 of the draft as canonical JSON: the same id with another content is another run, and refused. */
  content_hash: string
  note: string | null
  hold_ms: number
  size: number
  /** Flags of the run, 0 or 1, looked at when an entry is about to be sent. */
  paused: number
  stopped: number
  created_at: number
  /** Whose list was being worked; null for one's own. */
  for_owner_id: string | null
  for_owner_name: string | null
  /** Passed on to the tenant with every request of the run. */
  accept_language: string | null
  /** When it was paused; null while it is not. */
  paused_at: number | null
}

/** One write: what is asked, what the person saw, and where it stands. `ended_at` is null while it is open. */
export interface EntryTable {
  run_id: string
  position: number
  tenant_id: string
  user_id: string
  /** Copied from the run, so that the queue is one indexed read: single-item runs go first. */
  run_size: number
  operation: string
  /** Empty for an action. */
  work_item_id: string
  approval_item_id: string | null
  /** The one person an action is about; null for one on many, and for a decision. */
  identity_id: string | null
  /** What entries go one after the other about: a work item, a person, or a chunk of people. */
  subject: string
  /** What the write is about inside its subject: the approval item, or empty for the whole; of an action its operation. */
  object: string
  /** JSON: the ticket and reason of an action; null without. */
  guard: string | null
  body: string | null
  seen: string
  state: string
  doubt: string | null
  /** 1: held until the person confirms. */
  endless: number
  attempt: number
  sent: string
  waiting: string | null
  waiting_since: number | null
  confirmed: number
  tracking_id: string | null
  problem: string | null
  created_at: number
  sent_at: number | null
  ended_at: number | null
  lease_owner: string | null
  lease_until: number | null
  /** Grows with every move; the number of the ledger line that records it, and the compare in compare-and-set. */
  version: number
}

/** The ledger: one line for each thing that happened to an entry, written in the transaction that made it happen, never changed. */
export interface EntryEventTable {
  run_id: string
  position: number
  seq: number
  at: number
  event: string
  from_state: string | null
  to_state: string
  detail: string | null
}

export interface RunTables {
  run: RunTable
  entry: EntryTable
  entry_event: EntryEventTable
}

/** In the order they were released; a released one never changes. */
export const runMigrations: readonly Migration[] = [
  {
    name: 'runs-1',
    up: [
      `create table run (
        id text primary key,
        tenant_id text not null,
        user_id text not null,
        user_name text not null,
        content_hash text not null,
        note text,
        hold_ms integer not null,
        size integer not null,
        paused integer not null,
        stopped integer not null,
        created_at bigint not null
      )`,
      `create index run_of_user on run (tenant_id, user_id, created_at)`,
      `create table entry (
        run_id text not null references run (id),
        position integer not null,
        tenant_id text not null,
        user_id text not null,
        run_size integer not null,
        operation text not null,
        work_item_id text not null,
        approval_item_id text,
        object text not null,
        body text,
        seen text not null,
        state text not null,
        doubt text,
        endless integer not null,
        attempt integer not null,
        sent text not null,
        waiting text,
        waiting_since bigint,
        confirmed integer not null,
        tracking_id text,
        problem text,
        created_at bigint not null,
        sent_at bigint,
        ended_at bigint,
        lease_owner text,
        lease_until bigint,
        version integer not null,
        primary key (run_id, position)
      )`,
      // At most one open entry for each object; that whole-item and item acts exclude each other is checked when a run is stored.
      `create unique index entry_one_open on entry (tenant_id, work_item_id, object) where ended_at is null`,
      `create index entry_open_state on entry (state, tenant_id, user_id) where ended_at is null`,
      `create index entry_open_user on entry (tenant_id, user_id, created_at) where ended_at is null`,
      `create index entry_of_user on entry (tenant_id, user_id, created_at)`,
      `create index entry_of_work_item on entry (tenant_id, work_item_id)`,
      `create table entry_event (
        run_id text not null,
        position integer not null,
        seq integer not null,
        at bigint not null,
        event text not null,
        from_state text,
        to_state text not null,
        detail text,
        primary key (run_id, position, seq),
        foreign key (run_id, position) references entry (run_id, position)
      )`,
    ],
  },
]

export const ownerMigrations: readonly Migration[] = [
  {
    name: 'runs-2',
    up: [
      'alter table run add column for_owner_id text',
      'alter table run add column for_owner_name text',
      'alter table run add column accept_language text',
    ],
  },
]

export const pauseMigrations: readonly Migration[] = [
  {
    name: 'runs-3',
    up: [
      'alter table run add column paused_at bigint',
      // The few that are paused, among all runs there ever were.
      'create index run_paused on run (paused_at) where paused = 1',
    ],
  },
]

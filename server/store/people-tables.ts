import type { Migration } from '#platform/migrate.ts'

/** Whom an action is about: one row for each person of an entry, and one with an empty id for "everyone uninvited". */
export interface EntryPersonTable {
  tenant_id: string
  identity_id: string
  operation: string
  run_id: string
  position: number
  /** 1 until the entry has ended: at most one open entry for each person and operation. */
  open: number
}

/** The tenant's background work for an accepted action. Times are wall-clock ms; `ended_at` is null while it is followed. */
export interface TaskTable {
  run_id: string
  position: number
  /** Null when the answer named none. */
  task_id: string | null
  state: string
  status: string | null
  percent: number | null
  progress: string | null
  /** JSON: `[{type, text}]`. */
  messages: string
  /** JSON: numbers by name. */
  figures: string
  waiting: string | null
  started_at: number
  checked_at: number | null
  ended_at: number | null
}

export interface PeopleTables {
  entry_person: EntryPersonTable
  task: TaskTable
}

/** Actions on people: to the end of all migrations, since `entry` gets what they need. */
export const peopleMigrations: readonly Migration[] = [
  {
    name: 'people-1',
    up: [
      `alter table entry add column subject text not null default ''`,
      `alter table entry add column identity_id text`,
      `alter table entry add column guard text`,
      `update entry set subject = work_item_id`,
      `drop index entry_one_open`,
      `create unique index entry_one_open on entry (tenant_id, subject, object) where ended_at is null`,
      `create table entry_person (
        tenant_id text not null,
        identity_id text not null,
        operation text not null,
        run_id text not null,
        position integer not null,
        open integer not null,
        primary key (run_id, position, identity_id),
        foreign key (run_id, position) references entry (run_id, position)
      )`,
      `create unique index entry_person_one_open on entry_person (tenant_id, operation, identity_id) where open = 1`,
      `create index entry_person_of on entry_person (tenant_id, identity_id, operation)`,
      `create index entry_person_acts on entry_person (tenant_id, operation)`,
      `create table task (
        run_id text not null,
        position integer not null,
        task_id text,
        state text not null,
        status text,
        percent integer,
        progress text,
        messages text not null,
        figures text not null,
        waiting text,
        started_at bigint not null,
        checked_at bigint,
        ended_at bigint,
        primary key (run_id, position),
        foreign key (run_id, position) references entry (run_id, position)
      )`,
      `create index task_open on task (started_at) where ended_at is null`,
    ],
  },
]

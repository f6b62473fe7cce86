import type { Migration } from '#platform/migrate.ts'

/** A person's named search of the inbox. */
interface ViewTable {
  readonly tenant_id: string
  readonly user_id: string
  readonly view_id: string
  readonly name: string
  /** The name as it is compared: two names that look alike are one. */
  readonly name_key: string
  readonly query: string
}

/** A work item that a person has set aside until a time (ms since 1970). */
interface SnoozeTable {
  readonly tenant_id: string
  readonly user_id: string
  readonly work_item_id: string
  readonly until: number
}

export interface PreferenceTables {
  readonly view: ViewTable
  readonly snooze: SnoozeTable
}

export const preferenceMigrations: readonly Migration[] = [
  {
    name: 'preferences-1',
    up: [
      `create table view (
        tenant_id text not null,
        user_id text not null,
        view_id text not null,
        name text not null,
        name_key text not null,
        query text not null,
        primary key (tenant_id, user_id, view_id)
      )`,
      'create unique index view_name on view (tenant_id, user_id, name_key)',
      `create table snooze (
        tenant_id text not null,
        user_id text not null,
        work_item_id text not null,
        until bigint not null,
        primary key (tenant_id, user_id, work_item_id)
      )`,
    ],
  },
]

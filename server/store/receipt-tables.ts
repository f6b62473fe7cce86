import type { Migration } from '#platform/migrate.ts'

/** One line for each entry that has ended, written in the transaction that ended it, never changed; each hashed with the one before. */
interface ReceiptTable {
  readonly tenant_id: string
  /** From 1, without gaps, for each tenant. */
  readonly number: number
  readonly run_id: string
  readonly position: number
  readonly actor_id: string
  /** In lower case, as what follows: for searching. */
  readonly actor: string
  readonly subject: string
  readonly operation: string
  readonly state: string
  readonly ended_at: number
  /** The cells of the receipt, a JSON array of texts: what the hash is about. */
  readonly content: string
  readonly hash: string
}

export interface ReceiptTables {
  readonly receipt: ReceiptTable
}

export const receiptMigrations: readonly Migration[] = [
  {
    name: 'receipts-1',
    up: [
      `create table receipt (
        tenant_id text not null,
        number integer not null,
        run_id text not null,
        position integer not null,
        actor_id text not null,
        actor text not null,
        subject text not null,
        operation text not null,
        state text not null,
        ended_at bigint not null,
        content text not null,
        hash text not null,
        primary key (tenant_id, number),
        unique (run_id, position),
        foreign key (run_id, position) references entry (run_id, position)
      )`,
      'create index receipt_of_actor on receipt (tenant_id, actor_id, number)',
    ],
  },
]

import type { Migration } from '#platform/migrate.ts'
import { peopleMigrations } from './people-tables.ts'
import { preferenceMigrations } from './preference-tables.ts'
import { receiptMigrations } from './receipt-tables.ts'
import { ownerMigrations, pauseMigrations, runMigrations } from './run-tables.ts'
import { sessionMigrations } from './session-tables.ts'

/** Every step of the store's schema, in the order they were released: a new one goes to the end, whatever table it is about. */
export const migrations: readonly Migration[] = [
  ...sessionMigrations,
  ...runMigrations,
  ...preferenceMigrations,
  ...ownerMigrations,
  ...receiptMigrations,
  ...peopleMigrations,
  ...pauseMigrations,
]

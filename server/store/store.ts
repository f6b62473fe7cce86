import { join } from 'node:path'
import type { Kysely } from 'kysely'
import { migrate } from '#platform/migrate.ts'
import { openSqlite } from '#platform/sqlite.ts'
import { migrations } from './migrations.ts'
import type { Schema } from './schema.ts'

export type Store = Kysely<Schema>

/** Opens `dataDir`/desk.sqlite (or `:memory:`) and brings it forward; raises `MigrationError` when the file is from a newer release. */
export async function openStore(dataDir: string): Promise<Store> {
  const store = openSqlite<Schema>(dataDir === ':memory:' ? dataDir : join(dataDir, 'desk.sqlite'))
  await migrate(store, migrations)
  return store
}

import { join } from 'node:path'
import type { Kysely, Transaction } from 'kysely'
import { migrate } from '#platform/migrate.ts'
import { openSqlite } from '#platform/sqlite.ts'
import { migrations } from './migrations.ts'
import type { SandboxSchema } from './schema.ts'

/** The tenant's database. */
export type SandboxStore = Kysely<SandboxSchema>
/** Inside one transaction of it. */
export type SandboxTransaction = Transaction<SandboxSchema>

/** Opens the tenant's file in `dataDir` (`:memory:` for a test without a file) and brings its schema up to date. */
export async function openStore(dataDir: string): Promise<SandboxStore> {
  const store = openSqlite<SandboxSchema>(dataDir === ':memory:' ? dataDir : join(dataDir, 'sandbox.sqlite'))
  await migrate(store, migrations)
  return store
}

import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import type { Kysely } from 'kysely'

/** One step forward. `up` lists SQL statements that SQLite and PostgreSQL both know; once released it never changes. */
export interface Migration {
  readonly name: string
  readonly up: readonly string[]
}

/** The database and this program do not fit: a newer schema, or a released migration that was edited. */
export class MigrationError extends Error {
  override readonly name = 'MigrationError'
}

const checksumOf = (migration: Migration) => createHash('sha256').update(migration.up.join(';\n')).digest('hex')

/**
 * Brings the database forward to the last of `migrations`, all in one transaction: after a crash it is the old schema or the new one.
 * Raises `MigrationError` when the database knows a migration this program does not, or one whose text has changed since.
 */
export async function migrate<Schema>(db: Kysely<Schema>, migrations: readonly Migration[]): Promise<void> {
  await db.transaction().execute(async (trx) => {
    await sql`create table if not exists migration (position integer primary key, name text not null, checksum text not null)`.execute(
      trx,
    )
    const applied = (
      await sql<{ name: string; checksum: string }>`select name, checksum from migration order by position`.execute(trx)
    ).rows
    if (applied.length > migrations.length) {
      throw new MigrationError(
        `The database is newer than this program: it has "${applied.at(-1)?.name}". Start a newer release.`,
      )
    }
    for (const [position, migration] of migrations.entries()) {
      const checksum = checksumOf(migration)
      const before = applied[position]
      if (before && (before.name !== migration.name || before.checksum !== checksum)) {
        throw new MigrationError(`Migration "${before.name}" in the database is not the "${migration.name}" of this program.`)
      }
      if (before) continue
      for (const statement of migration.up) await sql.raw(statement).execute(trx)
      await sql`insert into migration (position, name, checksum) values (${position}, ${migration.name}, ${checksum})`.execute(
        trx,
      )
    }
  })
}

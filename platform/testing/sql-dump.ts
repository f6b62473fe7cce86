/** A whole SQLite database as text and back, for fixtures of released schemas; test support. */
import { sql } from 'kysely'
import type { Kysely } from 'kysely'

/** The statements that made the schema: of the tables, or of what stands on them. */
export async function schemaOf<Schema>(store: Kysely<Schema>, part: 'tables' | 'rest'): Promise<string[]> {
  const { rows } = await sql<{ type: string; sql: string }>`
    select type, sql from sqlite_master where sql is not null and name not like 'sqlite_%' order by type, name`.execute(store)
  return rows.filter(({ type }) => (type === 'table') === (part === 'tables')).map((row) => row.sql)
}

function quoted(value: unknown): string {
  if (typeof value === 'string') return `'${value.replaceAll("'", "''")}'`
  return value === null ? 'null' : JSON.stringify(value)
}

/** Tables, every row, then what stands on the tables. Statements end with a semicolon and an empty line. */
export async function dump<Schema>(store: Kysely<Schema>): Promise<string> {
  const tables = await sql<{ name: string }>`
    select name from sqlite_master where type = 'table' and name not like 'sqlite_%' order by name`.execute(store)
  const inserts: string[] = []
  for (const { name } of tables.rows) {
    const { rows } = await sql<Record<string, unknown>>`select * from ${sql.table(name)} order by rowid`.execute(store)
    for (const row of rows) {
      const columns = Object.keys(row)
        .map((column) => `"${column}"`)
        .join(', ')
      inserts.push(`insert into ${name} (${columns}) values (${Object.values(row).map(quoted).join(', ')})`)
    }
  }
  return `${[...(await schemaOf(store, 'tables')), ...inserts, ...(await schemaOf(store, 'rest'))].join(';\n\n')};\n`
}

/** Makes an empty database what `dump` wrote. */
export async function load<Schema>(store: Kysely<Schema>, text: string): Promise<void> {
  await store.transaction().execute(async (trx) => {
    await sql`pragma defer_foreign_keys = on`.execute(trx)
    for (const statement of text.split(/;\n(?:\n|$)/)) if (statement.trim() !== '') await sql.raw(statement).execute(trx)
  })
}

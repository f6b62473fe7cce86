import { mkdirSync } from 'node:fs'
import { dirname } from 'node:path'
import Libsql from 'libsql'
import { Kysely, SqliteDialect } from 'kysely'
import type { SqliteDatabase } from 'kysely'

type Bindable = string | number | bigint | null | Uint8Array

/**
 * What the driver accepts for a parameter. libsql aborts the whole process (a Rust panic, no exception) on a boolean and on some other
 * values, so booleans become 0/1 here and anything else it does not know is a TypeError before it gets there.
 */
export function toBindable(value: unknown): Bindable {
  if (typeof value === 'boolean') return value ? 1 : 0
  if (value === null || typeof value === 'string' || typeof value === 'bigint' || value instanceof Uint8Array) return value
  if (typeof value === 'number' && Number.isFinite(value)) return value
  throw new TypeError(`A database parameter must be text, a finite number, null or bytes, not ${describe(value)}`)
}

function describe(value: unknown): string {
  if (typeof value === 'number') return String(value)
  return value === undefined ? 'undefined' : typeof value === 'object' ? (value?.constructor?.name ?? 'object') : typeof value
}

// The driver takes its parameters only as one array; a lone null or object argument throws or aborts.
const bind = (parameters: ReadonlyArray<unknown>) => parameters.map(toBindable)

/** How many statements are kept ready, and how long the text of one may be: what names hundreds of rows hardly comes again. */
const KEPT = 200
const KEPT_LENGTH = 4_000

/**
 * Preparing takes longer than most of our statements do, so those used last are kept. SQLite prepares them anew by itself when the schema
 * changes; none is left half way, since `all` reads to the end.
 */
function keepPrepared(database: Libsql.Database) {
  const kept = new Map<string, Libsql.Statement>()
  const prepared = (sql: string): Libsql.Statement => {
    const statement = kept.get(sql) ?? database.prepare(sql)
    if (sql.length > KEPT_LENGTH) return statement
    // The order of a map is that of putting in: the first is the one not used for longest.
    kept.delete(sql)
    kept.set(sql, statement)
    const [oldest] = kept.keys()
    if (kept.size > KEPT && oldest !== undefined) kept.delete(oldest)
    return statement
  }
  return { prepared, forget: () => kept.clear() }
}

function guardDatabase(database: Libsql.Database): SqliteDatabase {
  const { prepared, forget } = keepPrepared(database)
  return {
    close: () => {
      forget()
      database.close()
    },
    // A deferred transaction that turns to writing fails at once when another process writes; an immediate one waits busy_timeout.
    prepare: (text) => {
      const sql = text === 'begin' ? 'begin immediate' : text
      const statement = prepared(sql)
      return {
        reader: statement.reader,
        all: (parameters) => statement.all(bind(parameters)),
        run: (parameters) => statement.run(bind(parameters)),
        // Whoever reads row by row may stop half way, or run another query meanwhile: one of its own.
        iterate: (parameters) => database.prepare(sql).iterate(bind(parameters)),
      }
    },
  }
}

/**
 * Opens (or creates) the SQLite file at `path` for Kysely. Durable: WAL with `synchronous=FULL`, so an acknowledged commit survives
 * `kill -9` and a power cut. Waits up to 5,000 ms for another process's write. `path` may be `:memory:` in tests.
 */
export function openSqlite<Schema>(path: string): Kysely<Schema> {
  if (path !== ':memory:') mkdirSync(dirname(path), { recursive: true })
  const database = new Libsql(path)
  for (const pragma of ['busy_timeout=5000', 'journal_mode=wal', 'synchronous=full', 'foreign_keys=on']) database.pragma(pragma)
  return new Kysely<Schema>({ dialect: new SqliteDialect({ database: guardDatabase(database) }) })
}

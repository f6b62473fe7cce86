import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { migrate, MigrationError } from './migrate.ts'
import { openSqlite } from './sqlite.ts'

const first = { name: '001-first', up: ['create table a (id integer)'] }
const second = { name: '002-second', up: ['create table b (id integer)', 'insert into b values (1)'] }

test('migrations are applied once, in order', async () => {
  const db = openSqlite<{ b: { id: number } }>(':memory:')
  await migrate(db, [first])
  await migrate(db, [first, second])
  await migrate(db, [first, second])
  expect(await db.selectFrom('b').selectAll().execute()).toEqual([{ id: 1 }])
})

test('a database from a newer release is refused', async () => {
  const db = openSqlite(':memory:')
  await migrate(db, [first, second])
  await expect(migrate(db, [first])).rejects.toThrow(MigrationError)
})

test('an edited migration is refused', async () => {
  const db = openSqlite(':memory:')
  await migrate(db, [first])
  await expect(migrate(db, [{ ...first, up: ['create table a (id text)'] }])).rejects.toThrow(/001-first/)
})

test('a migration that fails half-way leaves the old schema', async () => {
  const db = openSqlite(':memory:')
  await expect(migrate(db, [first, { name: '002', up: ['create table c (id integer)', 'not sql'] }])).rejects.toThrow(
    /syntax error/,
  )
  const tables = await sql<{ name: string }>`select name from sqlite_master where type = 'table'`.execute(db)
  expect(tables.rows).toEqual([])
})

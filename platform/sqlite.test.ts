import { expect, test } from 'vitest'
import { sql } from 'kysely'
import { openSqlite, toBindable } from './sqlite.ts'

interface Schema {
  flag: { id: number; on: number; note: string | null }
}

test('booleans are stored as 0 and 1 instead of ending the process', async () => {
  const db = openSqlite<Schema>(':memory:')
  await sql`create table flag (id integer primary key, "on" integer not null, note text)`.execute(db)
  await sql`insert into flag (id, "on", note) values (${1}, ${true}, ${null}), (${2}, ${false}, ${'no'})`.execute(db)
  expect(await db.selectFrom('flag').selectAll().orderBy('id').execute()).toEqual([
    { id: 1, on: 1, note: null },
    { id: 2, on: 0, note: 'no' },
  ])
  await db.destroy()
})

test.each([[undefined], [Number.NaN], [{ a: 1 }], [new Date(0)], [() => 1]])(
  '%s is refused before it reaches the driver',
  (value) => {
    expect(() => toBindable(value)).toThrow(TypeError)
  },
)

test('a failed transaction leaves nothing behind', async () => {
  const db = openSqlite<Schema>(':memory:')
  await sql`create table flag (id integer primary key, "on" integer not null, note text)`.execute(db)
  const attempt = db.transaction().execute(async (trx) => {
    await trx.insertInto('flag').values({ id: 1, on: 1, note: null }).execute()
    await trx.insertInto('flag').values({ id: 1, on: 1, note: null }).execute()
  })
  await expect(attempt).rejects.toThrow(/UNIQUE/)
  expect(await db.selectFrom('flag').selectAll().execute()).toEqual([])
  await db.destroy()
})

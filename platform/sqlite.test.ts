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

test('a statement that comes again and again stays itself: after a failure, a rollback and a change of the schema', async () => {
  const db = openSqlite<Schema>(':memory:')
  await sql`create table flag (id integer primary key, "on" integer not null, note text)`.execute(db)
  const add = (id: number) => db.insertInto('flag').values({ id, on: 1, note: null }).execute()
  const all = () => db.selectFrom('flag').selectAll().orderBy('id').execute()
  await add(1)
  await expect(add(1)).rejects.toThrow(/UNIQUE/)
  const undone = db.transaction().execute(async (trx) => {
    await trx.insertInto('flag').values({ id: 2, on: 1, note: null }).execute()
    throw new Error('no')
  })
  await expect(undone).rejects.toThrow('no')
  await add(2)
  expect(await all()).toEqual([
    { id: 1, on: 1, note: null },
    { id: 2, on: 1, note: null },
  ])
  await sql`alter table flag add column more text default 'new'`.execute(db)
  await add(3)
  expect((await all()).map(({ id, ...rest }) => [id, rest])).toEqual(
    [1, 2, 3].map((id) => [id, { on: 1, note: null, more: 'new' }]),
  )
  await db.destroy()
})

test('more statements than are kept, and longer ones, do what they say', async () => {
  const db = openSqlite<Schema>(':memory:')
  const numbers = Array.from({ length: 500 }, (_, index) => index)
  const answers = []
  for (const number of [...numbers, ...numbers])
    answers.push(...(await sql<{ number: number }>`select ${sql.lit(number)} as number`.execute(db)).rows)
  expect(answers.map(({ number }) => number)).toEqual([...numbers, ...numbers])
  const long = await sql<{ text: string }>`select ${sql.lit('x'.repeat(10_000))} as text`.execute(db)
  expect(long.rows[0]?.text).toHaveLength(10_000)
  await db.destroy()
})

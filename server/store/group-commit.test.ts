import { sql } from 'kysely'
import type { Kysely, Transaction } from 'kysely'
import { expect, onTestFinished, test } from 'vitest'
import { createGroupCommit } from './group-commit.ts'
import type { Schema } from './schema.ts'
import { openStore } from './store.ts'

/** A store that notes its transactions, and turns of the event loop that come when the test says. */
async function bench() {
  const db = await openStore(':memory:')
  onTestFinished(() => db.destroy())
  const log: string[] = []
  const noted = new Proxy(db, {
    get: (target, name) =>
      name === 'transaction'
        ? () => ({
            execute: async (act: (trx: Transaction<Schema>) => Promise<unknown>) => {
              log.push('begin')
              const value = await target.transaction().execute(act)
              log.push('committed')
              return value
            },
          })
        : Reflect.get(target, name, target),
  })
  const turns: (() => void)[] = []
  const together = createGroupCommit(noted, (act) => turns.push(act))
  const turn = () => turns.splice(0).forEach((act) => act())
  const snooze = (workItemId: string) => (trx: Transaction<Schema>) =>
    trx.insertInto('snooze').values({ tenant_id: 't', user_id: 'u', work_item_id: workItemId, until: 1 }).execute()
  /** Asks for it, and notes how it ended. */
  const ask = (name: string, work: (trx: Transaction<Schema>) => Promise<unknown> = snooze(name)) =>
    together(async (trx) => {
      log.push(`does ${name}`)
      return work(trx)
    }).then(
      () => log.push(`${name} stored`),
      (error: unknown) => log.push(`${name} failed: ${error instanceof Error ? error.message : 'otherwise'}`),
    )
  return { db, log, turns, turn, ask, snooze }
}

const stored = async (db: Kysely<Schema>) =>
  (
    await db
      .selectFrom('snooze')
      .select('work_item_id')
      .orderBy(sql`rowid`)
      .execute()
  ).map((row) => row.work_item_id)

/** What can only be found wrong at the commit: a line of the ledger about an entry that does not exist. */
const wrongAtCommit = async (trx: Transaction<Schema>) => {
  await sql`pragma defer_foreign_keys = on`.execute(trx)
  await trx
    .insertInto('entry_event')
    .values({ run_id: 'none', position: 0, seq: 1, at: 1, event: 'x', from_state: null, to_state: 'held', detail: null })
    .execute()
}

test('what is asked for in one turn is committed once, in the order of asking, and nobody is told before', async () => {
  const { db, log, turn, ask } = await bench()
  const asked = ['c', 'a', 'b'].map((name) => ask(name))
  expect(log).toEqual([])
  turn()
  await Promise.all(asked)
  expect(log).toEqual(['begin', 'does c', 'does a', 'does b', 'committed', 'c stored', 'a stored', 'b stored'])
  expect(await stored(db)).toEqual(['c', 'a', 'b'])
})

test('what is asked for during a commit waits for the next one', async () => {
  const { log, turn, turns, ask } = await bench()
  let late: Promise<unknown> = Promise.resolve()
  const first = ask('first', async () => {
    late = ask('late')
  })
  turn()
  await first
  expect(log).toEqual(['begin', 'does first', 'committed', 'first stored'])
  await expect.poll(() => turns).toHaveLength(1)
  turn()
  await late
  expect(log.slice(4)).toEqual(['begin', 'does late', 'committed', 'late stored'])
})

test('a commit that fails fails everybody of its group, stores nothing, and the next group is stored', async () => {
  const { db, log, turn, turns, ask } = await bench()
  const asked = [ask('a'), ask('wrong', wrongAtCommit), ask('b')]
  turn()
  await Promise.all(asked)
  expect(log.slice(4)).toEqual(['a', 'wrong', 'b'].map((name) => `${name} failed: FOREIGN KEY constraint failed`))
  expect([await stored(db), turns]).toEqual([[], []])
  const again = ask('a')
  turn()
  await again
  expect(await stored(db)).toEqual(['a'])
})

test('a work that fails fails alone; the others are stored, still in order', async () => {
  const { db, log, turn, ask, snooze } = await bench()
  const asked = [
    ask('a'),
    ask('wrong', async (trx) => {
      await snooze('of the wrong one')(trx)
      throw new Error('not like this')
    }),
    ask('b'),
  ]
  turn()
  await Promise.all(asked)
  expect(log.filter((line) => !/^(begin|committed|does)/.test(line))).toEqual([
    'a stored',
    'wrong failed: not like this',
    'b stored',
  ])
  expect(await stored(db)).toEqual(['a', 'b'])
})

test('a store that cannot begin fails everybody', async () => {
  const { db, log, turn, ask } = await bench()
  await db.destroy()
  const asked = [ask('a'), ask('b')]
  turn()
  await Promise.all(asked)
  expect(log.map((line) => line.replace(/:.*/, ''))).toEqual(['begin', 'a failed', 'b failed'])
})

test('a full disk fails everybody, one by one, and what is asked for when there is room again is stored', async () => {
  const { db, log, turn, ask, snooze } = await bench()
  const { rows } = await sql<{ page_count: number }>`pragma page_count`.execute(db)
  await sql`pragma max_page_count = ${sql.lit(rows[0]?.page_count ?? 0)}`.execute(db)
  const big = (name: string) => snooze(name + 'x'.repeat(100_000))
  const asked = ['a', 'b'].map((name) => ask(name, big(name)))
  turn()
  await Promise.all(asked)
  // SQLite has ended the transaction by itself, and says of both only that.
  expect(log.filter((line) => / (stored|failed)/.test(line)).map((line) => line.replace(/:.*/, ''))).toEqual([
    'a failed',
    'b failed',
  ])
  expect(await stored(db)).toEqual([])
  await sql`pragma max_page_count = 1000000`.execute(db)
  const again = ['a', 'b'].map((name) => ask(name))
  turn()
  await Promise.all(again)
  expect(await stored(db)).toEqual(['a', 'b'])
})

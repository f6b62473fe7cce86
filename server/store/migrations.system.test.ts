/** Promise R4: every schema of the desk's store that was released is kept as a fixture and upgraded. */
import { readdirSync, readFileSync } from 'node:fs'
import { mkdir, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import type { Kysely } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { migrate, MigrationError } from '#platform/migrate.ts'
import { openSqlite } from '#platform/sqlite.ts'
import { dump, load, schemaOf } from '#platform/testing/sql-dump.ts'
import { verifyStore } from '../receipts/verify.ts'
import { migrations } from './migrations.ts'
import { createReceiptStore } from './receipts.ts'
import { createRunStore } from './runs.ts'
import type { Schema } from './schema.ts'
import { openStore } from './store.ts'

const FIXTURES = 'server/store/fixtures'
const levels = migrations.map(({ name }) => name)
const fixtureOf = (level: string): string => join(FIXTURES, `${level}.sql`)
const me = { tenantId: 'acme', userId: 'me' }

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'desk-migrations-'))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

const open = (file: string): Kysely<Schema> => openSqlite<Schema>(file)

/** What each release had to lose, by the migration that made room for it. */
const ROWS: Readonly<Record<string, readonly string[]>> = {
  'runs-1': [
    `insert into run values ('r1', 'acme', 'me', 'Mia', 'h', 'Q1', 0, 2, 0, 0, 1)`,
    ...['done', 'held'].map(
      (
        state,
        position,
      ) => `insert into entry (run_id, position, tenant_id, user_id, run_size, operation, work_item_id, approval_item_id,
        object, body, seen, state, endless, attempt, sent, confirmed, created_at, sent_at, ended_at, version) values ('r1', ${position}, 'acme',
        'me', 2, 'approveApprovalItem', 'w${position}', 'a', 'a', null,
        '{"ageMs":0,"name":"It''s one","state":null,"modified":null,"approvalItems":[]}', '${state}', 0, ${1 - position},
        '${position === 0 ? 'yes' : 'no'}', 0, 1, null, ${position === 0 ? 2 : 'null'}, 1)`,
    ),
    `insert into entry_event values ('r1', 0, 1, 1, 'handed-over', null, 'held', null)`,
  ],
}

/** A database as the release with this many migrations left it. */
async function asReleased(store: Kysely<Schema>, count: number): Promise<void> {
  for (const [place, { name }] of migrations.slice(0, count).entries()) {
    await migrate(store, migrations.slice(0, place + 1))
    for (const statement of ROWS[name] ?? []) await sql.raw(statement).execute(store)
  }
}

test.each(levels)('R4 the schema of %s is still the one that was released', async (level) => {
  const store = open(':memory:')
  await asReleased(store, levels.indexOf(level) + 1)
  // A new migration writes its fixture here the first time; one that was released never changes again.
  await expect(await dump(store)).toMatchFileSnapshot(join('..', '..', fixtureOf(level)))
  await store.destroy()
})

test('R4 there is one fixture per migration, and none is forgotten', () => {
  expect(readdirSync(FIXTURES).sort()).toEqual(levels.map((level) => `${level}.sql`).sort())
})

test.each(levels)('R4 a store of %s becomes one of today, keeps its rows, and goes on', async (level) => {
  const fresh = open(':memory:')
  await migrate(fresh, migrations)
  const dataDir = join(folder, level)
  await mkdir(dataDir)
  const old = open(join(dataDir, 'desk.sqlite'))
  await load(old, readFileSync(fixtureOf(level), 'utf8'))
  await old.destroy()

  const store = await openStore(dataDir)
  for (const part of ['tables', 'rest'] as const) expect(await schemaOf(store, part)).toEqual(await schemaOf(fresh, part))
  const [runs, receipts] = [createRunStore(store), createReceiptStore(store)]
  await receipts.sealEnded()
  expect((await verifyStore(receipts)).every(({ holds }) => holds)).toBe(true)
  const hadRuns = levels.indexOf(level) >= levels.indexOf('runs-1')
  const entries = await runs.entries('r1')
  expect(entries.map(({ state, subject }) => [state, subject])).toEqual(
    hadRuns
      ? [
          ['done', 'w0'],
          ['held', 'w1'],
        ]
      : [],
  )
  expect(await runs.moveChosen('r1', 'all', { type: 'taken-back' }, 5)).toEqual(hadRuns ? [1] : [])
  expect(await runs.countOpen(me)).toBe(0)
  expect((await sql<{ integrity_check: string }>`pragma integrity_check`.execute(store)).rows[0]?.integrity_check).toBe('ok')
  await fresh.destroy()
  await store.destroy()
})

test('R4 a newer store is refused and left as it is', async () => {
  const dataDir = join(folder, 'newer')
  await mkdir(dataDir)
  const newer = await openStore(dataDir)
  await migrate(newer, [...migrations, { name: 'tomorrow-1', up: ['create table tomorrow (id integer)'] }])
  const before = await dump(newer)
  await newer.destroy()
  await expect(openStore(dataDir)).rejects.toThrow(MigrationError)
  const after = open(join(dataDir, 'desk.sqlite'))
  expect(await dump(after)).toBe(before)
  await after.destroy()
})

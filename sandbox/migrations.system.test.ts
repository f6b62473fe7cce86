import { spawn } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import { mkdir, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { migrate, MigrationError } from '#platform/migrate.ts'
import { openSqlite } from '#platform/sqlite.ts'
import { dump, load, schemaOf } from '#platform/testing/sql-dump.ts'
import { migrations } from './store/migrations.ts'
import { openStore } from './store/open.ts'
import type { SandboxStore } from './store/open.ts'
import type { SandboxSchema } from './store/schema.ts'
import { startTestSandbox } from './testing/test-sandbox.ts'

const FIXTURES = 'sandbox/store/fixtures'
/** `0001` for "0001 company, …". */
const levels = migrations.map(({ name }) => name.slice(0, 4))
const fixtureOf = (level: string): string => join(FIXTURES, `${level}.sql`)

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'sandbox-migrations-'))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

const open = (file: string): SandboxStore => openSqlite<SandboxSchema>(file)

/** A little of everything the first schema holds, so that an upgrade has something to lose. */
const rowsOfTheFirstSchema = [
  `insert into identity (id, name, alias, firstname, lastname, email, name_key, alias_key, firstname_key, lastname_key, email_key, status,
    processing_state, correlated, protected, manager_id, manager_name, is_manager, created, modified, last_refresh, lifecycle_state, attributes,
    persona, authorities) values ('i1', 'Ada', 'ada', 'Ada', 'B', null, 'ada', 'ada', 'ada', 'b', null, 'REGISTERED', 'OK', 1, 0, null, null, 1, 1, 1,
    null, null, '{}', 'manager', '[]')`,
  `insert into work_item (id, name, description, type, state, is_open, owner_id, owner_name, requester_id, requester_name, created, modified,
    completed, num_items, errors, has_approval_items, remediation_items, form, account_selection) values ('w1', 'It''s one', 'd', 'Approval',
    'Pending', 1, 'i1', 'Ada', null, null, 1, null, null, 2, '[]', 1, null, null, null)`,
  `insert into approval_item values ('a1', 'w1', 0, 'ada', 'Ledger', 'groups', 'add', 'x', 'Finished'), ('a2', 'w1', 1, null, 'Ledger', null, 'add', null, null)`,
  `insert into effect (at, operation, "by", work_item_id, approval_item_id, identity_id) values (2, 'approveApprovalItem', 'i1', 'w1', 'a1', null)`,
  `insert into forward (at, work_item_id, from_id, to_id, by_id, comment, send_notifications) values (1, 'w1', null, 'i1', 'i1', 'c', 1)`,
  `insert into oauth_grant values ('g1', 'c', 'i1', 's', 1, null)`,
  `insert into oauth_token values ('t1', 'g1', 'refresh', 9, null, null)`,
  `insert into setting values ('seeded', '{"seed":20,"at":1}')`,
]

/** A database as the release with this many migrations left it. */
async function asReleased(store: SandboxStore, count: number): Promise<void> {
  await migrate(store, migrations.slice(0, 1))
  for (const statement of rowsOfTheFirstSchema) await sql.raw(statement).execute(store)
  await migrate(store, migrations.slice(0, count))
}

describe('R4 every schema that was released can be upgraded', () => {
  test.each(levels)('R4 the schema of %s is still the one that was released', async (level) => {
    const store = open(':memory:')
    await asReleased(store, levels.indexOf(level) + 1)
    // A new migration writes its fixture here the first time; one that was released never changes again.
    await expect(await dump(store)).toMatchFileSnapshot(join('..', fixtureOf(level)))
    await store.destroy()
  })

  test('R4 there is one fixture per migration, and none is forgotten', () => {
    expect(readdirSync(FIXTURES).sort()).toEqual(levels.map((level) => `${level}.sql`))
  })

  test.each(levels)('R4 a database of %s becomes one of today and keeps its rows', async (level) => {
    const fresh = open(':memory:')
    await migrate(fresh, migrations)
    const dataDir = join(folder, level)
    await mkdir(dataDir)
    const old = open(join(dataDir, 'sandbox.sqlite'))
    await load(old, readFileSync(fixtureOf(level), 'utf8'))
    await old.destroy()

    const store = await openStore(dataDir)
    for (const part of ['tables', 'rest'] as const) expect(await schemaOf(store, part)).toEqual(await schemaOf(fresh, part))
    expect(await store.selectFrom('approval_item').select(['id', 'state']).orderBy('id').execute()).toEqual([
      { id: 'a1', state: 'Finished' },
      { id: 'a2', state: null },
    ])
    expect(await store.selectFrom('effect').select(['seq', 'approval_item_id']).execute()).toEqual([
      { seq: 1, approval_item_id: 'a1' },
    ])
    expect(await store.selectFrom('identity').select(['id', 'persona']).execute()).toEqual([{ id: 'i1', persona: 'manager' }])
    expect((await sql<{ integrity_check: string }>`pragma integrity_check`.execute(store)).rows[0]?.integrity_check).toBe('ok')
    await fresh.destroy()
    await store.destroy()
  })

  test('R4 a tenant seeded by the first release goes on with this one', async () => {
    const dataDir = join(folder, 'seeded')
    await mkdir(dataDir)
    const old = open(join(dataDir, 'sandbox.sqlite'))
    await load(old, readFileSync(fixtureOf('0001'), 'utf8'))
    await old.destroy()
    const sandbox = await startTestSandbox({ dataDir })
    expect((await sandbox.call('manager', 'POST', '/beta/work-items/w1/approve/a2')).status).toBe(200)
    expect((await sandbox.call('manager', 'POST', '/beta/work-items/w1/reject/a1')).status).toBe(400)
    await sandbox.close()
  })
})

describe('R4 what does not fit is refused', () => {
  test('R4 a newer database is refused and left as it is', async () => {
    const dataDir = join(folder, 'newer')
    const newer = await openStore(dataDir)
    await migrate(newer, [...migrations, { name: '9999 of tomorrow', up: ['create table tomorrow (id integer)'] }])
    const before = await dump(newer)
    await newer.destroy()
    await expect(openStore(dataDir)).rejects.toThrow(MigrationError)
    await expect(openStore(dataDir)).rejects.toThrow('Start a newer release')
    const after = open(join(dataDir, 'sandbox.sqlite'))
    expect(await dump(after)).toBe(before)
    await after.destroy()
  })

  test('R4 a released migration that was edited is refused', async () => {
    const store = open(':memory:')
    await migrate(store, migrations)
    const edited = migrations.map((migration, nth) =>
      nth === 0 ? { ...migration, up: [...migration.up, 'select 1'] } : migration,
    )
    await expect(migrate(store, edited)).rejects.toThrow(MigrationError)
    await store.destroy()
  })
})

describe('R4 kill -9 in the middle of a migration', () => {
  const ROWS = 150_000
  const slow = {
    name: '9999 slow',
    up: [
      'create table slow_before (id integer)',
      `create table slow as with recursive n (i) as (select 1 union all select i + 1 from n where i < ${ROWS}) select i, hex(i) as h from n`,
      'create index slow_index on slow (h)',
    ],
  }
  /** Runs in a process of its own: the migration of this release and a slow one, saying when it begins and ends. */
  const program = (file: string): string => `
    import { migrate } from '#platform/migrate.ts'
    import { openSqlite } from '#platform/sqlite.ts'
import { dump, load, schemaOf } from '#platform/testing/sql-dump.ts'
    import { migrations } from '#sandbox/store/migrations.ts'
    const store = openSqlite(${JSON.stringify(file)})
    process.stdout.write('begins\\n')
    await migrate(store, [...migrations, ${JSON.stringify(slow)}])
    process.stdout.write('ends\\n')
    await store.destroy()
  `

  /** Starts the upgrade and, `delayMs` after it began, kills it; without a delay it may end. Answers how long it ran, and whether it ended. */
  function upgrade(file: string, delayMs?: number): Promise<{ ms: number; ended: boolean }> {
    const child = spawn(process.execPath, ['--import', 'tsx', '--input-type=module', '--eval', program(file)], {
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    let began = 0
    let ended = false
    child.stdout.on('data', (chunk: Buffer) => {
      const text = chunk.toString()
      if (text.includes('begins')) {
        began = performance.now()
        if (delayMs !== undefined) void wait(delayMs).then(() => child.kill('SIGKILL'))
      }
      if (text.includes('ends')) ended = true
    })
    return new Promise((resolve) => {
      child.once('exit', () => {
        resolve({ ms: performance.now() - began, ended })
      })
    })
  }

  test('R4 10 kills leave the old schema or the new one, whole, and the upgrade then succeeds', async () => {
    const file = join(folder, 'killed.sqlite')
    const released = readFileSync(fixtureOf('0001'), 'utf8')
    const startOver = async (): Promise<string> => {
      for (const suffix of ['', '-wal', '-shm']) await rm(`${file}${suffix}`, { force: true })
      const store = open(file)
      await load(store, released)
      const text = await dump(store)
      await store.destroy()
      return text
    }
    const oldDump = await startOver()
    const whole = await upgrade(file)
    expect(whole.ended).toBe(true)

    let killedUnderway = 0
    for (let kill = 0; kill < 10; kill += 1) {
      await startOver()
      const { ended } = await upgrade(file, (whole.ms * (kill + 0.5)) / 10)
      const store = open(file)
      expect((await sql<{ integrity_check: string }>`pragma integrity_check`.execute(store)).rows[0]?.integrity_check).toBe('ok')
      const { rows } = await sql<{ name: string }>`select name from migration order by position`.execute(store)
      const isOld = rows.length === 1
      if (isOld) killedUnderway += 1
      const slowRows = isOld ? [] : (await sql<{ n: number }>`select count(*) as n from slow`.execute(store)).rows
      expect({ ended: ended && isOld, names: rows.map(({ name }) => name), slowRows }).toEqual({
        ended: false,
        names: isOld ? [migrations[0]?.name] : [...migrations, slow].map(({ name }) => name),
        slowRows: isOld ? [] : [{ n: ROWS }],
      })
      expect(!isOld || (await dump(store)) === oldDump).toBe(true)
      await migrate(store, [...migrations, slow])
      expect(await store.selectFrom('effect').select('approval_item_id').execute()).toEqual([{ approval_item_id: 'a1' }])
      await store.destroy()
    }
    expect(killedUnderway).toBeGreaterThanOrEqual(3)
  })
})

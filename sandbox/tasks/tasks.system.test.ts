import { afterAll, beforeAll, expect, test } from 'vitest'
import { isRecord } from '#contract/json.ts'
import { createSandbox } from '../app.ts'
import { holdToContract } from '../testing/contract-check.ts'
import { startTestSandbox } from '../testing/test-sandbox.ts'
import type { TestSandbox } from '../testing/test-sandbox.ts'

let sandbox: TestSandbox
let ids: string[]
beforeAll(async () => {
  sandbox = await startTestSandbox({ openItems: 1 })
  ids = (await sandbox.store.selectFrom('identity').select('id').limit(250).execute()).map(({ id }) => id)
})
afterAll(() => sandbox.close())

const record = (value: unknown) => (isRecord(value) ? value : {})
const records = (value: unknown) => (Array.isArray(value) ? value.filter(isRecord) : [])

async function start(identityIds: readonly string[]): Promise<string> {
  const answer = await sandbox.call('admin', 'POST', '/v2024/identities/process', { identityIds })
  return String(record(await answer.json())['id']).replaceAll('-', '')
}

const follow = async (id: string, version = 'v2024') =>
  holdToContract('getTaskStatus', await sandbox.call('helpdesk', 'GET', `/${version}/task-status/${id}`))

test('a task is followed under every version from waiting to its end', async () => {
  const id = await start(ids)
  const seen = []
  for (let polls = 0; polls < 60; polls += 1) {
    const task = record((await follow(id, ['beta', 'v2024', 'v2025'][polls % 3])).body)
    seen.push({ launched: task['launched'] !== null, percent: Number(task['percentComplete']), end: task['completionStatus'] })
    if (task['completionStatus'] !== null) break
    sandbox.advance(200)
  }
  expect(seen[0]).toEqual({ launched: false, percent: 0, end: null })
  expect(seen.at(-1)).toMatchObject({ launched: true, percent: 100, end: 'WARNING' })
  expect(seen.length).toBeGreaterThan(10)
  expect(seen.map(({ percent }) => percent)).toEqual(seen.map(({ percent }) => percent).toSorted((a, b) => a - b))
})

test('a restart makes no difference to a task that runs', async () => {
  const id = await start(ids.slice(0, 100))
  let now = Date.now()
  const again = await createSandbox(sandbox.config, {
    store: sandbox.store,
    clock: () => now,
    random: () => new Uint8Array(16).fill(1),
  })
  const stored = await sandbox.store.selectFrom('task').selectAll().where('id', '=', id).executeTakeFirstOrThrow()
  now = stored.created + 400 + Math.floor(stored.duration / 2)
  const answer = await again.app.request('/oauth/token', {
    method: 'POST',
    body: new URLSearchParams({
      grant_type: 'client_credentials',
      client_id: 'admin-pat',
      client_secret: sandbox.config.patSecret,
    }),
  })
  const headers = { authorization: `Bearer ${String(record(await answer.json())['access_token'])}` }
  const task = record(await (await again.app.request(`/v2024/task-status/${id}`, { headers })).json())
  expect(task).toMatchObject({ id, percentComplete: 50, completed: null })
})

test('unknown, malformed and old tasks, and callers without the right, get no body where none is declared', async () => {
  const id = await start(ids.slice(0, 1))
  expect(await follow('0'.repeat(32))).toMatchObject({ status: 404, body: undefined })
  for (const persona of ['manager', 'colleague'] as const) {
    const answer = await holdToContract('getTaskStatus', await sandbox.call(persona, 'GET', `/v2024/task-status/${id}`))
    expect(answer).toMatchObject({ status: 403, body: undefined })
  }
  expect((await follow('a%20b')).status).toBe(400)
  expect((await holdToContract('getTaskStatus', await sandbox.call(null, 'GET', `/v2024/task-status/${id}`))).status).toBe(401)
  sandbox.advance(89 * 86_400_000)
  expect((await follow(id)).status).toBe(200)
  sandbox.advance(86_400_000)
  expect(await follow(id)).toMatchObject({ status: 404, body: undefined })
})

test.each(['beta', 'v2024', 'v2025'])('tasks are listed under /%s, newest first, by page', async (version) => {
  const started: string[] = []
  for (let nth = 0; nth < 5; nth += 1) {
    started.push(await start(ids.slice(nth, nth + 1)))
    sandbox.advance(1_000)
  }
  const list = async (query: string) => {
    const answer = await sandbox.call('admin', 'GET', `/${version}/task-status${query}`)
    const body: unknown = await answer.json()
    return { status: answer.status, total: answer.headers.get('x-total-count'), ids: records(body).map(({ id }) => id) }
  }
  expect((await list('?limit=5')).ids).toEqual(started.toReversed())
  const all = await list('?count=true&sorters=-created')
  expect(all.total).toBe(String(all.ids.length))
  expect((await list('?sorters=created')).ids).toEqual(all.ids.toReversed())
  expect((await list('?limit=2&offset=1')).ids).toEqual(all.ids.slice(1, 3))
  for (const query of ['?limit=251', '?offset=-1', '?sorters=name', '?sorters=created,created', '?filters=x', '?x=1'])
    expect((await list(query)).status).toBe(400)
  expect((await sandbox.call('manager', 'GET', `/${version}/task-status`)).status).toBe(403)
  expect((await sandbox.call(null, 'GET', `/${version}/task-status`)).status).toBe(401)
})

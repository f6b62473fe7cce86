import { afterAll, beforeAll, expect, test } from 'vitest'
import type { TestSandbox } from './testing/test-sandbox.ts'
import { startTestSandbox } from './testing/test-sandbox.ts'
import { holdToContract } from './testing/contract-check.ts'

let sandbox: TestSandbox
beforeAll(async () => {
  sandbox = await startTestSandbox({ openItems: 800 })
})
afterAll(() => sandbox.close())

const ROUNDS = 200
const PARALLEL = 50

test('C1 50 approve and reject at once on one approval item: one effect, 49 typed refusals', async () => {
  const owner = await sandbox.identityId('manager')
  const candidates = await sandbox.store
    .selectFrom('approval_item')
    .innerJoin('work_item', 'work_item.id', 'approval_item.work_item_id')
    .select(['approval_item.id', 'approval_item.work_item_id as workItemId'])
    .where('work_item.owner_id', '=', owner)
    .where('work_item.is_open', '=', 1)
    .where('approval_item.state', '=', 'Pending')
    .limit(ROUNDS)
    .execute()
  expect(candidates).toHaveLength(ROUNDS)
  for (const { id, workItemId } of candidates) {
    const answers = await Promise.all(
      Array.from({ length: PARALLEL }, async (_, nth) => {
        const [verb, operation] =
          nth % 2 === 0 ? (['approve', 'approveApprovalItem'] as const) : (['reject', 'rejectApprovalItem'] as const)
        return holdToContract(operation, await sandbox.call('manager', 'POST', `/beta/work-items/${workItemId}/${verb}/${id}`))
      }),
    )
    const statuses = answers.map(({ status }) => status).sort((a, b) => a - b)
    expect(statuses).toEqual([200, ...Array.from({ length: PARALLEL - 1 }, () => 400)])
    expect(await sandbox.store.selectFrom('effect').selectAll().where('approval_item_id', '=', id).execute()).toHaveLength(1)
  }
})

test('C1 one verdict for the whole against one for a part: each approval item is decided once', async () => {
  const owner = await sandbox.identityId('manager')
  const items = await sandbox.store
    .selectFrom('work_item')
    .select(['id', 'num_items'])
    .where('owner_id', '=', owner)
    .where('is_open', '=', 1)
    .where('num_items', '>', 2)
    .where('has_approval_items', '=', 1)
    .limit(20)
    .execute()
  for (const { id } of items) {
    const approvals = await sandbox.store
      .selectFrom('approval_item')
      .select(['id', 'state'])
      .where('work_item_id', '=', id)
      .execute()
    const pending = approvals.filter(({ state }) => state === null || state === 'Pending')
    const paths = [
      `/beta/work-items/bulk-reject/${id}`,
      ...pending.map((approval) => `/beta/work-items/${id}/approve/${approval.id}`),
      `/beta/work-items/bulk-approve/${id}`,
      `/beta/work-items/${id}`,
    ]
    const statuses = await Promise.all(paths.map(async (path) => (await sandbox.call('manager', 'POST', path)).status))
    expect(statuses.filter((status) => status !== 200 && status !== 400)).toEqual([])
    const effects = await sandbox.store.selectFrom('effect').select('approval_item_id').where('work_item_id', '=', id).execute()
    expect(effects.filter(({ approval_item_id: approval }) => pending.some((one) => one.id === approval))).toHaveLength(
      pending.length,
    )
    expect(new Set(effects.map(({ approval_item_id: approval }) => approval)).size).toBe(effects.length)
    const after = await sandbox.store
      .selectFrom('work_item')
      .select(['is_open', 'completed'])
      .where('id', '=', id)
      .executeTakeFirstOrThrow()
    expect(after.is_open).toBe(0)
    expect(after.completed).not.toBeNull()
  }
})

test('C1 complete, submitted 30 times at once, takes effect once', async () => {
  const owner = await sandbox.identityId('manager')
  const { id } = await sandbox.store
    .selectFrom('work_item')
    .select('id')
    .where('owner_id', '=', owner)
    .where('is_open', '=', 1)
    .where('type', '=', 'Remediation')
    .executeTakeFirstOrThrow()
  const statuses = await Promise.all(
    Array.from({ length: 30 }, async () => (await sandbox.call('manager', 'POST', `/beta/work-items/${id}`)).status),
  )
  expect(statuses.filter((status) => status === 200)).toHaveLength(1)
  expect(statuses.filter((status) => status === 400)).toHaveLength(29)
})

test('the effect log cannot be changed', async () => {
  await expect(sandbox.store.deleteFrom('effect').execute()).rejects.toThrow('append-only')
  await expect(sandbox.store.updateTable('effect').set({ by: 'x' }).execute()).rejects.toThrow('append-only')
})

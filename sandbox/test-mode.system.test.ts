import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { isRecord } from '#contract/json.ts'
import { startTestSandbox } from './testing/test-sandbox.ts'
import type { TestSandbox } from './testing/test-sandbox.ts'

let sandbox: TestSandbox
beforeAll(async () => {
  sandbox = await startTestSandbox()
})
afterAll(() => sandbox.close())

const records = (value: unknown) => (Array.isArray(value) ? value.filter(isRecord) : [])
const effects = async () => records(await (await sandbox.call(null, 'GET', '/_sandbox/effects')).json())
const control = (path: string, body: unknown) => sandbox.call(null, 'POST', `/_sandbox/${path}`, body)

const ask = async (on: TestSandbox, bearer: string) =>
  (await on.app.request('/v2024/identities?limit=1', { headers: { authorization: `Bearer ${bearer}` } })).status

async function openItem(hasApprovals: boolean): Promise<{ id: string; approvals: string[] }> {
  const { id } = await sandbox.store
    .selectFrom('work_item')
    .select('id')
    .where('owner_id', '=', await sandbox.identityId('manager'))
    .where('is_open', '=', 1)
    .where('form', 'is', null)
    .where('has_approval_items', '=', hasApprovals ? 1 : 0)
    .executeTakeFirstOrThrow()
  const approvals = await sandbox.store.selectFrom('approval_item').select('id').where('work_item_id', '=', id).execute()
  return { id, approvals: approvals.map((approval) => approval.id) }
}

describe('the naive tenant', () => {
  beforeEach(async () => {
    await control('naive', { on: true })
  })

  test('D14 applies a verdict again on each call and logs each', async () => {
    const { id, approvals } = await openItem(true)
    const path = `/beta/work-items/${id}/approve/${approvals[0] ?? ''}`
    for (let nth = 0; nth < 3; nth += 1) expect((await sandbox.call('manager', 'POST', path)).status).toBe(200)
    expect((await sandbox.call('manager', 'POST', path.replace('/approve/', '/reject/'))).status).toBe(200)
    const own = (await effects()).filter(({ approvalItemId }) => approvalItemId === approvals[0])
    expect(own.map(({ operation }) => operation)).toEqual([
      ...Array.from({ length: 3 }, () => 'approveApprovalItem'),
      'rejectApprovalItem',
    ])
    const stored = await sandbox.store
      .selectFrom('approval_item')
      .select('state')
      .where('id', '=', approvals[0] ?? '')
      .executeTakeFirstOrThrow()
    expect(stored.state).toBe('Rejected')
  })

  test('D14 decides all again when nothing is left, and completes and forwards again', async () => {
    const { id, approvals } = await openItem(true)
    for (let nth = 0; nth < 2; nth += 1)
      expect((await sandbox.call('manager', 'POST', `/beta/work-items/bulk-approve/${id}`)).status).toBe(200)
    const decided = (await effects()).filter(({ workItemId }) => workItemId === id)
    expect(decided.length).toBeGreaterThanOrEqual(approvals.length + 1)
    const plain = await openItem(false)
    for (let nth = 0; nth < 2; nth += 1)
      expect((await sandbox.call('manager', 'POST', `/beta/work-items/${plain.id}`)).status).toBe(200)
    expect((await effects()).filter(({ workItemId }) => workItemId === plain.id)).toHaveLength(2)
    const forward = { targetOwnerId: await sandbox.identityId('colleague'), comment: 'Yours.' }
    for (let nth = 0; nth < 2; nth += 1)
      expect((await sandbox.call('admin', 'POST', `/beta/work-items/${plain.id}/forward`, forward)).status).toBe(200)
    expect((await effects()).filter(({ workItemId }) => workItemId === plain.id)).toHaveLength(4)
  })

  test('D14 resets and synchronises again', async () => {
    const { id } = await sandbox.store
      .selectFrom('identity')
      .select('id')
      .where('status', '=', 'REGISTERED')
      .where('persona', 'is', null)
      .executeTakeFirstOrThrow()
    for (let nth = 0; nth < 2; nth += 1) {
      expect((await sandbox.call('admin', 'POST', `/v2024/identities/${id}/synchronize-attributes`)).status).toBe(202)
      expect((await sandbox.call('admin', 'POST', `/v2024/identities/${id}/reset`)).status).toBe(202)
    }
    expect((await effects()).filter(({ identityId }) => identityId === id)).toHaveLength(4)
  })

  test('still asks who may, and ends when it is switched off', async () => {
    const { id } = await openItem(true)
    expect((await sandbox.call('colleague', 'POST', `/beta/work-items/bulk-approve/${id}`)).status).toBe(403)
    expect((await sandbox.call('manager', 'POST', `/beta/work-items/bulk-approve/${id}`)).status).toBe(200)
    await control('naive', { on: false })
    expect((await sandbox.call('manager', 'POST', `/beta/work-items/bulk-approve/${id}`)).status).toBe(400)
  })
})

test('naive and clock refuse what makes no sense', async () => {
  for (const body of [{}, { on: 'true' }, [], null]) expect((await control('naive', body)).status).toBe(400)
  for (const advanceMs of [-1, 1.5, '5', null, 1e15]) expect((await control('clock', { advanceMs })).status).toBe(400)
})

test('a persona gets other user levels and another status, from the next request on', async () => {
  const status = async () => (await sandbox.call('helpdesk', 'GET', '/v2024/identities?limit=1')).status
  expect((await control('person', { persona: 'helpdesk', authorities: [] })).status).toBe(204)
  expect(await status()).toBe(403)
  await control('person', { persona: 'helpdesk', authorities: ['HELPDESK'], status: 'DISABLED' })
  expect(await status()).toBe(401)
  await control('person', { persona: 'helpdesk', status: 'REGISTERED' })
  expect(await status()).toBe(200)
  const bad = [
    { persona: 'nobody', status: 'LOCKED' },
    { persona: 'admin' },
    { persona: 'admin', authorities: [1] },
    { status: 'X' },
    null,
  ]
  for (const body of bad) expect((await control('person', body)).status).toBe(400)
})

test('identity operations are in the effect log with whom they reached and their task', async () => {
  const people = await sandbox.store
    .selectFrom('identity')
    .select('id')
    .where('status', '=', 'REGISTERED')
    .where('persona', 'is', null)
    .where('processing_state', '=', 'OK')
    .limit(2)
    .execute()
  const ids = people.map(({ id }) => id)
  const before = (await effects()).length
  await sandbox.call('helpdesk', 'POST', '/v2024/identities/process', { identityIds: ids })
  await sandbox.call('helpdesk', 'POST', `/v2024/identities/${ids[0] ?? ''}/verification/account/send`, { via: 'EMAIL_WORK' })
  await sandbox.call('helpdesk', 'POST', '/v2024/identities/invite', { ids: [ids[1]] })
  const fresh = (await effects()).slice(before)
  expect(fresh.map(({ operation, identityId }) => [operation, identityId])).toEqual([
    ['startIdentityProcessing', ids[0]],
    ['startIdentityProcessing', ids[1]],
    ['sendIdentityVerificationAccountToken', ids[0]],
    ['startIdentitiesInvite', null],
  ])
  expect(fresh.map(({ taskId }) => typeof taskId)).toEqual(['string', 'string', 'object', 'string'])
  expect(fresh[0]?.['taskId']).toBe(fresh[1]?.['taskId'])
})

test('every new operation can be disturbed by its name', async () => {
  const { id } = await sandbox.store.selectFrom('identity').select('id').where('persona', 'is', null).executeTakeFirstOrThrow()
  const calls: ReadonlyArray<readonly [operation: string, method: string, path: string]> = [
    ['deleteIdentity', 'DELETE', `/identities/${id}`],
    ['getIdentityOwnershipDetails', 'GET', `/identities/${id}/ownership`],
    ['getRoleAssignments', 'GET', `/identities/${id}/role-assignments`],
    ['getRoleAssignment', 'GET', `/identities/${id}/role-assignments/x`],
    ['resetIdentity', 'POST', `/identities/${id}/reset`],
    ['sendIdentityVerificationAccountToken', 'POST', `/identities/${id}/verification/account/send`],
    ['startIdentitiesInvite', 'POST', '/identities/invite'],
    ['startIdentityProcessing', 'POST', '/identities/process'],
    ['synchronizeAttributesForIdentity', 'POST', `/identities/${id}/synchronize-attributes`],
    ['getTaskStatus', 'GET', '/task-status/x'],
    ['getTaskStatusList', 'GET', '/task-status'],
  ]
  for (const [operation, method, path] of calls) {
    await control('faults', { operation, kind: '500-before' })
    expect([operation, (await sandbox.call('admin', method, `/v2024${path}`)).status]).toEqual([operation, 500])
    expect((await sandbox.call('admin', method, `/v2024${path}`)).status).not.toBe(500)
  }
})

test('the clock goes forward for everything, and stays there over a restart', async () => {
  const dataDir = await mkdtemp(join(tmpdir(), 'sandbox-clock-'))
  const small = { dataDir, openItems: 1, identities: 50 }
  const first = await startTestSandbox(small)
  const token = await first.token('admin')
  expect(await ask(first, token)).toBe(200)
  const answer: unknown = await (await first.call(null, 'POST', '/_sandbox/clock', { advanceMs: 3_600_000 })).json()
  expect(Date.parse(String(isRecord(answer) ? answer['now'] : ''))).toBeGreaterThan(Date.now() + 3_590_000)
  expect(await ask(first, token)).toBe(401)
  await first.close()
  const again = await startTestSandbox(small)
  expect(await ask(again, token)).toBe(401)
  await again.close()
  const plain = await startTestSandbox({ ...small, testMode: false })
  expect(await ask(plain, token)).toBe(200)
  await plain.close()
  await rm(dataDir, { recursive: true })
})

test('outside test mode there is nothing to control', async () => {
  const plain = await startTestSandbox({ testMode: false, openItems: 1, identities: 50 })
  for (const [method, path] of [
    ['GET', 'effects'],
    ['POST', 'faults'],
    ['DELETE', 'faults'],
    ['POST', 'naive'],
    ['POST', 'clock'],
  ] as const)
    expect((await plain.call(null, method, `/_sandbox/${path}`)).status).toBe(404)
  await plain.close()
})

import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { readDeleteRefusal, readOwnership } from '#contract/ownership.ts'
import { readRoleAssignments } from '#contract/role-assignment.ts'
import { holdToContract, stateDigest } from '../testing/contract-check.ts'
import { UNKNOWN, record, records, identityCalls } from '../testing/identity-calls.ts'
import { startTestSandbox } from '../testing/test-sandbox.ts'
import type { TestSandbox } from '../testing/test-sandbox.ts'

let sandbox: TestSandbox
beforeAll(async () => {
  sandbox = await startTestSandbox()
})
afterAll(() => sandbox.close())

const { ask, somebody, statusOf, mailsTo, reset, send, sync, ownership, remove, list, reportOf, outcomeOf } = identityCalls(
  () => sandbox,
)

describe('resetting', () => {
  test('takes the registration, the user levels and every sign-in', async () => {
    const fresh = await startTestSandbox({ openItems: 1, identities: 50 })
    const helpdesk = await fresh.identityId('helpdesk')
    expect((await fresh.call('helpdesk', 'GET', '/v2024/identities?limit=1')).status).toBe(200)
    const answer = await holdToContract('resetIdentity', await fresh.call('admin', 'POST', `/v2024/identities/${helpdesk}/reset`))
    expect(answer).toMatchObject({ status: 202, body: undefined })
    expect((await fresh.call('helpdesk', 'GET', '/v2024/identities?limit=1')).status).toBe(401)
    const stored = await fresh.store.selectFrom('identity').selectAll().where('id', '=', helpdesk).executeTakeFirstOrThrow()
    expect(stored).toMatchObject({ status: 'UNREGISTERED', authorities: '[]' })
    await expect(fresh.token('helpdesk').then(() => fresh.call('helpdesk', 'GET', '/v2024/identities'))).resolves.toMatchObject({
      status: 401,
    })
    fresh.advance(1)
    await expect(fresh.token('helpdesk')).rejects.toThrow('can no longer sign in')
    await fresh.close()
  })

  test('is refused twice, and for somebody who is gone', async () => {
    const { id } = await somebody({})
    expect((await reset('helpdesk', id)).status).toBe(202)
    expect(await statusOf(id)).toBe('UNREGISTERED')
    expect(await outcomeOf(() => reset('helpdesk', id))).toEqual({ status: 400, changed: false })
    const gone = await somebody({ status: 'TERMINATED' })
    expect(await outcomeOf(() => reset('admin', gone.id))).toEqual({ status: 400, changed: false })
    expect(await outcomeOf(() => reset('admin', UNKNOWN))).toEqual({ status: 404, changed: false })
  })

  test('helpdesk may not reset an administrator', async () => {
    const admin = await sandbox.identityId('admin')
    expect(await outcomeOf(() => reset('helpdesk', admin))).toEqual({ status: 403, changed: false })
  })
})

describe('password mail', () => {
  test('goes to the work or the personal address, for the product or a source', async () => {
    const { id, email, alias } = await somebody({})
    const personalEmail = `${alias}@mail.example`
    const attributes = JSON.stringify({ personalEmail })
    await sandbox.store.updateTable('identity').set({ attributes }).where('id', '=', id).execute()
    for (const via of ['EMAIL_WORK', 'LINK_WORK', 'EMAIL_PERSONAL', 'LINK_PERSONAL'])
      expect(await send(id, { via, sourceName: via === 'LINK_WORK' ? 'Ledger' : null })).toMatchObject({
        status: 200,
        body: undefined,
      })
    const mails = await mailsTo(id)
    expect(mails.map(({ recipient }) => recipient)).toEqual([email, email, personalEmail, personalEmail])
    expect(mails.map(({ source_name: name }) => name)).toEqual([null, 'Ledger', null, null])
    expect(mails.every(({ expires, at }) => expires === at + 2 * 3_600_000)).toBe(true)
  })

  test('is refused where it cannot go', async () => {
    const { id } = await somebody({})
    await sandbox.store.updateTable('identity').set({ attributes: '{}' }).where('id', '=', id).execute()
    const bodies = [
      { via: 'EMAIL_PERSONAL' },
      { via: 'EMAIL_WORK', sourceName: 'Nowhere' },
      { via: 'email_work' },
      {},
      { via: null },
    ]
    for (const body of bodies) expect(await outcomeOf(() => send(id, body))).toEqual({ status: 400, changed: false })
    const gone = await somebody({ status: 'TERMINATED' })
    expect(await outcomeOf(() => send(gone.id, { via: 'EMAIL_WORK' }))).toEqual({ status: 400, changed: false })
    expect(await outcomeOf(() => send(UNKNOWN, { via: 'EMAIL_WORK' }))).toEqual({ status: 404, changed: false })
  })
})

describe('synchronising', () => {
  test('answers a job, once in 10 s for one identity', async () => {
    const [one, other] = [await somebody({}), await somebody({})]
    const job = await sync(one.id)
    expect(job).toMatchObject({
      status: 202,
      body: { status: 'QUEUED', payload: { type: 'SYNCHRONIZE_IDENTITY_ATTRIBUTES', dataJson: `{"identityId":"${one.id}"}` } },
    })
    const before = await stateDigest(sandbox.store)
    const tooSoon = await sync(one.id)
    expect(tooSoon.status).toBe(429)
    expect(Number(tooSoon.headers.get('retry-after'))).toBeLessThanOrEqual(10)
    expect(await stateDigest(sandbox.store)).toBe(before)
    expect((await sync(other.id)).status).toBe(202)
    sandbox.advance(10_000)
    expect((await sync(one.id)).status).toBe(202)
    expect((await ask('admin', 'getTaskStatus', 'GET', `/task-status/${String(record(job.body)['id'])}`)).status).toBe(404)
    expect((await sync(UNKNOWN)).status).toBe(404)
  })

  test('ten at once are one job', async () => {
    const { id } = await somebody({})
    const statuses = await Promise.all(Array.from({ length: 10 }, async () => (await sync(id)).status))
    expect(statuses.filter((status) => status === 202)).toHaveLength(1)
    expect(statuses.filter((status) => status === 429)).toHaveLength(9)
  })
})

describe('owning and deleting', () => {
  test('what is owned comes in every shape a tenant has for it, and always reads the same', async () => {
    const owners = await sandbox.store.selectFrom('owned_object').select(['owner_id', 'id', 'name', 'type']).execute()
    const shapes = new Set<string>()
    for (const id of new Set(owners.map(({ owner_id: owner }) => owner))) {
      const { body } = await ownership(id)
      const details = record(body)['associationDetails']
      shapes.add(Array.isArray(details) ? (JSON.stringify(details).includes('identityEntity') ? 'schema' : 'flat') : 'object')
      const read = readOwnership(body)
      const entities = read.kind === 'owns' ? read.associations.flatMap((association) => association.entities) : []
      for (const { id: owned, name, type } of owners.filter(({ owner_id: owner }) => owner === id))
        expect(entities).toContainEqual({ id: owned, name, type })
    }
    expect([...shapes].sort()).toEqual(['flat', 'object', 'schema'])
  })

  test('nothing owned is an empty list, for an uncorrelated identity an empty body', async () => {
    const { id } = await somebody({})
    expect((await ownership(id)).body).toEqual({ associationDetails: [] })
    const loose = await sandbox.store.selectFrom('identity').select('id').where('correlated', '=', 0).executeTakeFirstOrThrow()
    expect(await ownership(loose.id)).toMatchObject({ status: 200, body: undefined })
    expect((await ownership(UNKNOWN)).status).toBe(404)
  })

  test('an owner is not deleted and the refusal names what is owned, open work items too', async () => {
    const manager = await sandbox.identityId('manager')
    const before = await stateDigest(sandbox.store)
    const refused = await remove(manager)
    expect(refused.status).toBe(400)
    const read = readDeleteRefusal(refused.body)
    expect(read?.ownership.kind === 'owns' && read.ownership.associations.map(({ type }) => type)).toContain('WORK_ITEM_OWNER')
    expect(await stateDigest(sandbox.store)).toBe(before)
  })

  test('a protected identity is not deleted', async () => {
    const guarded = await sandbox.store.selectFrom('identity').select('id').where('protected', '=', 1).execute()
    for (const { id } of guarded) expect(await outcomeOf(() => remove(id))).toEqual({ status: 400, changed: false })
  })

  test('anybody else is, once, and is then unknown everywhere', async () => {
    const { id } = await somebody({})
    expect(await remove(id)).toMatchObject({ status: 204, body: undefined })
    expect((await remove(id)).status).toBe(404)
    expect((await ask('admin', 'getIdentity', 'GET', `/identities/${id}`)).status).toBe(404)
    expect((await ownership(id)).status).toBe(404)
    const left = await sandbox.store.selectFrom('role_assignment').select('id').where('identity_id', '=', id).execute()
    expect(left).toEqual([])
  })

  test('a work item taken on meanwhile protects its new owner', async () => {
    const { id } = await somebody({})
    const item = await sandbox.store
      .selectFrom('work_item')
      .select('id')
      .where('owner_id', '=', await sandbox.identityId('manager'))
      .where('is_open', '=', 1)
      .executeTakeFirstOrThrow()
    const forward = { targetOwnerId: id, comment: 'Yours.' }
    expect((await ask('manager', 'forwardWorkItem', 'POST', `/work-items/${item.id}/forward`, forward)).status).toBe(200)
    expect((await remove(id)).status).toBe(400)
  })
})

describe('role assignments', () => {
  test('come as references, and as full records when a role is asked for', async () => {
    const id = await reportOf('manager')
    const references = records((await list('admin', id)).body)
    expect(references.length).toBeGreaterThan(0)
    expect(references.every((one) => !('assignmentSource' in one))).toBe(true)
    const role = record(references[0]?.['role'])
    for (const query of [
      `?roleId=${String(role['id'])}`,
      `?roleName=${encodeURIComponent(String(role['name']).toUpperCase())}`,
    ]) {
      const full = records((await list('admin', id, query)).body)
      expect(full).toHaveLength(1)
      expect(readRoleAssignments(full)).toHaveLength(1)
      const path = `/identities/${id}/role-assignments/${String(full[0]?.['id'])}`
      expect((await ask('admin', 'getRoleAssignment', 'GET', path)).body).toEqual(full[0])
    }
    expect((await list('admin', id, '?roleName=Nobody')).body).toEqual([])
    expect((await list('admin', id, '?limit=1')).status).toBe(400)
  })

  test('a manager sees those of direct reports, others learn nothing', async () => {
    const id = await reportOf('manager')
    expect((await list('manager', id)).status).toBe(200)
    expect((await list('colleague', id)).status).toBe(403)
    expect((await list('helpdesk', id)).status).toBe(200)
    expect((await list('manager', await sandbox.identityId('manager'))).status).toBe(403)
    expect((await list('manager', UNKNOWN)).status).toBe(403)
    expect((await list('admin', UNKNOWN)).status).toBe(404)
    const path = `/identities/${id}/role-assignments/${UNKNOWN}`
    expect((await ask('admin', 'getRoleAssignment', 'GET', path)).status).toBe(404)
    expect((await ask('colleague', 'getRoleAssignment', 'GET', path)).status).toBe(403)
  })

  test("another identity's assignment is not found under this one", async () => {
    const [one, other] = await sandbox.store
      .selectFrom('role_assignment')
      .selectAll()
      .where('removes', 'is', null)
      .limit(20)
      .execute()
      .then((all) => [all[0], all.find(({ identity_id: id }) => id !== all[0]?.identity_id)])
    const path = `/identities/${String(one?.identity_id)}/role-assignments/${String(other?.id)}`
    expect((await ask('admin', 'getRoleAssignment', 'GET', path)).status).toBe(404)
  })
})

test('the four experimental operations need their header, except under /beta', async () => {
  const { id } = await somebody({})
  const headers = { authorization: `Bearer ${await sandbox.token('admin')}` }
  for (const path of [
    '/identities/invite',
    '/identities/process',
    `/identities/${id}/synchronize-attributes`,
    `/identities/${id}/verification/account/send`,
  ]) {
    const refused = await sandbox.app.request(`/v2024${path}`, { method: 'POST', headers })
    expect([refused.status, await refused.json()]).toEqual([400, { error: 'Experimental Header is missing or invalid.' }])
  }
  expect((await sandbox.app.request(`/beta/identities/${id}/synchronize-attributes`, { method: 'POST', headers })).status).toBe(
    202,
  )
})

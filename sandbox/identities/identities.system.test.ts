import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { isRecord } from '#contract/json.ts'
import { readDeleteRefusal, readOwnership } from '#contract/ownership.ts'
import { readRoleAssignments } from '#contract/role-assignment.ts'
import type { ServedOperationId } from '../http/handlers.ts'
import type { Persona } from '../personas.ts'
import type { IdentityTable } from '../store/schema.ts'
import { holdToContract, stateDigest } from '../testing/contract-check.ts'
import { startTestSandbox } from '../testing/test-sandbox.ts'
import type { TestSandbox } from '../testing/test-sandbox.ts'

let sandbox: TestSandbox
beforeAll(async () => {
  sandbox = await startTestSandbox()
})
afterAll(() => sandbox.close())

const UNKNOWN = '0123456789abcdef0123456789abcdef'
const record = (value: unknown) => (isRecord(value) ? value : {})
const records = (value: unknown) => (Array.isArray(value) ? value.filter(isRecord) : [])

async function ask(persona: Persona['key'] | null, id: ServedOperationId, method: string, path: string, body?: unknown) {
  return holdToContract(id, await sandbox.call(persona, method, `/v2024${path}`, body))
}

/** People that nothing has happened to yet, handed out once. */
const taken = new Set<string>()
async function somebody(where: Partial<Pick<IdentityTable, 'status' | 'correlated' | 'processing_state'>>, withMail = true) {
  const people = await sandbox.store
    .selectFrom('identity')
    .selectAll()
    .where('persona', 'is', null)
    .where('protected', '=', 0)
    .where('is_manager', '=', 0)
    .where('status', '=', where.status ?? 'REGISTERED')
    .where('correlated', '=', where.correlated ?? 1)
    .where('id', 'not in', sandbox.store.selectFrom('owned_object').select('owner_id'))
    .orderBy('id')
    .execute()
  const found = people.find(
    (one) =>
      !taken.has(one.id) &&
      (one.email !== null) === withMail &&
      (where.processing_state === undefined || one.processing_state === where.processing_state) &&
      people.filter(({ email }) => email === one.email).length ===
        (withMail ? 1 : people.filter(({ email }) => email === null).length),
  )
  if (!found) throw new Error('The seed has nobody like that left.')
  taken.add(found.id)
  return found
}

const statusOf = async (id: string) =>
  record((await ask('admin', 'getIdentity', 'GET', `/identities/${id}`)).body)['identityStatus']
const mailsTo = async (id: string) =>
  sandbox.store.selectFrom('mail').selectAll().where('identity_id', '=', id).orderBy('seq').execute()
const taskOf = async (id: unknown) => record((await ask('helpdesk', 'getTaskStatus', 'GET', `/task-status/${String(id)}`)).body)
const invite = (persona: Persona['key'], body: unknown) =>
  ask(persona, 'startIdentitiesInvite', 'POST', '/identities/invite', body)
const process = (persona: Persona['key'], body: unknown) =>
  ask(persona, 'startIdentityProcessing', 'POST', '/identities/process', body)

const reset = (persona: Persona['key'], id: string) => ask(persona, 'resetIdentity', 'POST', `/identities/${id}/reset`)

const send = (id: string, body: unknown) =>
  ask('helpdesk', 'sendIdentityVerificationAccountToken', 'POST', `/identities/${id}/verification/account/send`, body)

const sync = (id: string) => ask('admin', 'synchronizeAttributesForIdentity', 'POST', `/identities/${id}/synchronize-attributes`)

const ownership = (id: string) => ask('helpdesk', 'getIdentityOwnershipDetails', 'GET', `/identities/${id}/ownership`)
const remove = (id: string) => ask('admin', 'deleteIdentity', 'DELETE', `/identities/${id}`)

const list = (persona: Persona['key'], id: string, query = '') =>
  ask(persona, 'getRoleAssignments', 'GET', `/identities/${id}/role-assignments${query}`)

async function reportOf(persona: Persona['key']): Promise<string> {
  const rows = await sandbox.store
    .selectFrom('identity')
    .innerJoin('role_assignment', 'role_assignment.identity_id', 'identity.id')
    .select('identity.id')
    .where('identity.manager_id', '=', await sandbox.identityId(persona))
    .groupBy('identity.id')
    .execute()
  const [report] = rows
  if (!report) throw new Error(`Nobody with a role reports to ${persona}.`)
  return report.id
}

/** The status of a request, and whether the tenant is as it was before. */
async function outcomeOf(act: () => Promise<{ status: number }>): Promise<{ status: number; changed: boolean }> {
  const before = await stateDigest(sandbox.store)
  const { status } = await act()
  return { status, changed: (await stateDigest(sandbox.store)) !== before }
}

describe('inviting', () => {
  test('mails an unregistered person, makes them PENDING, and the task ends in SUCCESS', async () => {
    const { id, email } = await somebody({ status: 'UNREGISTERED' })
    const started = await invite('helpdesk', { ids: [id] })
    expect(started.status).toBe(202)
    const body = record(started.body)
    expect(body).toMatchObject({ launcher: 'jonas.weber', completed: null, launched: null, target: { id, type: 'IDENTITY' } })
    expect(await statusOf(id)).toBe('PENDING')
    expect(
      record(record((await ask('admin', 'getIdentity', 'GET', `/identities/${id}`)).body)['attributes'])['cloudStatus'],
    ).toBe('PENDING')
    const [mail, ...others] = await mailsTo(id)
    expect(others).toEqual([])
    expect(mail).toMatchObject({ recipient: email, kind: 'invitation', expires: (mail?.at ?? 0) + 7 * 86_400_000 })
    sandbox.advance(10_000)
    expect(await taskOf(body['id'])).toMatchObject({ completionStatus: 'SUCCESS', attributes: { sent: 1, leftOut: 0 } })
  })

  test('leaves out who is registered, gone, or without an address, and says so', async () => {
    const [fresh, registered, gone, mute] = [
      await somebody({ status: 'UNREGISTERED' }),
      await somebody({}),
      await somebody({ status: 'TERMINATED' }),
      await somebody({ status: 'UNREGISTERED', correlated: 0 }, false),
    ]
    const ids = [registered.id, gone.id, mute.id, fresh.id]
    const started = await invite('admin', { ids })
    sandbox.advance(10_000)
    const task = await taskOf(record(started.body)['id'])
    expect(task).toMatchObject({ completionStatus: 'WARNING', attributes: { sent: 1, leftOut: 3 } })
    expect(records(task['messages']).map(({ key }) => key)).toEqual([
      'invite_registered',
      'invite_inactive',
      'invite_no_email',
      'invite_sent',
    ])
    for (const { id, status } of [registered, gone, mute]) {
      expect(await statusOf(id)).toBe(status)
      expect(await mailsTo(id)).toEqual([])
    }
  })

  test('somebody without an address alone ends in ERROR', async () => {
    const { id } = await somebody({ status: 'UNREGISTERED', correlated: 0 }, false)
    const started = await invite('admin', { ids: [id] })
    sandbox.advance(10_000)
    expect(await taskOf(record(started.body)['id'])).toMatchObject({ completionStatus: 'ERROR' })
  })

  test('a second invitation sends a new link and the first stops working', async () => {
    const { id } = await somebody({ status: 'UNREGISTERED' })
    await invite('helpdesk', { ids: [id] })
    await invite('helpdesk', { ids: [id] })
    const mails = await mailsTo(id)
    expect(mails.map(({ replaced }) => replaced === null)).toEqual([false, true])
  })

  test('all or nothing: unknown, repeated or too many ids change nothing', async () => {
    const { id } = await somebody({ status: 'UNREGISTERED' })
    const bodies = [
      { ids: [id, UNKNOWN] },
      { ids: [id, id] },
      { ids: [] },
      { ids: null },
      {},
      { ids: [id], uninvited: true },
      { ids: [id, ...Array.from({ length: 1_000 }, (_, nth) => `x${nth}`)] },
      { ids: [''] },
      { ids: id },
      { uninvited: 'true' },
      { ids: [id], extra: 1 },
    ]
    for (const body of bodies) expect(await outcomeOf(() => invite('admin', body))).toEqual({ status: 400, changed: false })
  })

  test('everyone uninvited is everyone with an address of their own, each once', async () => {
    const waiting = await sandbox.store
      .selectFrom('identity')
      .selectAll()
      .where('status', '=', 'UNREGISTERED')
      .where('email', 'is not', null)
      .execute()
    const addresses = new Set(waiting.map(({ email }) => email?.toLowerCase()))
    const started = await invite('admin', { uninvited: true })
    sandbox.advance(10_000)
    expect(await taskOf(record(started.body)['id'])).toMatchObject({ attributes: { sent: addresses.size } })
    const left = await sandbox.store
      .selectFrom('identity')
      .select('id')
      .where('status', '=', 'UNREGISTERED')
      .where('email', 'is not', null)
      .execute()
    expect(left).toHaveLength(waiting.length - addresses.size)
  })
})

test('everyone uninvited is at most 1,000', async () => {
  const large = await startTestSandbox({ identities: 9_000, openItems: 1 })
  const answer = await holdToContract(
    'startIdentitiesInvite',
    await large.call('admin', 'POST', '/v2024/identities/invite', { ids: [], uninvited: true }),
  )
  expect(answer.status).toBe(202)
  const sent = await large.store
    .selectFrom('mail')
    .select(({ fn }) => fn.countAll<number>().as('mails'))
    .executeTakeFirstOrThrow()
  expect(sent.mails).toBeGreaterThan(900)
  expect(sent.mails).toBeLessThanOrEqual(1_000)
  await large.close()
})

describe('processing', () => {
  test('answers a task to follow, with dashes or without', async () => {
    const { id } = await somebody({})
    const started = await process('helpdesk', { identityIds: [id] })
    const reference = record(started.body)
    expect(started.status).toBe(202)
    expect(reference).toMatchObject({ type: 'TASK_RESULT', name: null })
    expect(String(reference['id'])).toMatch(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/)
    sandbox.advance(10_000)
    const task = await taskOf(reference['id'])
    expect(task).toMatchObject({ completionStatus: 'SUCCESS', attributes: { processed: 1, failed: 0 } })
    expect(await taskOf(task['id'])).toEqual(task)
    const after = record((await ask('admin', 'getIdentity', 'GET', `/identities/${id}`)).body)
    expect(after['lastRefresh']).toBe(task['created'])
  })

  test('somebody in error makes it a WARNING, nobody but the uncorrelated an ERROR', async () => {
    const stuck = await sandbox.store
      .selectFrom('identity')
      .select('id')
      .where('processing_state', '=', 'ERROR')
      .executeTakeFirstOrThrow()
    const loose = await sandbox.store.selectFrom('identity').select('id').where('correlated', '=', 0).executeTakeFirstOrThrow()
    const tasks = [await process('admin', { identityIds: [stuck.id] }), await process('admin', { identityIds: [loose.id] })]
    sandbox.advance(10_000)
    expect(await taskOf(record(tasks[0]?.body)['id'])).toMatchObject({ completionStatus: 'WARNING' })
    expect(await taskOf(record(tasks[1]?.body)['id'])).toMatchObject({ completionStatus: 'ERROR' })
    const after = record((await ask('admin', 'getIdentity', 'GET', `/identities/${stuck.id}`)).body)
    expect(after['processingState']).toBe('ERROR')
  })

  test('1 to 250 different, known ids', async () => {
    const all = await sandbox.store.selectFrom('identity').select('id').limit(251).execute()
    const ids = all.map(({ id }) => id)
    for (const identityIds of [[], ids, [ids[0], ids[0]], [ids[0], UNKNOWN], null, 'x'])
      expect(await outcomeOf(() => process('admin', { identityIds }))).toEqual({ status: 400, changed: false })
    expect(await outcomeOf(() => process('admin', {}))).toEqual({ status: 400, changed: false })
    expect((await process('admin', { identityIds: ids.slice(0, 250) })).status).toBe(202)
  })
})

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

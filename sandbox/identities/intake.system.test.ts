import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { holdToContract } from '../testing/contract-check.ts'
import { UNKNOWN, record, records, identityCalls } from '../testing/identity-calls.ts'
import { startTestSandbox } from '../testing/test-sandbox.ts'
import type { TestSandbox } from '../testing/test-sandbox.ts'

let sandbox: TestSandbox
beforeAll(async () => {
  sandbox = await startTestSandbox()
})
afterAll(() => sandbox.close())

const { ask, somebody, statusOf, mailsTo, taskOf, invite, process, outcomeOf } = identityCalls(() => sandbox)

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

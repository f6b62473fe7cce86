import sdk from 'sailpoint-api-client'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import type { ServedOperationId } from './http/handlers.ts'
import { authorization } from './authorization.ts'
import { listenTestSandbox } from './testing/test-sandbox.ts'

// The vendor's TypeScript SDK, as published: it must work against the sandbox without a change.
const {
  Configuration,
  IdentitiesBetaApi,
  IdentitiesV2024Api,
  Paginator,
  TaskManagementBetaApi,
  TaskManagementV2024Api,
  WorkItemsBetaApi,
  WorkItemsV2024Api,
} = sdk

let sandbox: Awaited<ReturnType<typeof listenTestSandbox>>
/** What the SDK has been made to call, to be held against what the sandbox serves. */
const called = new Set<ServedOperationId>()

function configuration(clientId: string) {
  const made = new Configuration({
    baseurl: sandbox.baseUrl,
    clientId,
    clientSecret: sandbox.patSecret,
    tokenUrl: `${sandbox.baseUrl}/oauth/token`,
  })
  made.experimental = true
  return made
}

beforeAll(async () => {
  sandbox = await listenTestSandbox()
  // The SDK announces experimental calls on the console.
  vi.spyOn(console, 'log').mockImplementation(() => undefined)
})
afterAll(() => sandbox.close())

const id = (item: { id?: string } | undefined): string => item?.id ?? ''
const stateOf = (item: { approvalItems?: ReadonlyArray<{ id?: string; state?: unknown }> | null }, approval: string) =>
  item.approvalItems?.find((each) => each.id === approval)?.state
const pendingOf = (item: { approvalItems?: ReadonlyArray<{ id?: string; state?: unknown }> | null }) =>
  (item.approvalItems ?? []).flatMap(({ id, state }) => (id !== undefined && (state === 'Pending' || state === null) ? [id] : []))

describe.each(['beta', 'v2024'] as const)('work items of %s', (version) => {
  const api = () => {
    const made = configuration('manager-pat')
    return version === 'beta' ? new WorkItemsBetaApi(made) : new WorkItemsV2024Api(made)
  }

  test('are listed, counted, summed, paged and read', async () => {
    const workItems = api()
    const list = await workItems.listWorkItems({ limit: 250, offset: 0, count: true })
    const summary = (await workItems.getWorkItemsSummary()).data
    expect(list.headers['x-total-count']).toBe(String(list.data.length))
    expect(summary).toMatchObject({ open: list.data.length })
    expect((await workItems.getCountWorkItems()).data).toEqual({ count: list.data.length })
    const completed = await workItems.getCompletedWorkItems({ limit: 10, count: true })
    expect((await workItems.getCountCompletedWorkItems()).data).toEqual({ count: Number(completed.headers['x-total-count']) })
    const first = list.data[0]
    expect((await workItems.getWorkItem({ id: first?.id ?? '' })).data).toEqual(first)
    for (const id of ['listWorkItems', 'getWorkItemsSummary', 'getCountWorkItems', 'getCompletedWorkItems'] as const)
      called.add(id)
    called.add('getCountCompletedWorkItems').add('getWorkItem')
  })

  test('are decided in every way', async () => {
    const workItems = api()
    const open = (await workItems.listWorkItems({ limit: 250 })).data
    const [one, bulkYes, bulkNo, toForward] = open.filter((item) => pendingOf(item).length > 1)
    const [yes = '', no = ''] = pendingOf(one ?? {})

    const approved = (await workItems.approveApprovalItem({ id: id(one), approvalItemId: yes })).data
    expect(stateOf(approved, yes)).toBe('Finished')
    const rejected = (await workItems.rejectApprovalItem({ id: id(one), approvalItemId: no })).data
    expect(stateOf(rejected, no)).toBe('Rejected')
    expect((await workItems.approveApprovalItemsInBulk({ id: id(bulkYes) })).data.state).toBe('Finished')
    expect(pendingOf((await workItems.rejectApprovalItemsInBulk({ id: id(bulkNo) })).data)).toEqual([])
    await expect(workItems.approveApprovalItem({ id: id(one), approvalItemId: yes })).rejects.toMatchObject({
      response: { status: 400 },
    })

    const manual = open.find((item) => item.type === 'ManualAction' && item.approvalItems === null)
    expect((await workItems.completeWorkItem({ id: id(manual) })).data.state).toBe('Finished')

    const forward = { targetOwnerId: await sandbox.identityId('colleague'), comment: 'Yours.', sendNotifications: true }
    const forwarded =
      workItems instanceof WorkItemsBetaApi
        ? await workItems.forwardWorkItem({ id: id(toForward), workItemForwardBeta: forward })
        : await workItems.forwardWorkItem({ id: id(toForward), workItemForwardV2024: forward })
    expect(forwarded.status).toBe(200)

    const form = open.find((item) => JSON.stringify(item.form ?? {}).match(/"formItems"/g)?.length === 1)
    const field: unknown = form?.form?.sections?.[0]?.formItems?.[0]
    const { name, values } = firstField(field)
    const selected = await workItems.submitAccountSelection({ id: id(form), requestBody: { [name]: values[0] } })
    expect(selected.data.state).toBe('Finished')
    for (const operation of ['approveApprovalItem', 'rejectApprovalItem', 'completeWorkItem', 'forwardWorkItem'] as const)
      called.add(operation)
    called.add('approveApprovalItemsInBulk').add('rejectApprovalItemsInBulk').add('submitAccountSelection')
  })
})

const valueOf = (entry: unknown): string => {
  if (typeof entry === 'string') return entry
  if (Array.isArray(entry)) return String(entry[1])
  const object: Record<string, unknown> = JSON.parse(JSON.stringify(entry))
  return String(object['value'] ?? object['id'] ?? Object.values(object)[0])
}

/** The one field of the simplest seeded form, with the accounts it offers in whatever shape. */
function firstField(field: unknown): { name: string; values: string[] } {
  const text = JSON.stringify(field)
  const read: { name: string; allowedValuesList: unknown[] } = JSON.parse(text)
  return { name: read.name, values: read.allowedValuesList.map(valueOf) }
}

test('completed work items are paged to the end', async () => {
  const workItems = new WorkItemsBetaApi(configuration('manager-pat'))
  const { data } = await workItems.getCountCompletedWorkItems()
  const all = await Paginator.paginate(workItems, workItems.getCompletedWorkItems.bind(workItems), { limit: 1000 }, 100)
  expect(all.data).toHaveLength(Number([data].flat()[0]?.count))
})

describe('identities', () => {
  test.each(['beta', 'v2024'] as const)('of %s are listed with filters and read', async (version) => {
    const made = configuration('helpdesk-pat')
    const identities = version === 'beta' ? new IdentitiesBetaApi(made) : new IdentitiesV2024Api(made)
    const found = await identities.listIdentities({ filters: 'name sw "Anna S"', sorters: 'alias', count: true })
    expect(found.headers['x-total-count']).toBe('3')
    expect(found.data.map(({ alias }) => alias)).toEqual(['anna.schmidt', 'anna.schmidt2', 'anna.schmitt'])
    const one = found.data[0]
    expect((await identities.getIdentity({ id: one?.id ?? '' })).data).toEqual(one)
    await expect(identities.listIdentities({ filters: 'name co "x"' })).rejects.toMatchObject({ response: { status: 400 } })
    called.add('listIdentities').add('getIdentity')
  })
  test('are refused to a person without the right', async () => {
    const identities = new IdentitiesV2024Api(configuration('colleague-pat'))
    await expect(identities.listIdentities()).rejects.toMatchObject({ response: { status: 403 } })
  })
})

/** Each vendor class names its parameters after its version; behind this they are alike. */
function identitiesOf(version: 'beta' | 'v2024', persona: string) {
  const made = configuration(persona)
  if (version === 'beta') {
    const api = new IdentitiesBetaApi(made)
    return {
      api,
      tasks: new TaskManagementBetaApi(made),
      invite: (ids: string[]) => api.startIdentitiesInvite({ inviteIdentitiesRequestBeta: { ids } }),
      process: (identityIds: string[]) => api.startIdentityProcessing({ processIdentitiesRequestBeta: { identityIds } }),
      remove: (identity: string) => api.deleteIdentity({ id: identity }),
      sendMail: (identity: string) =>
        api.sendIdentityVerificationAccountToken({
          id: identity,
          sendAccountVerificationRequestBeta: { via: 'EMAIL_WORK', sourceName: null },
        }),
    }
  }
  const api = new IdentitiesV2024Api(made)
  return {
    api,
    tasks: new TaskManagementV2024Api(made),
    invite: (ids: string[]) => api.startIdentitiesInvite({ inviteIdentitiesRequestV2024: { ids } }),
    process: (identityIds: string[]) => api.startIdentityProcessing({ processIdentitiesRequestV2024: { identityIds } }),
    remove: (identity: string) => api.deleteIdentity({ id: identity, xSailPointExperimental: 'true' }),
    sendMail: (identity: string) =>
      api.sendIdentityVerificationAccountToken({
        id: identity,
        sendAccountVerificationRequestV2024: { via: 'EMAIL_WORK', sourceName: null },
      }),
  }
}

describe.each(['beta', 'v2024'] as const)('identities of %s', (version) => {
  const used = new Set<string>()
  async function somebody(status: string): Promise<string> {
    const people = await sandbox.store
      .selectFrom('identity')
      .select('id')
      .where('status', '=', status)
      .where('correlated', '=', 1)
      .where('protected', '=', 0)
      .where('email', 'is not', null)
      .where('persona', 'is', null)
      .where('id', 'not in', sandbox.store.selectFrom('owned_object').select('owner_id'))
      .orderBy('id')
      .execute()
    const found = people.find((one) => !used.has(one.id))?.id ?? ''
    used.add(found)
    return found
  }

  test('are invited and processed, and the tasks followed to their end', async () => {
    const { invite, process, tasks } = identitiesOf(version, 'helpdesk-pat')
    const invited = await invite([await somebody('UNREGISTERED')])
    expect([invited.status, invited.data.completionStatus]).toEqual([202, null])
    const processed = await process([await somebody('REGISTERED')])
    expect(processed.status).toBe(202)
    sandbox.advance(10_000)
    const ids = [invited.data.id, processed.data.id ?? '']
    for (const task of ids) expect((await tasks.getTaskStatus({ id: task })).data.completionStatus).toBe('SUCCESS')
    const listed = await tasks.getTaskStatusList({ limit: 2, count: true, sorters: '-created' })
    expect(listed.data.map((task) => task.id)).toContain(ids[0])
    const paged = await Paginator.paginate(tasks, tasks.getTaskStatusList.bind(tasks), { limit: 100 }, 1)
    expect(paged.data).toHaveLength(Number(listed.headers['x-total-count']))
    called.add('startIdentitiesInvite').add('startIdentityProcessing').add('getTaskStatus')
  })

  test('are mailed, synchronised and deleted', async () => {
    const { api, sendMail, remove } = identitiesOf(version, 'admin-pat')
    const person = await somebody('REGISTERED')
    expect((await sendMail(person)).status).toBe(200)
    const job = await api.synchronizeAttributesForIdentity({ identityId: person })
    expect([job.status, job.data.status]).toEqual([202, 'QUEUED'])
    expect((await remove(person)).status).toBe(204)
    await expect(remove(await sandbox.identityId('manager'))).rejects.toMatchObject({ response: { status: 400 } })
    called.add('sendIdentityVerificationAccountToken').add('synchronizeAttributesForIdentity')
    called.add('deleteIdentity')
  })

  test('tell what they own and what they were given', async () => {
    const { api } = identitiesOf(version, 'helpdesk-pat')
    const owned = await api.getIdentityOwnershipDetails({ identityId: await sandbox.identityId('manager') })
    expect(JSON.stringify(owned.data)).toContain('WORK_ITEM_OWNER')
    const { identity_id: holder } = await sandbox.store.selectFrom('role_assignment').selectAll().executeTakeFirstOrThrow()
    const [reference] = (await api.getRoleAssignments({ identityId: holder })).data
    const [full] = (await api.getRoleAssignments({ identityId: holder, roleId: reference?.role?.id ?? '' })).data
    expect(full).toMatchObject({ ...reference, assignedDimensions: [] })
    const one = await api.getRoleAssignment({ identityId: holder, assignmentId: reference?.id ?? '' })
    expect(one.data).toEqual(full)
    called.add('getIdentityOwnershipDetails').add('getRoleAssignments').add('getRoleAssignment')
  })

  test('are paged to the end', async () => {
    const { api } = identitiesOf(version, 'helpdesk-pat')
    const { total } = await sandbox.store
      .selectFrom('identity')
      .select(({ fn }) => fn.countAll<number>().as('total'))
      .where('correlated', '=', 1)
      .executeTakeFirstOrThrow()
    const all = await Paginator.paginate(api, api.listIdentities.bind(api), { limit: 1_000 }, 100)
    expect(all.data).toHaveLength(total)
  })
})

test('an identity is reset by the beta class; the v2024 class cannot, and nothing happens', async () => {
  const { id: person } = await sandbox.store
    .selectFrom('identity')
    .select('id')
    .where('status', '=', 'REGISTERED')
    .where('persona', 'is', null)
    .executeTakeFirstOrThrow()
  const identities = new IdentitiesV2024Api(configuration('admin-pat'))
  // The vendor's document names the parameter `identityId` and its template says `{id}`, so its SDK sends `{id}` as it stands.
  await expect(identities.resetIdentity({ identityId: person })).rejects.toMatchObject({ response: { status: 400 } })
  expect((await identities.getIdentity({ id: person })).data.identityStatus).toBe('REGISTERED')
  expect((await new IdentitiesBetaApi(configuration('admin-pat')).resetIdentity({ identityId: person })).status).toBe(202)
  expect((await identities.getIdentity({ id: person })).data.identityStatus).toBe('UNREGISTERED')
  called.add('resetIdentity')
})

test('everybody uninvited is invited without a list', async () => {
  const api = new IdentitiesV2024Api(configuration('admin-pat'))
  const started = await api.startIdentitiesInvite({ inviteIdentitiesRequestV2024: { uninvited: true } })
  expect([started.status, started.data.completed]).toEqual([202, null])
})

test('no served operation was left out above', () => {
  expect([...called].sort()).toEqual(Object.keys(authorization).sort())
})

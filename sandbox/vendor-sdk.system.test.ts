import sdk from 'sailpoint-api-client'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import type { ServedOperationId } from './http/handlers.ts'
import { authorization } from './authorization.ts'
import { listenTestSandbox } from './testing/test-sandbox.ts'

// The vendor's TypeScript SDK, as published: it must work against the sandbox without a change (DESIGN §8).
const { Configuration, IdentitiesBetaApi, IdentitiesV2024Api, Paginator, WorkItemsBetaApi, WorkItemsV2024Api } = sdk

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

test('no served operation was left out above', () => {
  expect([...called].sort()).toEqual(Object.keys(authorization).sort())
})

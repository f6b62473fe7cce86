import { readIdentities } from '#contract/identity.ts'
import { isRecord } from '#contract/json.ts'
import { operationList, operations } from '#contract/operations.ts'
import type { Operation } from '#contract/operations.ts'
import { readWorkItems } from '#contract/work-item.ts'
import { expect, test as base } from 'playwright/test'
import { DECISIONS, draftsOn, ended, seenPeople } from '../drafts.ts'
import { signInOverHttp } from '../http-desk.ts'
import { startStack } from '../stack.ts'
import type { Persona, Stack } from '../stack.ts'

const PERSONAS: readonly Persona[] = ['manager', 'colleague', 'helpdesk', 'admin']

/** A tenant and a server, no browser. */
const test = base.extend<{ readonly stack: Stack }>({
  // oxlint-disable-next-line no-empty-pattern -- the runner reads the names of what a fixture needs here
  stack: async ({}, use) => {
    const stack = await startStack({ env: { SANDBOX_RATE_LIMIT: '0' } })
    await use(stack)
    await stack.close()
  },
})

/** A status and a body, without what is different in every answer. */
const comparable = (status: number, body: unknown): string =>
  JSON.stringify([status, isRecord(body) ? { ...body, trackingId: '' } : body])

/** Everything of the tenant that somebody may be asked about: a work item and a person of the manager's and of the helpdesk's. */
async function objectsOf(stack: Stack) {
  const items = await Promise.all(
    (['manager', 'helpdesk'] as const).map(async (persona) => {
      const { data } = await (await stack.tenant(persona)).GET('/work-items', { params: { query: { limit: 250 } } })
      return readWorkItems(data)
    }),
  )
  const owners = items.map(([item]) => item?.owner?.id ?? '')
  return { items, owners }
}

/** The ways to ask one read: of oneself or in general, and about each object. */
function asksFor(operation: Operation, { items, owners }: Awaited<ReturnType<typeof objectsOf>>): string[] {
  const fill = (id: string) => operation.path.replaceAll(/\{\w+\}/g, id)
  if (operation.pathParameters.length === 0) {
    const ofOthers = operation.queryParameters.includes('ownerId') ? owners.map((id) => `${operation.path}?ownerId=${id}`) : []
    return [operation.path, ...ofOthers]
  }
  return operation.version === 'beta' ? items.map(([item]) => fill(item?.id ?? '')) : [...owners.map(fill), fill('nobody')]
}

test('A2 each of the twelve reads answers every persona through the desk as the tenant itself does', async ({ stack }) => {
  const objects = await objectsOf(stack)
  const reads = operationList.filter(({ kind }) => kind === 'read')
  expect(reads).toHaveLength(12)
  const seen = new Set<number>()
  for (const persona of PERSONAS) {
    const [desk, token] = [await signInOverHttp(stack, persona), await stack.tokenOf(persona)]
    const headers = { authorization: `Bearer ${token}`, 'x-sailpoint-experimental': 'true' }
    for (const { version, ...read } of reads) {
      for (const path of asksFor({ version, ...read }, objects)) {
        const direct = await fetch(`${stack.tenantUrl}/${version}${path}`, { headers })
        const through = await desk.ask('GET', `/api/${version}${path}`)
        // A refusal without a body becomes an empty one.
        const expected: unknown = await direct.json().catch(() => ({}))
        const got: unknown = await through.json()
        expect([persona, path, comparable(through.status, got)]).toEqual([persona, path, comparable(direct.status, expected)])
        seen.add(direct.status)
      }
    }
  }
  expect(seen).toEqual(new Set([200, 403, 404]))
})

test('A2 each of the seven decisions on the manager’s list takes effect for whom the tenant lets, through the desk too', async ({
  stack,
}) => {
  expect(DECISIONS).toHaveLength(7)
  const { items, owners } = await objectsOf(stack)
  const backlog = [...(items[0] ?? [])]
  for (const persona of ['colleague', 'helpdesk', 'admin', 'manager'] as const) {
    const desk = await signInOverHttp(stack, persona)
    const drafts = draftsOn(backlog, owners[1] ?? '')
    const mine = new Set(drafts.map(({ workItemId }) => workItemId))
    const before = (await stack.effects()).length
    const states = await ended(desk, drafts)
    const effects = (await stack.effects()).slice(before)
    const may = persona === 'admin' || persona === 'manager'
    expect([persona, new Set(states)]).toEqual([persona, may ? new Set(['done']) : expect.any(Set)])
    expect([persona, states.filter((state) => may !== (state === 'done'))]).toEqual([persona, []])
    expect([persona, new Set(effects.map(({ operation }) => operation))]).toEqual([persona, new Set(may ? DECISIONS : [])])
    expect(effects.every(({ workItemId }) => mine.has(workItemId))).toBe(true)
  }
})

test('A2 rights that change within a session count from the next request: reads, decisions and actions', async ({ stack }) => {
  const setLevels = async (persona: Persona, authorities: readonly string[]) => {
    const init = {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ persona, authorities }),
    }
    expect((await fetch(`${stack.tenantUrl}/_sandbox/person`, init)).status).toBe(204)
  }
  const desk = await signInOverHttp(stack, 'colleague')
  const { items } = await objectsOf(stack)
  const backlog = [...(items[0] ?? [])]
  const answer: unknown = await (
    await fetch(`${stack.tenantUrl}/v2024/identities?limit=50&filters=${encodeURIComponent('cloudStatus eq "REGISTERED"')}`, {
      headers: { authorization: `Bearer ${await stack.tokenOf('admin')}` },
    })
  ).json()
  const people = readIdentities(answer).filter(({ isManager }) => !isManager)
  const process = () => {
    const person = people.shift()
    if (!person) throw new Error('Nobody is left.')
    return { operation: 'startIdentityProcessing', body: { identityIds: [person.id] }, seen: seenPeople(person) }
  }
  const decision = () => draftsOn(backlog, '')[0]
  const may = async () => {
    const [reading] = asksFor(operations.getIdentityOwnershipDetails, { items, owners: [people[0]?.id ?? ''] })
    const read = (await desk.ask('GET', `/api/v2024${reading}`)).status
    return [read, ...(await ended(desk, [decision(), process()]))]
  }
  const refused = expect.stringMatching(/^(refused|conflict)$/)
  expect(await may()).toEqual([403, refused, refused])
  await setLevels('colleague', ['ORG_ADMIN'])
  expect(await may()).toEqual([200, 'done', 'done'])
  await setLevels('colleague', [])
  expect(await may()).toEqual([403, refused, refused])
  expect(await stack.effects()).toHaveLength(2)
})

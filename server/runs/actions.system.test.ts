/** The six actions on people against the sandbox tenant, as a process of its own over HTTP; its effect log is the oracle. */
import { randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, onTestFinished, test, vi } from 'vitest'
import { readIdentities } from '#contract/identity.ts'
import type { Identity } from '#contract/identity.ts'
import { isRecord, listOf } from '#contract/json.ts'
import { readOwnership } from '#contract/ownership.ts'
import type { Ownership } from '#contract/ownership.ts'
import { systemClock } from '../tenant/clock.ts'
import type { TokenSource } from '../tenant/token-source.ts'
import type { ActionOperation } from './action.ts'
import type { EntryDraft } from './decision.ts'
import { ownedText } from './judge-person.ts'
import { draft, me, openDesk } from './testing/desk.ts'
import type { Desk } from './testing/desk.ts'
import { onMany, onPerson } from './testing/people.ts'
import { startSandboxProcess } from './testing/sandbox-process.ts'
import type { SandboxProcess } from './testing/sandbox-process.ts'

const PERSONAS = ['manager', 'colleague', 'helpdesk', 'admin'] as const

let sandbox: SandboxProcess
let desk: Desk
let tokens: TokenSource
let people: Identity[] = []
let kept: ReadonlySet<string>
const admin = { ...me, userId: 'admin' }

const folder = mkdtempSync(join(tmpdir(), 'actions-'))
const deskOptions = () => ({
  clock: systemClock,
  fetch,
  apiUrl: sandbox.url,
  tokens,
  timeouts: { readMs: 1_000, writeMs: 1_500 },
})

beforeAll(async () => {
  sandbox = await startSandboxProcess({ SANDBOX_IDENTITIES: '450' })
  const tokenOf = Object.fromEntries(
    await Promise.all(PERSONAS.map(async (name) => [name, await sandbox.tokenOf(name)] as const)),
  )
  tokens = { tokenFor: ({ userId }) => Promise.resolve(tokenOf[userId] ?? null), replace: () => Promise.resolve(null) }
  const token = tokenOf['admin'] ?? ''
  const list = async (query: string) => readIdentities(await sandbox.ask(`/v2024/identities?limit=250&${query}`, {}, token))
  people = [...(await list('offset=0')), ...(await list('offset=250'))]
  const personas = await Promise.all(
    PERSONAS.map(async (name) =>
      sandbox.ask('/oauth/userinfo', {}, tokenOf[name]).then((info) => (isRecord(info) ? String(info['id']) : '')),
    ),
  )
  kept = new Set([...personas, ...(await list(`filters=${encodeURIComponent('protected eq true')}`)).map(({ id }) => id)])
  desk = await openDesk(deskOptions())
  await desk.runner.start()
})

afterAll(async () => {
  await desk.runner.stop()
  await desk.close()
  sandbox.stop()
  rmSync(folder, { recursive: true, force: true })
})

beforeEach(() => sandbox.forgetFaults())

/** Takes the next person of this kind, each only once. */
function take(is: (person: Identity) => boolean): Identity {
  const index = people.findIndex((person) => !kept.has(person.id) && is(person))
  const [person] = people.splice(index, 1)
  if (index < 0 || !person) throw new Error('The seed has nobody like this.')
  return person
}

const hasStatus = (status: string) => (person: Identity) => person.status?.raw === status && person.email !== null
const registered = (person: Identity) => hasStatus('REGISTERED')(person) && !person.isManager
const uninvited = hasStatus('UNREGISTERED')

async function ownershipOf(person: Identity): Promise<Ownership> {
  const token = await tokens.tokenFor(admin)
  const body = await sandbox.ask(`/v2024/identities/${person.id}/ownership`, {}, token ?? '')
  return readOwnership(body)
}

const owns = async (person: Identity) => (await ownershipOf(person)).kind !== 'owns-nothing'

/** Somebody who can be deleted: owns nothing, not even an open work item. */
async function takeDeletable(): Promise<Identity> {
  for (;;) {
    const person = take(registered)
    if (!(await owns(person))) return person
  }
}

/** Anybody of this kind, who stays for others. */
async function found(is: (person: Identity) => Promise<boolean>): Promise<Identity> {
  for (const person of people) if (await is(person)) return person
  throw new Error('The seed has nobody like this.')
}

async function subjectFor(operation: ActionOperation): Promise<Identity> {
  if (operation === 'deleteIdentity') return takeDeletable()
  return take(operation === 'startIdentitiesInvite' ? uninvited : registered)
}

function draftFor(operation: ActionOperation, person: Identity): EntryDraft {
  switch (operation) {
    case 'startIdentitiesInvite':
      return onMany(operation, { ids: [person.id] }, [person])
    case 'startIdentityProcessing':
      return onMany(operation, { identityIds: [person.id] }, [person])
    case 'sendIdentityVerificationAccountToken':
      return onPerson(operation, person, { body: { via: 'EMAIL_WORK' } })
    default:
      return onPerson(operation, person)
  }
}

const isOpen = (state: string) => ['held', 'queued', 'sending', 'verifying'].includes(state)

async function settled(entry: EntryDraft, user = admin, on = desk) {
  const runId = randomUUID()
  await on.service.put(user, runId, draft([entry]))
  const found = async () => (await on.service.get(user, runId)).entries.find(({ state }) => !isOpen(state))
  return vi.waitUntil(found, { timeout: 30_000, interval: 50 })
}

/** The entry of a run once its task is no longer followed. */
async function followed(runId: string, on = desk) {
  const found = async () => {
    const [entry] = (await on.service.get(admin, runId)).entries
    return entry?.kind === 'action' && entry.task && entry.task.state !== 'following' ? entry.task : undefined
  }
  return vi.waitUntil(found, { timeout: 30_000, interval: 50 })
}

const effectsOn = async (id: string) =>
  (await sandbox.effects()).filter((effect) => effect['identityId'] === id).map((effect) => effect['operation'])

const ACTIONS: readonly ActionOperation[] = [
  'sendIdentityVerificationAccountToken',
  'startIdentitiesInvite',
  'startIdentityProcessing',
  'synchronizeAttributesForIdentity',
  'resetIdentity',
  'deleteIdentity',
]

test.each(ACTIONS)('%s is done and has its effect; a deletion only once it was read again', async (operation) => {
  const person = await subjectFor(operation)
  const entry = await settled(draftFor(operation, person))
  expect(entry).toMatchObject({ state: 'done', sent: 'yes', attempt: 1, problem: null })
  expect(entry.confirmedByReading).toBe(operation === 'deleteIdentity')
  expect(await effectsOn(person.id)).toEqual([operation])
})

const UNREADABLE: readonly ActionOperation[] = ACTIONS.slice(0, 4)

describe.each([false, true])('D3 a tenant that breaks, naive: %s', (isNaive) => {
  beforeEach(async () => {
    await sandbox.naive(isNaive)
    return () => sandbox.naive(false)
  })

  test.each<[string, ActionOperation, string, number]>([
    ...UNREADABLE.map((operation): [string, ActionOperation, string, number] => ['drop-after-effect', operation, 'needs-you', 1]),
    ...['drop-after-effect', '500-after-effect', 'delay'].flatMap((kind): [string, ActionOperation, string, number][] => [
      [kind, 'resetIdentity', 'done', 1],
      [kind, 'deleteIdentity', 'done', 1],
    ]),
    ['500-after-effect', 'startIdentitiesInvite', 'needs-you', 1],
    ['invalid-json', 'startIdentityProcessing', 'needs-you', 1],
    ['drop-before', 'resetIdentity', 'needs-you', 0],
    ['500-before', 'deleteIdentity', 'needs-you', 0],
    ['403', 'resetIdentity', 'refused', 0],
    ['404', 'startIdentitiesInvite', 'refused', 0],
  ])('D3 %s, %s', async (kind, operation, state, effects) => {
    const person = await subjectFor(operation)
    await sandbox.fault(operation, kind)
    const entry = await settled(draftFor(operation, person))
    expect([entry.state, entry.attempt]).toEqual([state, 1])
    expect(await effectsOn(person.id)).toHaveLength(effects)
  })
})

test('D3 sent again by the person after a doubt, a deletion that had happened is found and not repeated', async () => {
  const person = await takeDeletable()
  await sandbox.fault('deleteIdentity', '500-before')
  const runId = randomUUID()
  await desk.service.put(admin, runId, draft([draftFor('deleteIdentity', person)]))
  const stateOf = async () => (await desk.service.get(admin, runId)).entries[0]?.state
  await vi.waitUntil(async () => (await stateOf()) === 'needs-you', { timeout: 30_000, interval: 50 })
  await desk.service.settle(admin, runId, 'send-again')
  await vi.waitUntil(async () => (await stateOf()) === 'done', { timeout: 30_000, interval: 50 })
  expect(await effectsOn(person.id)).toEqual(['deleteIdentity'])
})

describe('a deletion fails closed', () => {
  test('somebody who owns things stays, and what it is is said', async () => {
    const owner = await found(owns)
    const ownership = await ownershipOf(owner)
    if (ownership.kind !== 'owns') throw new Error('What this person owns cannot be read.')
    const entry = await settled(draftFor('deleteIdentity', owner))
    const problem = { kind: 'owns-things', now: ownedText(ownership) }
    expect(entry).toMatchObject({ state: 'conflict', sent: 'no', problem })
  })

  test('so does a manager', async () => {
    const manager = await found(async (person) => person.isManager && !(await owns(person)))
    const entry = await settled(draftFor('deleteIdentity', manager))
    expect(entry).toMatchObject({ state: 'conflict', sent: 'no', problem: { kind: 'has-reports' } })
  })

  test.each<[string, string]>([
    ['getIdentityOwnershipDetails', '403'],
    ['getIdentityOwnershipDetails', '404'],
    ['getCountWorkItems', '403'],
  ])('and whoever cannot be looked at: %s answers %s', async (operation, kind) => {
    const person = await takeDeletable()
    await sandbox.fault(operation, kind)
    const entry = await settled(draftFor('deleteIdentity', person))
    expect(entry).toMatchObject({ state: 'conflict', sent: 'no', problem: { kind: 'unreadable' } })
    expect(await effectsOn(person.id)).toEqual([])
  })

  test('and whoever is no longer as they were seen', async () => {
    const person = await takeDeletable()
    const entry = await settled(draftFor('deleteIdentity', { ...person, email: 'somebody.else@corp.example' }))
    expect(entry).toMatchObject({ state: 'conflict', sent: 'no', problem: { kind: 'changed', now: person.email } })
  })
})

describe('a task', () => {
  test('is followed to its end, with what it says', async () => {
    const [one, two] = [take(uninvited), take(registered)]
    const runId = randomUUID()
    await desk.service.put(admin, runId, draft([onMany('startIdentitiesInvite', { ids: [one.id, two.id] }, [one, two])]))
    const task = await followed(runId)
    expect(task).toMatchObject({ state: 'warning', status: 'WARNING', figures: { sent: 1, leftOut: 1 } })
    expect(task.messages.map(({ text }) => text).join('\n')).toContain(`${two.name ?? ''} is already registered.`)
    expect(await desk.service.get(admin, runId)).toMatchObject({ open: false, following: 0, totals: { done: 1 } })
  })

  test('survives a restart of the server', async () => {
    const path = join(folder, 'desk.sqlite')
    const first = await openDesk({ ...deskOptions(), path })
    await first.runner.start()
    const person = take(registered)
    const runId = randomUUID()
    await first.service.put(admin, runId, draft([draftFor('startIdentityProcessing', person)]))
    await vi.waitUntil(async () => (await first.service.get(admin, runId)).totals.done === 1, { timeout: 10_000, interval: 20 })
    await first.runner.stop()
    expect((await first.service.entries(admin, { following: true, limit: 10, offset: 0 })).map((entry) => entry.runId)).toEqual([
      runId,
    ])
    await first.close()
    const second = await openDesk({ ...deskOptions(), path })
    onTestFinished(async () => {
      await second.runner.stop()
      await second.close()
    })
    await second.runner.start()
    expect(await followed(runId, second)).toMatchObject({ state: 'success', percent: 100 })
  })

  test.each(['403', '404'])('that cannot be read (%s) is accepted and not traceable', async (kind) => {
    const runId = randomUUID()
    await sandbox.fault('getTaskStatus', kind, { times: 50 })
    await desk.service.put(admin, runId, draft([draftFor('startIdentityProcessing', take(registered))]))
    expect(await followed(runId)).toMatchObject({ state: 'not-traceable' })
    expect((await desk.service.get(admin, runId)).entries[0]).toMatchObject({ state: 'done', sent: 'yes' })
  })

  test('is asked again while the tenant cannot answer', async () => {
    const runId = randomUUID()
    await sandbox.fault('getTaskStatus', '500-before', { times: 2 })
    await desk.service.put(admin, runId, draft([draftFor('startIdentityProcessing', take(registered))]))
    expect(await followed(runId)).toMatchObject({ state: 'success' })
  })
})

describe('A2 the server adds no right and takes none', () => {
  const may: Readonly<Record<(typeof PERSONAS)[number], readonly ActionOperation[]>> = {
    manager: [],
    colleague: [],
    helpdesk: ['sendIdentityVerificationAccountToken', 'startIdentitiesInvite', 'startIdentityProcessing', 'resetIdentity'],
    admin: ACTIONS,
  }
  const cells = PERSONAS.flatMap((persona) => ACTIONS.map((operation) => [persona, operation] as const))

  test.each(cells)('A2 %s, %s', async (persona, operation) => {
    const person = await subjectFor(operation)
    const entry = await settled(draftFor(operation, person), { ...me, userId: persona })
    const isAllowed = may[persona].includes(operation)
    expect(await effectsOn(person.id)).toEqual(isAllowed ? [operation] : [])
    // Whoever may not read people is stopped where they are looked at again.
    expect(isAllowed ? ['done'] : ['refused', 'conflict']).toContain(entry.state)
  })
})

test('the clocks tell everybody who may see the person, and nobody else', async () => {
  const person = take(registered)
  await settled(draftFor('sendIdentityVerificationAccountToken', person))
  const ask = async (userId: string, path: string) => {
    const answer = await desk.app.request(`/desk${path}`, { headers: { 'x-test-user': userId } })
    const body: unknown = await answer.json()
    return { status: answer.status, body }
  }
  const seen = await ask('manager', `/identities/${person.id}/clocks`)
  expect(seen.body).toMatchObject({
    passwordMail: { outcome: 'done', via: 'EMAIL_WORK', by: { id: 'admin' } },
    reset: null,
    open: [],
  })
  expect((await ask('colleague', `/identities/${person.id}/clocks`)).status).toBe(403)
  expect((await ask('manager', '/identities/nobody/clocks')).status).toBe(404)
  const several = await ask('manager', `/identities/clocks?ids=${person.id},nobody`)
  expect(
    listOf(several.body)
      .filter(isRecord)
      .map(({ identityId }) => identityId),
  ).toEqual([person.id])
})

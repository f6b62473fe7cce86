/** The seven decisions against the sandbox tenant, as a process of its own over HTTP; its effect log is the oracle. */
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { isRecord } from '#contract/json.ts'
import { fieldsOf } from '#contract/work-item-form.ts'
import { readWorkItems } from '#contract/work-item.ts'
import type { WorkItem } from '#contract/work-item.ts'
import { systemClock } from '../tenant/clock.ts'
import type { TokenSource } from '../tenant/token-source.ts'
import type { DecisionOperation, DecisionDraft } from './decision.ts'
import { draft, me, openDesk } from './testing/desk.ts'
import type { Desk } from './testing/desk.ts'
import { draftOf } from './testing/draft-of.ts'
import { startSandboxProcess } from './testing/sandbox-process.ts'
import type { SandboxProcess } from './testing/sandbox-process.ts'

let sandbox: SandboxProcess
let desk: Desk
let open: WorkItem[] = []
let colleagueId = ''

beforeAll(async () => {
  sandbox = await startSandboxProcess()
  const [manager, colleague] = [await sandbox.tokenOf('manager'), await sandbox.tokenOf('colleague')]
  const tokens: TokenSource = { tokenFor: () => Promise.resolve(manager), replace: () => Promise.resolve(null) }
  open = readWorkItems(await sandbox.ask('/beta/work-items', {}, manager))
  const whoami = await sandbox.ask('/oauth/userinfo', {}, colleague)
  colleagueId = isRecord(whoami) ? String(whoami['id']) : ''
  desk = await openDesk({ clock: systemClock, fetch, apiUrl: sandbox.url, tokens, timeouts: { readMs: 1_000, writeMs: 1_500 } })
  await desk.runner.start()
})

afterAll(async () => {
  await desk.runner.stop()
  await desk.close()
  sandbox.stop()
})

beforeEach(() => sandbox.forgetFaults())

/** Takes the next open work item of this kind, each only once. */
function take(is: (item: WorkItem) => boolean): WorkItem {
  const index = open.findIndex(is)
  const [item] = open.splice(index, 1)
  if (index < 0 || !item) throw new Error('The seed has no such work item.')
  return item
}
const pendingOf = (item: WorkItem) => item.approvalItems.filter(({ isOpen }) => isOpen)
const withItems = (count: number) => (item: WorkItem) =>
  pendingOf(item).length >= count && pendingOf(item).length === item.approvalItems.length && !item.form
const plain = (item: WorkItem) => item.approvalItems.length === 0 && !item.form

/** Long ago enough for the item to be looked at again before it is sent. */
const SEEN_AGO_MS = 90_000
const decide = (operation: DecisionOperation, item: WorkItem, more: Partial<DecisionDraft> = {}) =>
  draftOf(operation, item, SEEN_AGO_MS, more)

const one = (item: WorkItem) => ({ approvalItemId: pendingOf(item)[0]?.id ?? '' })

async function settledEntry(entry: DecisionDraft) {
  const runId = randomUUID()
  await desk.service.put(me, runId, draft([entry]))
  const settled = async () =>
    (await desk.service.get(me, runId)).entries.find(({ state }) => !['held', 'queued', 'sending', 'verifying'].includes(state))
  return vi.waitUntil(settled, { timeout: 30_000, interval: 50 })
}

async function effectsOn(item: WorkItem): Promise<unknown[]> {
  return (await sandbox.effects()).filter((effect) => effect['workItemId'] === item.id).map((effect) => effect['operation'])
}

test.each<[DecisionOperation, (item: WorkItem) => boolean, (item: WorkItem) => Partial<DecisionDraft>]>([
  ['approveApprovalItem', withItems(2), one],
  ['rejectApprovalItem', withItems(1), one],
  ['approveApprovalItemsInBulk', withItems(2), () => ({})],
  ['rejectApprovalItemsInBulk', withItems(1), () => ({})],
  ['completeWorkItem', plain, () => ({})],
  ['forwardWorkItem', withItems(1), () => ({ body: { targetOwnerId: colleagueId, comment: 'Yours now.' } })],
  [
    'submitAccountSelection',
    (item) => item.form !== null,
    ({ form }) => ({
      body: Object.fromEntries(
        (form ? fieldsOf(form) : []).flatMap(({ name, allowedValues }) =>
          name === null ? [] : [[name, allowedValues[0]?.value ?? 'any text']],
        ),
      ),
    }),
  ],
])('%s is read again, done, and has its effect', async (operation, is, more) => {
  const item = take(is)
  const entry = await settledEntry(decide(operation, item, more(item)))
  expect(entry).toMatchObject({ state: 'done', sent: 'yes', confirmedByReading: false, problem: null })
  expect(new Set(await effectsOn(item))).toEqual(new Set([operation]))
})

describe('D3 what the tenant breaks after the effect is found by reading, what it breaks before is not done', () => {
  test.each<[string, DecisionOperation, string, number]>([
    ['drop-after-effect', 'approveApprovalItem', 'done', 1],
    ['reset-after-effect', 'rejectApprovalItem', 'done', 1],
    ['500-after-effect', 'completeWorkItem', 'done', 1],
    ['truncate', 'approveApprovalItem', 'done', 1],
    ['invalid-json', 'approveApprovalItem', 'done', 1],
    ['delay', 'approveApprovalItem', 'done', 1],
    ['drop-after-effect', 'forwardWorkItem', 'needs-you', 1],
    ['drop-before', 'approveApprovalItem', 'needs-you', 0],
    ['500-before', 'completeWorkItem', 'needs-you', 0],
    ['429', 'approveApprovalItem', 'done', 1],
    ['403', 'approveApprovalItem', 'refused', 0],
    ['404', 'completeWorkItem', 'refused', 0],
  ])('D3 %s, %s', async (kind, operation, state, effects) => {
    const item = take(operation === 'completeWorkItem' ? plain : withItems(1))
    await sandbox.fault(operation, kind)
    const more =
      operation === 'forwardWorkItem'
        ? { body: { targetOwnerId: colleagueId, comment: 'Yours now.' } }
        : operation === 'completeWorkItem'
          ? {}
          : one(item)
    const entry = await settledEntry(decide(operation, item, more))
    expect(entry.state).toBe(state)
    expect(await effectsOn(item)).toHaveLength(effects)
  })
})

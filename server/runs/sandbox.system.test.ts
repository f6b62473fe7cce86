/** The seven decisions against the sandbox tenant, as a process of its own over HTTP; its effect log is the oracle. */
import { spawn } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { isRecord, listOf } from '#contract/json.ts'
import { fieldsOf } from '#contract/work-item-form.ts'
import { readWorkItems } from '#contract/work-item.ts'
import type { WorkItem } from '#contract/work-item.ts'
import { systemClock } from '../tenant/clock.ts'
import type { TokenSource } from '../tenant/token-source.ts'
import type { DecisionOperation, DecisionDraft } from './decision.ts'
import { draft, me, openDesk } from './testing/desk.ts'
import type { Desk } from './testing/desk.ts'

const folder = mkdtempSync(join(tmpdir(), 'sandbox-'))
let sandbox: ChildProcess
let url = ''
let desk: Desk
let open: WorkItem[] = []
let colleagueId = ''

/** Starts the sandbox and answers where it listens. */
function started(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = ''
    const hear = (data: Buffer) => {
      said += data.toString()
      const address = /listening on (http:\/\/localhost:\d+)/.exec(said)?.[1]
      if (address !== undefined) resolve(address.replace('localhost', '127.0.0.1'))
    }
    child.stdout?.on('data', hear)
    child.stderr?.on('data', hear)
    child.once('close', () => reject(new Error(said)))
  })
}

async function ask(path: string, init: RequestInit = {}): Promise<unknown> {
  const response = await fetch(url + path, init)
  const text = await response.text()
  return text === '' ? undefined : JSON.parse(text)
}

async function tokenOf(persona: string): Promise<string> {
  const form = { grant_type: 'client_credentials', client_id: `${persona}-pat`, client_secret: 'test-secret' }
  const answer = await ask('/oauth/token', { method: 'POST', body: new URLSearchParams(form) })
  return isRecord(answer) ? String(answer['access_token']) : ''
}

beforeAll(async () => {
  sandbox = spawn(process.execPath, ['--import', 'tsx', 'sandbox/main.ts'], {
    env: {
      ...process.env,
      SANDBOX_PORT: '0',
      SANDBOX_DATA_DIR: folder,
      SANDBOX_PAT_SECRET: 'test-secret',
      SANDBOX_TEST_MODE: '1',
      SANDBOX_RATE_LIMIT: '0',
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  url = await started(sandbox)
  const [manager, colleague] = [await tokenOf('manager'), await tokenOf('colleague')]
  const tokens: TokenSource = { tokenFor: () => Promise.resolve(manager), replace: () => Promise.resolve(null) }
  open = readWorkItems(await ask('/beta/work-items', { headers: { authorization: `Bearer ${manager}` } }))
  const whoami = await ask('/oauth/userinfo', { headers: { authorization: `Bearer ${colleague}` } })
  colleagueId = isRecord(whoami) ? String(whoami['id']) : ''
  desk = await openDesk({ clock: systemClock, fetch, apiUrl: url, tokens, timeouts: { readMs: 1_000, writeMs: 1_500 } })
  await desk.runner.start()
})

afterAll(async () => {
  await desk.runner.stop()
  await desk.close()
  sandbox.kill('SIGTERM')
  rmSync(folder, { recursive: true, force: true })
})

beforeEach(async () => {
  await ask('/_sandbox/faults', { method: 'DELETE' })
})

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

function decide(operation: DecisionOperation, item: WorkItem, more: Partial<DecisionDraft> = {}): DecisionDraft {
  return {
    operation,
    workItemId: item.id,
    ...more,
    seen: {
      ageMs: 90_000,
      name: item.name,
      ownerId: item.owner?.id ?? null,
      state: item.state?.raw ?? null,
      modified: item.modified,
      approvalItems: item.approvalItems.map(({ id, state, account, application, attribute, operation, value }) => ({
        id,
        state: state?.raw ?? null,
        account,
        application,
        attribute,
        operation,
        value,
      })),
    },
  }
}

const one = (item: WorkItem) => ({ approvalItemId: pendingOf(item)[0]?.id ?? '' })

async function settledEntry(entry: DecisionDraft) {
  const runId = randomUUID()
  await desk.service.put(me, runId, draft([entry]))
  const settled = async () =>
    (await desk.service.get(me, runId)).entries.find(({ state }) => !['held', 'queued', 'sending', 'verifying'].includes(state))
  return vi.waitUntil(settled, { timeout: 30_000, interval: 50 })
}

async function effectsOn(item: WorkItem): Promise<unknown[]> {
  const all = listOf(await ask('/_sandbox/effects')).filter(isRecord)
  return all.filter((effect) => effect['workItemId'] === item.id).map((effect) => effect['operation'])
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
    await ask('/_sandbox/faults', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ operation, nth: 1, kind }),
    })
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

import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { isRecord } from '#contract/json.ts'
import type { FaultKind } from './http/faults.ts'
import { listenTestSandbox } from './testing/test-sandbox.ts'

let sandbox: Awaited<ReturnType<typeof listenTestSandbox>>
let approvals: Array<{ workItemId: string; id: string }>
let token: string

beforeAll(async () => {
  sandbox = await listenTestSandbox({ openItems: 60 })
  token = await sandbox.token('manager')
  const owner = await sandbox.identityId('manager')
  approvals = await sandbox.store
    .selectFrom('approval_item')
    .innerJoin('work_item', 'work_item.id', 'approval_item.work_item_id')
    .select(['approval_item.id', 'approval_item.work_item_id as workItemId'])
    .where('work_item.owner_id', '=', owner)
    .where('work_item.is_open', '=', 1)
    .where('approval_item.state', '=', 'Pending')
    .execute()
})
afterAll(() => sandbox.close())
afterEach(() => fetch(`${sandbox.baseUrl}/_sandbox/faults`, { method: 'DELETE' }))

const ask = (fault: object) =>
  fetch(`${sandbox.baseUrl}/_sandbox/faults`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(fault),
  })

async function approveNext(): Promise<{ outcome: number | 'cut' | 'unreadable'; approvalItemId: string }> {
  const approval = approvals.shift()
  if (!approval) throw new Error('The seed has too few approval items.')
  const url = `${sandbox.baseUrl}/beta/work-items/${approval.workItemId}/approve/${approval.id}`
  const approvalItemId = approval.id
  try {
    const response = await fetch(url, { method: 'POST', headers: { authorization: `Bearer ${token}` } })
    const text = await response.text()
    try {
      JSON.parse(text)
      return { outcome: response.status, approvalItemId }
    } catch {
      return { outcome: 'unreadable', approvalItemId }
    }
  } catch {
    return { outcome: 'cut', approvalItemId }
  }
}

async function effectsOn(approvalItemId: string): Promise<number> {
  const effects: unknown = await (await fetch(`${sandbox.baseUrl}/_sandbox/effects`)).json()
  return (Array.isArray(effects) ? effects : []).filter(
    (effect) => isRecord(effect) && effect['approvalItemId'] === approvalItemId,
  ).length
}

test.each<readonly [FaultKind, number | 'cut' | 'unreadable', number]>([
  ['drop-before', 'cut', 0],
  ['drop-after-effect', 'cut', 1],
  ['reset-after-effect', 'cut', 1],
  ['500-before', 500, 0],
  ['500-after-effect', 500, 1],
  ['truncate', 'cut', 1],
  ['delay', 200, 1],
  ['delay-before', 200, 1],
  ['429', 429, 0],
  ['401', 401, 0],
  ['403', 403, 0],
  ['404', 404, 0],
  ['invalid-json', 'unreadable', 1],
])('D15 %s: the caller sees %s, %i effects', async (kind, seen, effects) => {
  expect((await ask({ operation: 'approveApprovalItem', nth: 1, kind, times: 1, delayMs: 20 })).status).toBe(204)
  const { outcome, approvalItemId } = await approveNext()
  expect(outcome).toBe(seen)
  expect(await effectsOn(approvalItemId)).toBe(effects)
})

test('a fault meets the n-th call and as many as asked for', async () => {
  await ask({ operation: 'approveApprovalItem', nth: 2, kind: '403', times: 2 })
  const outcomes = []
  for (let nth = 0; nth < 4; nth += 1) outcomes.push((await approveNext()).outcome)
  expect(outcomes).toEqual([200, 403, 403, 200])
})

test('sign-in can be disturbed too, and faults can be cleared', async () => {
  await ask({ operation: 'oauthInfo', kind: '500-before', times: 5 })
  expect((await fetch(`${sandbox.baseUrl}/oauth/info`)).status).toBe(500)
  await fetch(`${sandbox.baseUrl}/_sandbox/faults`, { method: 'DELETE' })
  expect((await fetch(`${sandbox.baseUrl}/oauth/info`)).status).toBe(200)
})

test('a fault that makes no sense is refused', async () => {
  for (const fault of [{}, { operation: 'x', kind: 'other' }, { operation: 'x', kind: '429', nth: 0 }, { kind: '429' }]) {
    expect((await ask(fault)).status).toBe(400)
  }
})

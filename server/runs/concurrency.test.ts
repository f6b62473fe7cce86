/** Promises C2 and C3, the desk's side: what others do between the look and the press, and to parts of a work item. */
import { randomUUID } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import type { DecisionDraft } from './decision.ts'
import { approve, draft, forward, me, whole } from './testing/desk.ts'
import { stage } from './testing/stage.ts'
import type { ModelItem, TenantModel } from './testing/tenant-model.ts'

const touch = (item: ModelItem) => {
  item.modified = '2026-03-03T09:00:00.000Z'
}
const settle = (item: ModelItem, state: string) => {
  for (const approval of item.approvalItems) approval.state = state
  item.state = state
  item.completed = '2026-03-03T09:00:00.000Z'
  touch(item)
}

/** What happens elsewhere after the person has looked; `kind` is the conflict it must end in, null where nothing has changed for them. */
const interleavings: readonly (readonly [
  what: string,
  elsewhere: (item: ModelItem, model: TenantModel) => void,
  kind: string,
])[] = [
  ['all of it was approved', (item) => settle(item, 'Finished'), 'decided-elsewhere'],
  ['all of it was rejected', (item) => settle(item, 'Rejected'), 'decided-elsewhere'],
  ['it expired', (item) => settle(item, 'Expired'), 'expired'],
  ['it is gone', (item, model) => void model.items.delete(item.id), 'gone'],
  ['it was forwarded to somebody else', (item) => ((item.ownerId = 'somebody'), touch(item)), 'changed'],
  [
    'it has one approval item more',
    (item) => (item.approvalItems.push({ id: 'new', state: 'Pending', name: 'x' }), touch(item)),
    'changed',
  ],
  ['the second approval item was taken out', (item) => (item.approvalItems.splice(1, 1), touch(item)), 'changed'],
  ['it was modified', (item) => touch(item), 'changed'],
]
const acts: readonly (readonly [name: string, act: (item: ModelItem) => DecisionDraft])[] = [
  ['approve', (item) => approve(item)],
  ['reject', (item) => ({ ...approve(item), operation: 'rejectApprovalItem' })],
  ['forward', (item) => forward(item)],
  ['bulk', (item) => whole(item, 'approveApprovalItemsInBulk')],
]

describe.each(interleavings)('C2 when %s', (_, elsewhere, kind) => {
  test.each(acts)('C2 %s is not sent, and says so', async (_name, act) => {
    const { clock, model, desk, entryOf } = await stage()
    const item = model.add('w1')
    const entry = act(item)
    const runId = randomUUID()
    await desk.service.put(me, runId, draft([{ ...entry, seen: { ...entry.seen, ageMs: 90_000 } }], 1_000))
    elsewhere(item, model)
    const effects = model.effects.length
    await clock.advance(5_000)
    expect(await entryOf(runId)).toMatchObject({ state: 'conflict', sent: 'no', attempt: 0, problem: { kind } })
    expect([model.writesTo('w1'), model.effects.length]).toEqual([0, effects])
  })
})

const partly = (model: TenantModel, state: string) => {
  const item = model.add('w1', 4)
  const [first] = item.approvalItems
  if (first) first.state = state
  return item
}

describe('C3 a work item that was partly decided', () => {
  test.each([
    ['approveApprovalItemsInBulk', 'Finished', 'Rejected'],
    ['approveApprovalItemsInBulk', 'Finished', 'Finished'],
    ['approveApprovalItemsInBulk', 'Finished', 'Expired'],
    ['rejectApprovalItemsInBulk', 'Rejected', 'Finished'],
    ['rejectApprovalItemsInBulk', 'Rejected', 'Rejected'],
    ['rejectApprovalItemsInBulk', 'Rejected', 'Expired'],
  ] as const)('C3 %s gives %s to what is still pending, and leaves what is %s', async (operation, verdict, before) => {
    const { clock, model, desk, entryOf } = await stage()
    const item = partly(model, before)
    const runId = randomUUID()
    await desk.service.put(me, runId, draft([whole(item, operation)]))
    await clock.advance(1_000)
    const entry = await entryOf(runId)
    expect(entry).toMatchObject({ state: 'done', sent: 'yes' })
    expect(item.approvalItems.map(({ state }) => state)).toEqual([before, verdict, verdict, verdict])
    // The receipt names the rest: what was decided already when the person pressed.
    expect(entry?.seen).toMatchObject({ approvalItems: [before, 'Pending', 'Pending', 'Pending'].map((state) => ({ state })) })
    expect(new Set(model.effectsOn('w1').map(({ approvalItemId }) => approvalItemId))).toEqual(
      new Set(['w1-a1', 'w1-a2', 'w1-a3']),
    )
    expect(model.effects).toHaveLength(3)
  })

  test.each(['approveApprovalItemsInBulk', 'rejectApprovalItemsInBulk'] as const)(
    'C3 %s of one decided between look and press stops before it is sent',
    async (operation) => {
      const { clock, model, desk, entryOf } = await stage()
      const item = model.add('w1', 3)
      const runId = randomUUID()
      await desk.service.put(me, runId, draft([whole(item, operation)], 1_000))
      const [first] = item.approvalItems
      if (first) first.state = 'Rejected'
      await clock.advance(2_000)
      expect(await entryOf(runId)).toMatchObject({ state: 'conflict', problem: { kind: 'changed' } })
      expect(model.effects).toEqual([])
    },
  )

  test('C3 forwarding to the present owner is refused before anything is stored', async () => {
    const { model, desk } = await stage()
    const item = model.add('w1')
    const entry = { ...forward(item), body: { targetOwnerId: 'me', comment: 'x' } }
    await expect(desk.service.put(me, randomUUID(), draft([entry]))).rejects.toMatchObject({ status: 400 })
    expect(await desk.service.list(me, { limit: 10, offset: 0 })).toEqual([])
  })

  test.each(['an unknown identity', 'an inactive identity'])(
    'C3 forwarding to %s is refused by the tenant and ends so',
    async () => {
      const refusal = { detailCode: '400.1', trackingId: 't1', messages: [{ text: 'Not a valid owner.' }], causes: [] }
      const { clock, model, desk, entryOf } = await stage({
        plan: ({ method }, answer) => (method === 'POST' ? { status: 400, body: refusal } : answer()),
      })
      const runId = randomUUID()
      await desk.service.put(me, runId, draft([forward(model.add('w1'))]))
      await clock.advance(5_000)
      expect(await entryOf(runId)).toMatchObject({
        state: 'refused',
        problem: { message: 'Not a valid owner.', trackingId: 't1' },
      })
      expect(model.effects).toEqual([])
    },
  )

  test('C3 forwarding a finished work item ends as decided elsewhere, and nothing changed', async () => {
    const { clock, model, desk, entryOf } = await stage()
    const item = model.add('w1')
    const entry = forward(item)
    settle(item, 'Finished')
    const runId = randomUUID()
    await desk.service.put(me, runId, draft([entry]))
    await clock.advance(5_000)
    expect(await entryOf(runId)).toMatchObject({ state: 'conflict', problem: { kind: 'decided-elsewhere' } })
    expect([item.ownerId, model.effects]).toEqual(['me', []])
  })
})

test('C4 a run has exactly the entries that were handed over: what arrives later is in none', async () => {
  const { clock, model, desk } = await stage()
  const frozen = Array.from({ length: 30 }, (_, index) => whole(model.add(`w${index}`), 'approveApprovalItemsInBulk'))
  const runId = randomUUID()
  await desk.service.put(me, runId, draft(frozen, 5_000))
  for (let index = 30; index < 40; index += 1) model.add(`w${index}`)
  await clock.advance(20_000)
  expect((await desk.service.get(me, runId)).totals.done).toBe(30)
  expect(new Set(model.effects.map(({ itemId }) => itemId)).size).toBe(30)
})

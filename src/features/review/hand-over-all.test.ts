import { expect, test } from 'vitest'
import { readWorkItem } from '#contract/work-item.ts'
import { ApiError } from '#src/api/errors.ts'
import type { Decision } from '#src/components/decision-draft.ts'
import { handOverAll } from './hand-over-all.ts'
import type { InRun } from './hand-over-all.ts'

function decision(id: string, operation: Decision['operation'] = 'approveApprovalItem', more: Partial<Decision> = {}): Decision {
  const item = readWorkItem({ id, name: id, type: 'Approval' })
  if (!item) throw new Error('No work item.')
  return { item, readAt: 0, operation, approvalItemId: `${id}-0`, ...more }
}

const entryOf = ({ item, operation, approvalItemId, body }: Decision, state: InRun['state'] = 'held'): InRun => ({
  workItemId: item.id,
  approvalItemId: approvalItemId ?? null,
  operation,
  body: body ?? null,
  state,
})

const namesOf = (decisions: readonly Decision[]) => decisions.map(({ item, operation }) => `${item.id} ${operation}`)

/** A desk that has these runs, and takes at most so many decisions into one. */
function desk(runs: Record<string, readonly InRun[]>, most = 1000) {
  const taken: Record<string, readonly string[]> = {}
  return {
    taken,
    handOver: async (decisions: readonly Decision[], runIds: readonly string[]) => {
      const stored: string[] = []
      for (let from = 0; from < decisions.length; from += most) {
        const runId = runIds[stored.length] ?? 'made up'
        if (runId in runs || runId in taken) {
          const error = new ApiError({ status: 422, code: 'id_reused', message: null, sent: 'no' })
          return { runIds: stored, error, count: from }
        }
        taken[runId] = namesOf(decisions.slice(from, from + most))
        stored.push(runId)
      }
      return { runIds: stored, error: null, count: decisions.length }
    },
    read: async (runId: string) => runs[runId] ?? [],
  }
}

const ids = ['run 0', 'run 1', 'run 2']

test('the part that is left is handed over under the next id when the first part had been stored after all', async () => {
  const { taken, ...ways } = desk({ 'run 0': [entryOf(decision('a'))] })
  const handed = await handOverAll([decision('b')], ids, ways)
  expect(taken).toEqual({ 'run 1': ['b approveApprovalItem'] })
  expect(handed).toMatchObject({ spent: ['run 0', 'run 1'], runIds: ['run 1'], known: new Set(), error: null, left: 0 })
  expect([...handed.workItemIds]).toEqual(['b'])
})

test('what a run has already, as it was decided, is not handed over twice', async () => {
  const decisions = ['a', 'b', 'c'].map((id) => decision(id))
  const { taken, ...ways } = desk({ 'run 0': decisions.slice(0, 2).map((each) => entryOf(each)) })
  const handed = await handOverAll(decisions, ids, ways)
  expect(taken).toEqual({ 'run 1': ['c approveApprovalItem'] })
  expect(handed).toMatchObject({ runIds: ['run 0', 'run 1'], known: new Set(['a', 'b']), error: null })
  expect([...handed.workItemIds]).toEqual(['a', 'b', 'c'])
})

test('another verdict, another person to forward to, and what was taken back are not what the run has', async () => {
  const forward = (targetOwnerId: string) => decision('f', 'forwardWorkItem', { body: { targetOwnerId } })
  const { taken, ...ways } = desk({
    'run 0': [entryOf(decision('a')), entryOf(forward('anna')), entryOf(decision('t'), 'cancelled'), entryOf(decision('k'))],
  })
  const handed = await handOverAll([decision('a', 'rejectApprovalItem'), forward('ben'), decision('t'), decision('k')], ids, ways)
  expect(taken).toEqual({ 'run 1': ['a rejectApprovalItem', 'f forwardWorkItem', 't approveApprovalItem'] })
  expect(handed.known).toEqual(new Set(['k']))
})

test('several runs in a row may be there already', async () => {
  const decisions = ['a', 'b', 'c', 'd'].map((id) => decision(id))
  const [a, b, c] = decisions.map((each) => entryOf(each))
  if (!a || !b || !c) throw new Error('No entries.')
  const { taken, ...ways } = desk({ 'run 1': [c], 'run 0': [a, b] }, 2)
  const handed = await handOverAll(decisions, ids, ways)
  expect(taken).toEqual({ 'run 2': ['d approveApprovalItem'] })
  expect(handed).toMatchObject({ runIds: ['run 0', 'run 1', 'run 2'], error: null, left: 0 })
})

test('when that run cannot be read nothing counts as handed over, and its id is kept', async () => {
  const { taken, handOver } = desk({ 'run 0': [] })
  const read = async () => {
    throw new TypeError('offline')
  }
  const handed = await handOverAll([decision('a')], ids, { handOver, read })
  expect(taken).toEqual({})
  expect(handed).toMatchObject({ spent: [], runIds: [], left: 1, error: { code: 'offline' } })
  expect(handed.workItemIds.size).toBe(0)
})

test('a work item counts as handed over only with all of its decisions', async () => {
  const parts = ['p-0', 'p-1'].map((approvalItemId) => decision('p', 'approveApprovalItem', { approvalItemId }))
  const error = new ApiError({ status: 0, code: 'offline', message: null })
  const handOver = async () => ({ runIds: ['run 0'], error, count: 1 })
  const handed = await handOverAll(parts, ids, { handOver, read: async () => [] })
  expect(handed).toMatchObject({ spent: ['run 0'], left: 1, error })
  expect(handed.workItemIds.size).toBe(0)
})

import { expect, test } from 'vitest'
import { readWorkItem } from '#contract/work-item.ts'
import type { WorkItem } from '#contract/work-item.ts'
import { everyGroup, pickOf } from '#src/components/review-draft.ts'
import type { ReviewDraft } from '#src/components/review-draft.ts'
import { sightOf } from '#src/lib/gate.ts'
import { countReview, planReview, withSights } from './review-plan.ts'
import type { ReviewPlan } from './review-plan.ts'

interface Part {
  readonly operation?: string
  readonly state?: string
}

function item(id: string, parts: readonly Part[], more: Record<string, unknown> = {}): WorkItem {
  const read = readWorkItem({
    id,
    name: `Item ${id}`,
    type: 'Approval',
    state: 'Pending',
    modified: '2026-11-20T10:00:00Z',
    approvalItems: parts.map(({ operation = 'Add', state = 'Pending' }, index) => ({
      id: `${id}-${index}`,
      operation,
      state,
      application: 'Ledger',
      attribute: 'groups',
      value: 'GL',
      account: 'p.nadar',
    })),
    ...more,
  })
  if (!read) throw new Error('No work item.')
  return read
}

const task = (id: string) => item(id, [], { type: 'ManualAction' })

function plan(
  items: readonly WorkItem[],
  part: Partial<ReviewDraft> = {},
  known: Partial<Parameters<typeof planReview>[1]> = {},
) {
  const draft: ReviewDraft = {
    runIds: ['r1'],
    owner: null,
    picks: items.map(pickOf),
    retryOf: null,
    verdicts: { [everyGroup]: 'approve' },
    skipped: [],
    note: '',
    ...part,
  }
  return planReview(draft, {
    items: new Map(items.map((each) => [each.id, each])),
    isWhole: true,
    busy: new Map(),
    opened: new Set(),
    ...known,
  })
}

const calls = ({ groups }: ReviewPlan) => groups.flatMap(({ items }) => items.flatMap((each) => each.calls))
const reasons = ({ leftOut }: ReviewPlan) => leftOut.map(({ pick, reason }) => [pick.id, reason])

test('one open approval item is a single call, several are one call for the whole work item', () => {
  const planned = plan([item('a', [{}]), item('b', [{}, {}, {}]), item('c', [{ state: 'Finished' }, {}])])
  expect(calls(planned)).toEqual([
    { operation: 'approveApprovalItem', approvalItemId: 'a-0' },
    { operation: 'approveApprovalItemsInBulk' },
    { operation: 'approveApprovalItem', approvalItemId: 'c-1' },
  ])
  expect(countReview(planned)).toMatchObject({
    items: 3,
    calls: 3,
    tallies: [{ verdict: 'approve', items: 3, wholes: 1, wholeChanges: 3, singles: 2 }],
  })
})

test('without a verdict nothing goes', () => {
  const planned = plan([item('a', [{}]), task('b')], { verdicts: {} })
  expect(calls(planned)).toEqual([])
  expect(countReview(planned)).toMatchObject({ items: 0, undecided: 2, tallies: [] })
})

test('a removal that was not opened is not approved, but rejected and forwarded it may be', () => {
  const removal = item('a', [{ operation: 'Remove' }])
  const approving = plan([removal])
  expect(calls(approving)).toEqual([])
  expect(countReview(approving)).toMatchObject({ gated: 1, items: 0 })
  expect(approving.groups[0]?.items[0]?.gate).toBe('removes')
  expect(calls(plan([removal], {}, { opened: new Set([sightOf(removal)]) }))).toHaveLength(1)
  for (const verdict of ['reject', 'forward'] as const)
    expect(calls(plan([removal], { verdicts: { [everyGroup]: verdict } }))).toHaveLength(1)
})

test('a verdict that a group does not know leaves it without one', () => {
  const planned = plan([item('a', [{}]), task('b')])
  expect(planned.groups.map(({ verdict, can }) => [verdict, can[0]])).toEqual([
    ['approve', 'approve'],
    [null, 'complete'],
  ])
})

test('work items of one operation and source stand together, the largest group first', () => {
  const planned = plan([task('t'), item('a', [{}]), item('b', [{}]), item('r', [{ operation: 'Remove' }])])
  expect(planned.groups.map(({ items }) => items.map(({ item: { id } }) => id))).toEqual([['a', 'b'], ['r'], ['t']])
})

test('what is gone, busy, changed since it was chosen, or only partly chosen', () => {
  const [kept, changed, busy, partly] = [item('k', [{}]), item('c', [{}]), item('y', [{}]), item('p', [{}, {}, {}])]
  const picks = [
    ...[kept, changed, busy].map(pickOf),
    { ...pickOf(partly), only: ['p-1'] },
    { ...pickOf(item('gone', [{}])) },
    { ...pickOf(item('done', [{}])) },
  ]
  const now = [
    kept,
    item('c', [{}], { modified: '2026-11-21T10:00:00Z' }),
    busy,
    partly,
    item('done', [{ state: 'Finished' }], { state: 'Finished' }),
  ]
  const planned = plan(now, { picks }, { busy: new Map([['y', 'run-1']]) })
  expect(reasons(planned)).toEqual([
    ['c', 'changed'],
    ['y', 'in-run'],
    ['gone', 'elsewhere'],
    ['done', 'elsewhere'],
  ])
  expect(planned.leftOut.find(({ reason }) => reason === 'in-run')?.runId).toBe('run-1')
  expect(calls(planned)).toEqual([
    { operation: 'approveApprovalItem', approvalItemId: 'k-0' },
    { operation: 'approveApprovalItem', approvalItemId: 'p-1' },
  ])
})

test('while the list is still being read, what is missing may yet come', () => {
  expect(reasons(plan([], { picks: [pickOf(item('a', [{}]))] }, { isWhole: false }))).toEqual([['a', 'unread']])
})

test('a selection never grows: a work item that was not chosen is not in the plan', () => {
  const planned = plan([item('a', [{}]), item('b', [{}])], { picks: [pickOf(item('a', [{}]))] })
  expect(planned.groups.flatMap(({ items }) => items.map(({ item: { id } }) => id))).toEqual(['a'])
})

test('what the person leaves out is not called', () => {
  const planned = plan([item('a', [{}]), item('b', [{}])], { skipped: ['a'] })
  expect(calls(planned)).toEqual([{ operation: 'approveApprovalItem', approvalItemId: 'b-0' }])
  expect(countReview(planned)).toMatchObject({ items: 1, skipped: 1 })
})

test('what is looked at afresh is taken as it is when it first stands in the plan; what changes after that is left out', () => {
  const [seen, busy] = [item('a', [{}]), item('b', [{}])]
  const picks = [seen, busy].map((each) => ({ ...pickOf(each), sight: null }))
  const inRun = new Map([['b', 'run']])
  const pinned = withSights(picks, plan([seen, busy], { picks }, { busy: inRun }))
  expect(pinned).toEqual([pickOf(seen), { ...pickOf(busy), sight: null }])
  expect(withSights(pinned, plan([seen, busy], { picks: pinned }, { busy: inRun }))).toBe(pinned)

  const changed = item('a', [{}], { modified: '2026-11-21T10:00:00Z' })
  const after = plan([changed, busy], { picks: pinned })
  expect(reasons(after)).toEqual([['a', 'changed']])
  expect(withSights(pinned, after)).toEqual([pickOf(seen), pickOf(busy)])
})

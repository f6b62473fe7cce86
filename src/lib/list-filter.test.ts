import { expect, test } from 'vitest'
import { readWorkItem } from '#contract/work-item.ts'
import type { WorkItem } from '#contract/work-item.ts'
import { ageBoundsAt } from './age-buckets.ts'
import { factsOf } from './item-facts.ts'
import { countValues, matcherOf } from './list-filter.ts'
import { groupKey, layOut, sortRows } from './list-layout.ts'
import { noFacets } from './search-params.ts'

const now = new Date(2026, 10, 23, 10).getTime()
const bounds = ageBoundsAt(now)

function item(id: string, facts: Record<string, unknown>): WorkItem {
  const read = readWorkItem({ id, state: 'Pending', ...facts })
  if (!read) throw new Error('no work item')
  return read
}
const approval = (operation: string, application: string) => ({ id: operation, operation, application, account: 'p.nadar' })

const items = [
  item('1', {
    name: 'Grant Ledger',
    type: 'Approval',
    requesterId: 'r1',
    created: new Date(now).toISOString(),
    approvalItems: [approval('add', 'Ledger')],
  }),
  item('2', {
    name: 'Remove Crew',
    type: 'Approval',
    requesterId: 'r2',
    created: '2026-01-01T00:00:00Z',
    approvalItems: [approval('Remove', 'Crew')],
  }),
  item('3', {
    name: 'Both',
    type: 'ManualAction',
    requesterId: 'r1',
    created: '2026-11-10T00:00:00Z',
    approvalItems: [approval('add', 'Ledger'), { ...approval('frob', 'Crew'), id: 'x' }],
  }),
  item('4', { name: 'Alien', type: 'Brand New' }),
]
const ids = (wish: Partial<typeof noFacets>, query = '') =>
  items.filter(matcherOf({ facets: { ...noFacets, ...wish }, query, bounds })).map(({ id }) => id)

test('each facet takes any of its values, and all facets together', () => {
  expect(ids({ type: ['Approval'] })).toEqual(['1', '2'])
  expect(ids({ source: ['Ledger', 'Crew'] })).toEqual(['1', '2', '3'])
  expect(ids({ source: ['Crew'], requester: ['r1'] })).toEqual(['3'])
  expect(ids({ age: ['older', 'today'] })).toEqual(['1', '2'])
  expect(ids({ operation: ['frob'] }, 'both')).toEqual(['3'])
})

test('what is not stated and what we do not know can be chosen too', () => {
  expect(ids({ source: [''] })).toEqual(['4'])
  expect(ids({ type: ['Brand New'], requester: [''], age: [''] })).toEqual(['4'])
})

test('the counts of a facet leave that facet itself out of account, and keep chosen values', () => {
  const counts = countValues(items, 'source', {
    facets: { ...noFacets, source: ['Crew', 'Nowhere'], type: ['Approval'] },
    query: '',
    bounds,
  })
  expect(counts.map(({ value, count }) => [value, count])).toEqual([
    ['Crew', 1],
    ['Ledger', 1],
    ['Nowhere', 0],
  ])
})

const rows = items.map((each) => ({ item: each, isGone: false }))
const order = (sorted: ReturnType<typeof sortRows>) => sorted.map((row) => row.item.id)

test('sorting: oldest first, undated last; names and requesters by the alphabet', () => {
  expect(order(sortRows(rows, 'oldest'))).toEqual(['2', '3', '1', '4'])
  expect(order(sortRows(rows, 'name'))).toEqual(['4', '3', '1', '2'])
  expect(order(sortRows(rows, 'source'))).toEqual(['2', '1', '3', '4'])
  expect(sortRows(rows, 'newest')).toBe(rows)
})

test('groups: the largest first, the unstated last, folded ones without their rows', () => {
  const laid = layOut(rows, 'requester', new Set(['r2']))
  expect(laid.map((row) => (row.kind === 'group' ? `${row.key}:${row.members.length}` : row.row.item.id))).toEqual([
    'r1:2',
    '1',
    '3',
    'r2:1',
    ':1',
    '4',
  ])
  expect(items.map((each) => groupKey(each, 'operation'))).toEqual(['grant', 'remove', 'frob\ngrant', 'task'])
})

test('facts are worked out once for each work item', () => {
  for (const each of items) expect(factsOf(each)).toBe(factsOf(each))
})

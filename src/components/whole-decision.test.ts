import { expect, test } from 'vitest'
import { readWorkItem } from '#contract/work-item.ts'
import { wholeDecision } from './whole-decision.ts'

const workItem = (facts: Record<string, unknown>) => {
  const item = readWorkItem({ id: 'w', state: 'Pending', ...facts })
  if (!item) throw new Error('no work item')
  return item
}
const approval = (id: string, state: string) => ({ id, operation: 'add', state })

test('one open approval item is decided by itself, several in bulk', () => {
  const one = workItem({ approvalItems: [approval('a', 'Finished'), approval('b', 'Pending')] })
  expect(wholeDecision(one, 'approve')).toEqual({ operation: 'approveApprovalItem', approvalItemId: 'b', count: 1 })
  const two = workItem({ approvalItems: [approval('a', 'Pending'), approval('b', 'Pending')] })
  expect(wholeDecision(two, 'reject')).toEqual({ operation: 'rejectApprovalItemsInBulk', count: 2 })
})

test('where nothing is open there is nothing to decide', () => {
  expect(wholeDecision(workItem({}), 'approve')).toBeNull()
  expect(wholeDecision(workItem({ state: 'Finished', approvalItems: [approval('a', 'Pending')] }), 'approve')).toBeNull()
  expect(wholeDecision(workItem({ approvalItems: [approval('a', 'Pending')], form: { sections: [] } }), 'approve')).toBeNull()
})

import { expect, test } from 'vitest'
import { en } from '#src/lib/messages/en.ts'
import { createFormats } from '#src/lib/messages/formats.ts'
import { runTitle } from './run-title.ts'

const messages = en(createFormats({ words: 'en', figures: 'en' }))
const act = (operation: Parameters<typeof runTitle>[1][number]['operation'], count: number) => ({ operation, count })

test('one act about one thing names it', () => {
  expect(runTitle(messages, [act('approveApprovalItem', 1)], 1, 'Ledger access')).toBe('Approve Ledger access')
  expect(runTitle(messages, [act('resetIdentity', 1)], 1, 'Ada Kern')).toBe('Reset Ada Kern')
  expect(runTitle(messages, [act('approveApprovalItem', 1)], 1, null)).toBe('Approve 1 work item')
})

test('several are counted, single and whole decisions together', () => {
  const acts = [act('forwardWorkItem', 2), act('rejectApprovalItem', 3), act('rejectApprovalItemsInBulk', 4)]
  expect(runTitle(messages, acts, 9, null)).toBe('Reject 7 work items, forward 2 work items')
  expect(runTitle(messages, [], 9, null)).toBe('Run of 9 entries')
})

import { expect, test } from 'vitest'
import { allReceipts, isNarrowed, parseReceiptParams, receiptFilters, writeReceiptParams } from './receipt-params.ts'

const parsed = (search: string) => parseReceiptParams(new URLSearchParams(search))

test('an address says everything that was asked for, and reads back the same', () => {
  const params = {
    ...allReceipts,
    actor: 'Tomas',
    subject: 'GL-Posting & co',
    operation: 'forwardWorkItem' as const,
    state: 'done' as const,
    from: '2026-11-01',
    to: '2026-11-23',
    run: '3b9f',
    page: 3,
  }
  expect(parsed(writeReceiptParams(params))).toEqual(params)
  expect(writeReceiptParams(allReceipts)).toBe('')
})

test.each([
  'operation=fly',
  'state=queued',
  'from=yesterday',
  'to=2026-02-31',
  'run=../x',
  'page=0',
  'page=1.5',
  'page=x',
  'other=1',
])('?%s is forgiven', (search) => {
  expect(parsed(search)).toEqual(allReceipts)
})

test('the last day is included', () => {
  const { from, to } = receiptFilters({ ...allReceipts, from: '2026-11-23', to: '2026-11-23' })
  expect(Date.parse(to ?? '') - Date.parse(from ?? '')).toBe(86_400_000)
  expect(new Date(from ?? '').getHours()).toBe(0)
})

test('another page alone is no filter', () => {
  expect(isNarrowed({ ...allReceipts, page: 2 })).toBe(false)
  expect(isNarrowed({ ...allReceipts, actor: 'x' })).toBe(true)
})

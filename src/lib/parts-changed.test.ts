import { expect, test } from 'vitest'
import { readWorkItem } from '#contract/work-item.ts'
import type { WorkItem } from '#contract/work-item.ts'
import { partsChanged } from './parts-changed.ts'
import { partsOf } from './parts.ts'

function itemWith(parts: Record<string, unknown>): WorkItem {
  const item = readWorkItem({ id: 'w1', type: 'Approval', state: 'Pending', ...parts })
  if (!item) throw new Error('not a work item')
  return item
}

const reader = { id: 'a1', operation: 'add', name: 'groups', value: 'Reader', account: 'priya', application: 'Workday' }
const poster = { ...reader, id: 'a2', value: 'Poster' }
const values = (parts: readonly { readonly value: string | null }[] | undefined) => parts?.map(({ value }) => value)

test('the same parts read again, decided or not, are no change', () => {
  const before = itemWith({ approvalItems: [reader, poster], remediationItems: [{ attributeValue: 'Admin' }] })
  expect(partsChanged(before, before)).toBeNull()
  const now = itemWith({
    approvalItems: [poster, { ...reader, state: 'Rejected' }],
    remediationItems: [{ attributeValue: 'Admin' }],
    modified: '2026-01-01T00:00:00Z',
  })
  expect(partsChanged(before, now)).toBeNull()
})

test('parts that came, went, or say something else', () => {
  const before = itemWith({ approvalItems: [reader, poster] })
  const now = itemWith({
    approvalItems: [
      { ...reader, operation: 'remove', account: 'pria' },
      { ...poster, id: 'a3' },
    ],
  })
  const changed = partsChanged(before, now)
  expect(values(changed?.added)).toEqual(['Poster'])
  expect(values(changed?.gone)).toEqual(['Poster'])
  expect(changed?.altered.map(({ fields }) => fields)).toEqual([['operation', 'account']])
  expect(changed?.altered[0]).toMatchObject({ before: { account: 'priya' }, now: { account: 'pria' } })
})

test('a part that can no longer be read is gone, and one more cannot be read', () => {
  const changed = partsChanged(
    itemWith({ approvalItems: [reader, poster] }),
    itemWith({ approvalItems: [reader, 'what is this'] }),
  )
  expect(values(changed?.gone)).toEqual(['Poster'])
  expect(changed?.unreadable).toBe(1)
})

test('what a review takes away has an account and a person too', () => {
  const revoked = { id: 'r1', attributeValue: 'Admin', nativeIdentity: 'cn=priya', targetDisplayName: 'Priya Nadar' }
  const before = itemWith({ remediationItems: [revoked] })
  expect(partsOf(before)).toMatchObject([{ value: 'Admin', account: 'cn=priya', person: 'Priya Nadar' }])
  const changed = partsChanged(before, itemWith({ remediationItems: [{ ...revoked, targetDisplayName: 'Prya Nadar' }] }))
  expect(changed?.altered.map(({ fields }) => fields)).toEqual([['person']])
})

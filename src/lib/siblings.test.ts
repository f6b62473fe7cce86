import { expect, test } from 'vitest'
import { readWorkItem } from '#contract/work-item.ts'
import type { WorkItem } from '#contract/work-item.ts'
import { similarDecisions } from './similar-decisions.ts'
import { siblingsOf } from './siblings.ts'

function item(id: string, parts: Record<string, unknown>): WorkItem {
  const read = readWorkItem({ id, type: 'Approval', state: 'Pending', ...parts })
  if (!read) throw new Error('not a work item')
  return read
}

const change = (operation: string, more: Record<string, unknown> = {}) => ({
  id: `${operation}-1`,
  account: 'p.nadar',
  application: 'Ledger',
  name: 'groups',
  operation,
  value: 'GL-Posting',
  state: 'Pending',
  ...more,
})

const asking = (id: string, ...changes: readonly unknown[]) => item(id, { approvalItems: changes })
const ids = (items: readonly WorkItem[]) => items.map(({ id }) => id)

test('the same account, source, attribute and value in another open work item is a duplicate, in whatever letter case', () => {
  const others = [
    asking('same', change('Add', { account: 'P.Nadar ' })),
    asking('other-account', change('add', { account: 'k.nadar' })),
    asking('other-source', change('add', { application: 'Forge' })),
    asking('other-attribute', change('add', { name: 'roles' })),
    asking('other-value', change('add', { value: 'GL-Closing' })),
    asking('decided', change('add', { state: 'Finished' })),
    item('closed', { state: 'Finished', approvalItems: [change('add')] }),
  ]
  const self = asking('self', change('add'))
  const found = siblingsOf(self, [self, ...others])
  expect(ids(found.duplicates)).toEqual(['same'])
  expect(found.contradictions).toEqual([])
})

test('adding and removing at once contradict each other, also across an approval and a revocation', () => {
  const review = item('review', {
    type: 'Remediation',
    remediationItems: [
      {
        nativeIdentity: 'p.nadar',
        applicationName: 'Ledger',
        attributeName: 'groups',
        attributeOperation: 'Remove',
        attributeValue: 'GL-Posting',
      },
    ],
  })
  const others = [asking('remove', change('remove')), review, asking('both', change('add'), change('revoke'))]
  const { duplicates, contradictions } = siblingsOf(asking('self', change('add')), others)
  expect(ids(contradictions)).toEqual(['remove', 'review', 'both'])
  expect(duplicates).toEqual([])
})

test('one attribute cannot be set to two values; disabling and enabling the same account contradict each other', () => {
  const set = (id: string, value: string) => asking(id, change('set', { name: 'costCentre', value }))
  expect(ids(siblingsOf(set('self', 'EMEA'), [set('a', 'APAC'), set('b', 'EMEA')]).contradictions)).toEqual(['a'])
  const whole = (id: string, operation: string) => asking(id, change(operation, { name: null, value: null }))
  expect(ids(siblingsOf(whole('self', 'disable'), [whole('a', 'enable')]).contradictions)).toEqual(['a'])
})

test('nothing is said of changes that name no account or no known operation', () => {
  const create = change('create', { account: null })
  expect(siblingsOf(asking('self', create), [asking('a', create)]).duplicates).toEqual([])
  expect(siblingsOf(asking('self', change('frobnicate')), [asking('a', change('remove'))]).contradictions).toEqual([])
})

test('earlier decisions: the same change for anybody, counted once per work item, the newest first', () => {
  const done = (id: string, state: string, completed: string, more: Record<string, unknown> = {}) =>
    item(id, { state: 'Finished', completed, approvalItems: [change('add', { account: id, state, ...more })] })
  const completed = [
    done('old', 'Finished', '2026-01-01T00:00:00Z'),
    done('new', 'Rejected', '2026-03-01T00:00:00Z'),
    done('expired', 'Expired', '2026-03-01T00:00:00Z'),
    done('removal', 'Finished', '2026-03-01T00:00:00Z', { operation: 'remove' }),
    done('elsewhere', 'Finished', '2026-03-01T00:00:00Z', { application: 'Forge' }),
    item('twice', {
      state: 'Finished',
      completed: '2026-02-01T00:00:00Z',
      approvalItems: [change('Add', { state: 'Finished' }), change('grant', { id: 'x', state: 'Finished' })],
    }),
  ]
  const [group, ...rest] = similarDecisions(asking('self', change('add')), completed)
  expect(rest).toEqual([])
  expect(group?.decisions.map(({ item: { id }, verdict }) => [id, verdict])).toEqual([
    ['new', 'rejected'],
    ['twice', 'approved'],
    ['old', 'approved'],
  ])
  expect(similarDecisions(asking('self', change('add', { value: 'never seen' })), completed)).toEqual([])
})

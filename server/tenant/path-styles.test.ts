import { describe, expect, test } from 'vitest'
import { operationList } from '#contract/operations.ts'
import { budgetOf, pathStyles, tenantUrl } from './path-styles.ts'
import type { PathStyle } from './path-styles.ts'

const api = new URL('https://acme.api.identitynow.com')
const path = { id: 'w1', approvalItemId: 'a1', identityId: 'i1', assignmentId: 'r1' }

test.each<[PathStyle, string, string, string, string]>([
  [
    'beta',
    '/beta/work-items/w1/approve/a1',
    '/beta/work-items/bulk-approve/w1',
    '/v2024/identities/i1/ownership',
    '/v2024/task-status/w1',
  ],
  [
    'v2025',
    '/v2025/work-items/w1/approve/a1',
    '/v2025/work-items/bulk-approve/w1',
    '/v2025/identities/i1/ownership',
    '/v2025/task-status/w1',
  ],
  [
    'per-service',
    '/work-items/v1/w1/approve/a1',
    '/work-items/v1/bulk-approve/w1',
    '/identities/v1/i1/ownership',
    '/task-status/v1/w1',
  ],
])('%s', (style, approve, bulk, ownership, task) => {
  const pathname = (operation: Parameters<typeof tenantUrl>[2]) => tenantUrl(api, style, operation, path).pathname
  expect([
    pathname('approveApprovalItem'),
    pathname('approveApprovalItemsInBulk'),
    pathname('getIdentityOwnershipDetails'),
    pathname('getTaskStatus'),
  ]).toEqual([approve, bulk, ownership, task])
})

test('every operation has a place and a budget in every style', () => {
  for (const style of pathStyles) {
    const urls = operationList.map(({ id, method }) => `${method} ${tenantUrl(api, style, id, path).pathname}`)
    expect(new Set(urls).size).toBe(operationList.length)
    for (const { id } of operationList) expect(budgetOf(style, id)).toMatch(/^(beta|v\d+)$/)
  }
})

describe('an address is built from the template and nothing else', () => {
  test.each(['', '.', '..', 'a/b', 'a%2fb', 'a b', 'a?x', 'a#x', 'count', 'bulk-approve', 'x'.repeat(129), 'é', 'a\n'])(
    'not with %j as an id',
    (id) => {
      expect(() => tenantUrl(api, 'beta', 'getWorkItem', { id })).toThrow(RangeError)
    },
  )
  test('not with a query name the contract does not know', () => {
    expect(() => tenantUrl(api, 'beta', 'listWorkItems', {}, new URLSearchParams({ sorters: 'x' }))).toThrow(RangeError)
    expect(tenantUrl(api, 'beta', 'listWorkItems', {}, new URLSearchParams({ limit: '5' })).search).toBe('?limit=5')
  })
})

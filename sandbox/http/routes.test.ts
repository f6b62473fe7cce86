import { expect, test } from 'vitest'
import { operations } from '#contract/operations.ts'
import { contractRoutes, matchRoute } from './routes.ts'

const routes = contractRoutes()
const id = '4be0a7a4d1e94b27b5c09d3f5e7a1c22'

const named = (method: string, path: string): string => {
  const match = matchRoute(routes, method, path)
  return match.kind === 'operation'
    ? match.route.operation.id
    : match.kind === 'unknown'
      ? 'unknown'
      : `allow ${match.allow.join(' ')}`
}

test('every operation of the contract has a route', () => {
  expect(new Set(routes.map(({ operation }) => operation.id))).toEqual(new Set(Object.keys(operations)))
})

test.each([
  ['GET', '/work-items', 'listWorkItems'],
  ['GET', '/work-items/completed', 'getCompletedWorkItems'],
  ['GET', '/work-items/count', 'getCountWorkItems'],
  ['GET', '/work-items/completed/count', 'getCountCompletedWorkItems'],
  ['GET', '/work-items/count/completed', 'getCountCompletedWorkItems'],
  ['GET', '/work-items/summary', 'getWorkItemsSummary'],
  ['GET', `/work-items/${id}`, 'getWorkItem'],
  ['POST', `/work-items/${id}`, 'completeWorkItem'],
  ['POST', `/work-items/${id}/forward`, 'forwardWorkItem'],
  ['POST', `/work-items/${id}/approve/${id}`, 'approveApprovalItem'],
  ['POST', `/work-items/bulk-approve/${id}`, 'approveApprovalItemsInBulk'],
  ['POST', '/work-items/bulk-approve/forward', 'approveApprovalItemsInBulk'],
  ['POST', '/identities/invite', 'startIdentitiesInvite'],
  ['GET', `/identities/${id}`, 'getIdentity'],
  ['POST', '/work-items/completed', 'allow GET'],
  ['DELETE', `/work-items/${id}`, 'allow GET POST'],
  ['HEAD', '/work-items', 'allow GET'],
  ['GET', '/work-items/', 'unknown'],
  ['GET', '/work-items//count', 'unknown'],
  ['GET', `/work-items/${id}/complete`, 'unknown'],
  ['GET', '/WORK-ITEMS', 'unknown'],
  ['GET', '/work-items/%E0%A4%A', 'unknown'],
])('%s %s is %s', (method, path, expected) => {
  expect(named(method, path)).toBe(expected)
})

test('parameters come decoded', () => {
  const match = matchRoute(routes, 'GET', '/work-items/a%2Fb')
  expect(match.kind === 'operation' && match.path).toEqual({ id: 'a/b' })
})

test('exactly the four operations that require the experimental header are marked', () => {
  const marked = routes.filter(({ experimental }) => experimental).map(({ operation }) => operation.id)
  expect(marked.sort()).toEqual([
    'sendIdentityVerificationAccountToken',
    'startIdentitiesInvite',
    'startIdentityProcessing',
    'synchronizeAttributesForIdentity',
  ])
})

import { describe, expect, test } from 'vitest'
import { readWorkItem } from '#contract/work-item.ts'
import type { WorkItem } from '#contract/work-item.ts'
import {
  ageBand,
  approvalItemLabels,
  matchesQuery,
  readableName,
  searchTextOf,
  sourcesOf,
  targetOf,
  verbOfOperation,
  verbOfWorkItem,
} from './triage.ts'

function workItem(fields: Record<string, unknown>): WorkItem {
  const item = readWorkItem({ id: 'w1', type: 'Approval', state: 'Pending', ...fields })
  if (!item) throw new Error('not a work item')
  return item
}

const approval = (id: string, operation: string | null, more: Record<string, unknown> = {}) => ({
  id,
  operation,
  state: 'Pending',
  ...more,
})

const labels = (items: readonly Record<string, unknown>[]) => [
  ...approvalItemLabels(workItem({ approvalItems: items }).approvalItems, ({ word, raw }) => word ?? raw).values(),
]

describe('the verb of an operation', () => {
  test.each([
    ['add', 'grant', 'grant'],
    [' Add ', 'grant', 'grant'],
    ['CREATE', 'grant', 'create'],
    ['remove', 'remove', 'remove'],
    ['Disable', 'remove', 'disable'],
    ['delete', 'remove', 'delete'],
    ['set', 'change', 'change'],
    ['update', 'change', 'change'],
  ])('%s is %s, in the word "%s"', (operation, kind, word) => {
    expect(verbOfOperation(operation)).toMatchObject({ kind, word })
  })

  test('an operation nobody has told us about keeps its own word', () => {
    expect(verbOfOperation('reconcile')).toEqual({ kind: 'unknown', word: null, raw: 'reconcile' })
  })

  test.each(['constructor', '__proto__', 'toString'])('%s is just another unknown word', (operation) => {
    expect(verbOfOperation(operation).kind).toBe('unknown')
  })

  test('no operation at all is unknown and says so', () => {
    expect(verbOfOperation(null)).toEqual({ kind: 'unknown', word: 'unstated', raw: '' })
  })
})

describe('the verb of a work item', () => {
  test('is that of its changes when they agree', () => {
    expect(verbOfWorkItem(workItem({ approvalItems: [approval('a', 'add'), approval('b', 'Add')] })).kind).toBe('grant')
  })

  test('a removal never hides behind grants', () => {
    const verb = verbOfWorkItem(
      workItem({ approvalItems: [approval('a', 'add'), approval('b', 'add'), approval('c', 'disable')] }),
    )
    expect(verb.kind).toBe('remove')
    expect(verb.parts?.map(({ word }) => word)).toEqual(['grant', 'disable'])
  })

  test('an unknown operation outranks everything', () => {
    expect(verbOfWorkItem(workItem({ approvalItems: [approval('a', 'remove'), approval('b', 'frobnicate')] })).kind).toBe(
      'unknown',
    )
  })

  test('different grants stay a grant', () => {
    expect(verbOfWorkItem(workItem({ approvalItems: [approval('a', 'create'), approval('b', 'add')] })).kind).toBe('grant')
  })

  test('a revocation, a form, a review and a plain task have words of their own', () => {
    expect(verbOfWorkItem(workItem({ type: 'Remediation', remediationItems: [{ id: 'r' }] }))).toMatchObject({
      kind: 'remove',
      word: 'revoke',
    })
    expect(verbOfWorkItem(workItem({ type: 'Form', form: { sections: [] } })).word).toBe('choose')
    expect(verbOfWorkItem(workItem({ type: 'Certification' })).word).toBe('review')
    expect(verbOfWorkItem(workItem({ type: 'Generic' })).word).toBe('task')
  })
})

describe('for whom', () => {
  test('is the account where all changes name the same one', () => {
    const item = workItem({
      approvalItems: [approval('a', 'add', { account: 'p.nadar' }), approval('b', 'set', { account: 'p.nadar' })],
    })
    expect(targetOf(item)).toEqual({ kind: 'one', name: 'p.nadar', origin: 'account' })
  })

  test('is never guessed between two', () => {
    const item = workItem({
      approvalItems: [approval('a', 'add', { account: 'p.nadar' }), approval('b', 'set', { account: 't.reddy' })],
    })
    expect(targetOf(item)).toEqual({ kind: 'several', count: 2, origin: 'account' })
  })

  test('comes from the revocation or the form before the account', () => {
    expect(targetOf(workItem({ remediationItems: [{ targetDisplayName: 'Priya Nadar', targetName: 'priya.nadar' }] }))).toEqual({
      kind: 'one',
      name: 'Priya Nadar',
      origin: 'remediation',
    })
    expect(targetOf(workItem({ form: { targetUser: 'priya.nadar' } }))).toMatchObject({ name: 'priya.nadar', origin: 'form' })
  })

  test('is read from the description as a last resort, when it names exactly one person', () => {
    const named = { kind: 'one', name: 'Priya Nadar', origin: 'description' }
    expect(targetOf(workItem({ description: 'Open an account for Priya Nadar on Ledger' }))).toEqual(named)
    expect(targetOf(workItem({ description: 'For the team: open one for Priya Nadar. It is for Priya Nadar.' }))).toEqual(named)
    expect(targetOf(workItem({ description: 'One for Åsa Öberg-Lind', name: 'x' }))).toMatchObject({ name: 'Åsa Öberg-Lind' })
  })

  test.each([
    'An account for Priya Nadar and one for Tomas Lindqvist',
    'Confirm for Finance what is still needed',
    'Something for nobody in particular',
  ])('is unknown where nothing says it: %s', (description) => {
    expect(targetOf(workItem({ description }))).toBeNull()
  })

  test('a directory name is read by its first part', () => {
    expect(readableName(String.raw`CN=Nadar\, Priya,OU=Finance,DC=corp`)).toBe('Nadar, Priya')
    expect(readableName('p.nadar')).toBe('p.nadar')
  })
})

describe('names of approval items', () => {
  test('are the value, or what a setting becomes, or the act on an account', () => {
    expect(
      labels([
        approval('a', 'add', { name: 'groups', value: 'Finance Reader' }),
        approval('b', 'set', { name: 'costCentre', value: 'EMEA-114' }),
        approval('c', 'disable', { account: 'p.nadar' }),
        approval('d', 'create', { application: 'Ledger' }),
      ]),
    ).toEqual(['Finance Reader', 'costCentre EMEA-114', 'p.nadar (disable)', 'Ledger (create)'])
  })

  test('are never the same for two of them', () => {
    const named = labels([
      approval('a', 'add', { value: 'Reader', application: 'Ledger' }),
      approval('b', 'add', { value: 'Reader', application: 'Forge' }),
      approval('c', 'remove', { value: 'Reader', application: 'Forge' }),
    ])
    expect(named).toEqual(['Reader (Ledger)', 'Reader (Forge) #1', 'Reader (Forge) #2'])
    expect(new Set(named).size).toBe(3)
  })
})

test('sources are named once each', () => {
  const item = workItem({
    approvalItems: [approval('a', 'add', { application: 'Ledger' }), approval('b', 'add', { application: 'Ledger' })],
    remediationItems: [{ applicationName: 'Forge' }],
  })
  expect(sourcesOf(item)).toEqual(['Ledger', 'Forge'])
})

test('the quick filter finds every word, anywhere and in any case', () => {
  const text = searchTextOf(
    workItem({
      name: 'New Ledger account',
      requesterDisplayName: 'Amara Okafor',
      approvalItems: [approval('a', 'add', { value: 'GL-Posting' })],
    }),
  )
  expect(matchesQuery(text, 'OKAFOR ledger')).toBe(true)
  expect(matchesQuery(text, 'gl-post')).toBe(true)
  expect(matchesQuery(text, 'okafor forge')).toBe(false)
})

test('ages fall into three bands', () => {
  const day = 86_400_000
  expect([0, 7 * day - 1, 7 * day, 30 * day - 1, 30 * day].map(ageBand)).toEqual(['fresh', 'fresh', 'waiting', 'waiting', 'long'])
})

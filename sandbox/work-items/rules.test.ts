import { describe, expect, test } from 'vitest'
import { isRefusal } from '../rulings.ts'
import {
  decideAllAgain,
  finishingState,
  mayAct,
  ruleComplete,
  ruleDecideAll,
  ruleDecideOne,
  ruleForward,
  withoutStateGuard,
} from './rules.ts'
import type { RuledWorkItem } from './rules.ts'

const item = (changes: Partial<RuledWorkItem> = {}): RuledWorkItem => ({
  isOpen: true,
  ownerId: 'owner',
  approvalItems: [
    { id: 'a', state: 'Pending' },
    { id: 'b', state: null },
    { id: 'c', state: 'Finished' },
  ],
  form: null,
  ...changes,
})

describe('who may act', () => {
  test('the current owner and an administrator, nobody else', () => {
    expect(mayAct({ identityId: 'owner', authorities: [] }, { ownerId: 'owner' })).toBe(true)
    expect(mayAct({ identityId: 'boss', authorities: ['ORG_ADMIN'] }, { ownerId: 'owner' })).toBe(true)
    expect(mayAct({ identityId: 'other', authorities: ['HELPDESK'] }, { ownerId: 'owner' })).toBe(false)
    expect(mayAct({ identityId: 'other', authorities: [] }, { ownerId: null })).toBe(false)
  })
})

describe('deciding', () => {
  test('an approval item is decided once, and null counts as undecided', () => {
    expect(ruleDecideOne(item(), 'a')).toEqual({ approvalItemIds: ['a'] })
    expect(ruleDecideOne(item(), 'b')).toEqual({ approvalItemIds: ['b'] })
    expect(isRefusal(ruleDecideOne(item(), 'c'))).toBe(true)
  })
  test('nothing is decided on a closed work item', () => {
    expect(isRefusal(ruleDecideOne(item({ isOpen: false }), 'a'))).toBe(true)
    expect(isRefusal(ruleDecideAll(item({ isOpen: false })))).toBe(true)
  })
  test('C3 a verdict on the whole touches only what is still pending', () => {
    expect(ruleDecideAll(item())).toEqual({ approvalItemIds: ['a', 'b'] })
    expect(isRefusal(ruleDecideAll(item({ approvalItems: [{ id: 'c', state: 'Rejected' }] })))).toBe(true)
    expect(isRefusal(ruleDecideAll(item({ approvalItems: [] })))).toBe(true)
  })
  test('the work item ends with its last approval item, refused only when all were', () => {
    expect(finishingState(['Finished', 'Pending'])).toBeNull()
    expect(finishingState(['Finished', null])).toBeNull()
    expect(finishingState([])).toBeNull()
    expect(finishingState(['Finished', 'Rejected'])).toBe('Finished')
    expect(finishingState(['Rejected', 'Rejected'])).toBe('Rejected')
  })
})

describe('completing', () => {
  test('is for items without open decisions and without a form', () => {
    expect(ruleComplete(item({ approvalItems: [] }))).toEqual({ state: 'Finished' })
    expect(isRefusal(ruleComplete(item()))).toBe(true)
    expect(isRefusal(ruleComplete(item({ approvalItems: [], form: {} })))).toBe(true)
    expect(isRefusal(ruleComplete(item({ approvalItems: [], isOpen: false })))).toBe(true)
  })
})

describe('C3 forwarding', () => {
  const target = { id: 'new', status: 'REGISTERED' }
  test('goes to an active other identity, with a comment', () => {
    expect(ruleForward(item(), target, { comment: 'yours' })).toEqual({ ownerId: 'new' })
  })
  test.each([
    ['a finished item', item({ isOpen: false }), target, 'yours'],
    ['a blank comment', item(), target, '  '],
    ['an unknown identity', item(), undefined, 'yours'],
    ['the present owner', item(), { id: 'owner', status: 'REGISTERED' }, 'yours'],
    ['an inactive identity', item(), { id: 'new', status: 'TERMINATED' }, 'yours'],
  ])('refuses %s', (_what, given, to, comment) => {
    expect(isRefusal(ruleForward(given, to, { comment }))).toBe(true)
  })
})

describe('the naive reading', () => {
  const approvalItems = [
    { id: 'a', state: 'Finished' },
    { id: 'b', state: 'Pending' },
    { id: 'c', state: null },
  ]
  const item = { isOpen: false, ownerId: 'me', approvalItems, form: null }

  test('decides what is pending, and all again when nothing is', () => {
    expect(decideAllAgain(item)).toEqual(['b', 'c'])
    expect(decideAllAgain({ ...item, approvalItems: approvalItems.slice(0, 1) })).toEqual(['a'])
  })

  test('finds every item open and nobody its owner', () => {
    expect(withoutStateGuard(item)).toEqual({ ...item, isOpen: true, ownerId: null })
  })
})

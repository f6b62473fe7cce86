import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isRefusal } from '../rulings.ts'
import type { RuledIdentity } from './rules.ts'
import {
  planInvitation,
  planProcessing,
  ruleDelete,
  ruleInviteRequest,
  rulePasswordMail,
  ruleReset,
  syncPauseSeconds,
} from './rules.ts'

const person = (over: Partial<RuledIdentity> = {}): RuledIdentity => ({
  id: 'a1',
  name: 'Priya Nadar',
  email: 'priya@larkfield.example',
  personalEmail: null,
  status: 'UNREGISTERED',
  processingState: 'OK',
  isCorrelated: true,
  isProtected: false,
  ...over,
})

describe('whom a request to invite means', () => {
  test.each([
    [{}, 'ids is needed unless uninvited is true.'],
    [{ ids: null }, 'ids is needed unless uninvited is true.'],
    [{ ids: [], uninvited: false }, 'ids is needed unless uninvited is true.'],
    [{ ids: ['a'], uninvited: true }, 'uninvited is only meaningful when ids is empty.'],
    [{ ids: ['a', 'b', 'a'] }, 'ids names an identity twice.'],
    [{ ids: Array.from({ length: 1_001 }, (_, nth) => `i${nth}`) }, 'ids names more than 1000 identities.'],
  ])('%j is refused', (request, refused) => {
    expect(ruleInviteRequest(request)).toEqual({ refused })
  })

  test('named people, or everyone', () => {
    expect(ruleInviteRequest({ ids: ['a', 'b'] })).toEqual({ ids: ['a', 'b'] })
    expect(ruleInviteRequest({ ids: Array.from({ length: 1_000 }, (_, nth) => `i${nth}`) })).toHaveProperty('ids')
    for (const ids of [null, []]) expect(ruleInviteRequest({ ids, uninvited: true })).toEqual({ everyone: true })
  })
})

describe('an invitation', () => {
  test.each([
    [{ status: 'UNREGISTERED' }, true],
    [{ status: 'PENDING' }, true],
    [{ status: 'REGISTERED' }, false],
    [{ status: 'ACTIVE' }, false],
    [{ status: 'LOCKED' }, false],
    [{ status: 'DISABLED' }, false],
    [{ status: 'TERMINATED' }, false],
    [{ email: null }, false],
  ])('for %j is mailed: %j', (over, isMailed) => {
    const { mailed, plan } = planInvitation([person(over)])
    expect(mailed).toHaveLength(isMailed ? 1 : 0)
    expect(plan.completionStatus).toBe(isMailed ? 'SUCCESS' : 'email' in over ? 'ERROR' : 'WARNING')
  })

  test('reaches only the first of several with one address, whatever its case', () => {
    const people = [
      person(),
      person({ id: 'a2', email: 'PRIYA@larkfield.example' }),
      person({ id: 'a3', email: 'other@larkfield.example' }),
    ]
    const { mailed, plan } = planInvitation(people)
    expect(mailed.map(({ id }) => id)).toEqual(['a1', 'a3'])
    expect(plan).toMatchObject({ completionStatus: 'WARNING', attributes: { sent: 2, leftOut: 1 } })
    expect(plan.messages.map(({ key }) => key)).toEqual(['invite_shared_email', 'invite_sent'])
  })

  test('somebody left out does not take the address from the next', () => {
    const { mailed } = planInvitation([person({ status: 'REGISTERED' }), person({ id: 'a2' })])
    expect(mailed.map(({ id }) => id)).toEqual(['a2'])
  })

  test('says of a hundred complaints each, and of more how many', () => {
    const people = Array.from({ length: 150 }, (_, nth) => person({ id: `a${nth}`, email: null }))
    const { messages } = planInvitation(people).plan
    expect(messages).toHaveLength(102)
    expect(messages.at(-2)?.text).toBe('50 more of this kind.')
    expect(messages.at(-1)).toMatchObject({ type: 'ERROR', key: 'invite_nobody' })
  })

  test('mails nobody twice and counts everybody once', () => {
    const anyone = fc.record({
      email: fc.option(fc.constantFrom('a@x.example', 'b@x.example', 'C@x.example', 'c@x.example')),
      status: fc.constantFrom('UNREGISTERED', 'PENDING', 'REGISTERED', 'DISABLED'),
    })
    fc.assert(
      fc.property(fc.array(anyone, { maxLength: 12 }), (drawn) => {
        const { mailed, plan } = planInvitation(drawn.map((over, nth) => person({ ...over, id: `a${nth}` })))
        const addresses = mailed.map(({ email }) => email.toLowerCase())
        expect(new Set(addresses).size).toBe(addresses.length)
        expect(plan.attributes).toEqual({ sent: mailed.length, leftOut: drawn.length - mailed.length })
      }),
    )
  })
})

test.each([
  [[{}], 'SUCCESS', 1],
  [[{ processingState: 'ERROR' }], 'WARNING', 0],
  [[{}, { processingState: 'ERROR' }], 'WARNING', 1],
  [[{ isCorrelated: false }], 'ERROR', 0],
  [[{}, { isCorrelated: false }], 'WARNING', 1],
  [[{ processingState: 'ERROR' }, { isCorrelated: false }], 'WARNING', 0],
])('processing %j ends in %s', (people, completionStatus, processed) => {
  const planned = planProcessing(people.map((over, nth) => person({ ...over, id: `a${nth}` })))
  expect(planned.plan.completionStatus).toBe(completionStatus)
  expect(planned.processed).toHaveLength(processed)
})

test('a task about one person names that person', () => {
  expect(planProcessing([person()]).plan.target).toEqual({ id: 'a1', name: 'Priya Nadar' })
  expect(planProcessing([person(), person({ id: 'a2' })]).plan.target).toBeNull()
})

test.each([
  ['REGISTERED', true],
  ['ACTIVE', true],
  ['LOCKED', true],
  ['ERROR', true],
  ['UNREGISTERED', false],
  ['PENDING', false],
  ['DISABLED', false],
  ['DEACTIVATED', false],
  ['TERMINATED', false],
])('resetting somebody %s is granted: %j', (status, isGranted) => {
  expect(isRefusal(ruleReset(person({ status })))).toBe(!isGranted)
})

describe('a password mail', () => {
  const registered = person({ status: 'REGISTERED', personalEmail: 'p@mail.example' })
  test.each([
    ['EMAIL_WORK', 'priya@larkfield.example'],
    ['LINK_WORK', 'priya@larkfield.example'],
    ['EMAIL_PERSONAL', 'p@mail.example'],
    ['LINK_PERSONAL', 'p@mail.example'],
  ])('by %s goes to %s', (via, recipient) => {
    expect(rulePasswordMail(registered, { via }, ['Ledger'])).toEqual({ recipient })
    expect(rulePasswordMail(registered, { via, sourceName: 'Ledger' }, ['Ledger'])).toEqual({ recipient })
  })
  test.each([
    [{ email: null }, 'EMAIL_WORK', null],
    [{ personalEmail: null }, 'LINK_PERSONAL', null],
    [{ status: 'UNREGISTERED' }, 'EMAIL_WORK', null],
    [{ status: 'PENDING' }, 'EMAIL_WORK', null],
    [{ status: 'TERMINATED' }, 'EMAIL_WORK', null],
    [{}, 'EMAIL_WORK', 'Ledgerr'],
  ])('for %j by %s on %s is refused', (over, via, sourceName) => {
    expect(isRefusal(rulePasswordMail({ ...registered, ...over }, { via, sourceName }, ['Ledger']))).toBe(true)
  })
})

test.each([
  [null, 0, 0],
  [0, 0, 10],
  [0, 1, 10],
  [0, 9_000, 1],
  [0, 9_999, 1],
  [0, 10_000, 0],
  [0, 50_000, 0],
])('synchronised at %s, asked again at %d: %d seconds to wait', (last, now, seconds) => {
  expect(syncPauseSeconds(last, now)).toBe(seconds)
})

test('only a protected identity is refused its deletion by the identity alone', () => {
  expect(ruleDelete(person({ isProtected: true }))).toHaveProperty('refused')
  expect(ruleDelete(person())).toBeUndefined()
})

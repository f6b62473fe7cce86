import { expect, test } from 'vitest'
import { readIdentity } from '#contract/identity.ts'
import { actionRun } from './action-draft.ts'
import type { PersonAction } from './action-draft.ts'

const person = readIdentity({
  id: 'p1',
  name: 'Anna Schmidt',
  alias: 'anna.schmidt',
  emailAddress: 'anna@corp.example',
  identityStatus: 'REGISTERED',
  lifecycleState: { stateName: 'active', manuallyUpdated: false },
  managerRef: { type: 'IDENTITY', id: 'm', name: 'Tomas' },
})
if (!person) throw new Error('no identity')
const seen = {
  id: 'p1',
  name: 'Anna Schmidt',
  alias: 'anna.schmidt',
  email: 'anna@corp.example',
  status: 'REGISTERED',
  lifecycleState: 'active',
  managerName: 'Tomas',
  isManager: false,
}
const run = (what: PersonAction['what'], note?: string) =>
  actionRun({ person, readAt: 1000, what, ...(note !== undefined && { note }) }, { now: 5500, holdMs: 10_000 })

test('who was meant is handed over as the screen showed them, and how old that was', () => {
  expect(run({ operation: 'synchronizeAttributesForIdentity' })).toEqual({
    holdMs: 10_000,
    entries: [{ operation: 'synchronizeAttributesForIdentity', identityId: 'p1', seen: { ageMs: 4500, people: [seen] } }],
  })
})

test.each<[PersonAction['what'], object]>([
  [
    { operation: 'sendIdentityVerificationAccountToken', via: 'EMAIL_WORK', sourceName: null },
    { identityId: 'p1', body: { via: 'EMAIL_WORK' } },
  ],
  [
    { operation: 'sendIdentityVerificationAccountToken', via: 'LINK_PERSONAL', sourceName: 'Ledger' },
    { identityId: 'p1', body: { via: 'LINK_PERSONAL', sourceName: 'Ledger' } },
  ],
  [{ operation: 'startIdentitiesInvite' }, { body: { ids: ['p1'], uninvited: false } }],
  [{ operation: 'startIdentityProcessing' }, { body: { identityIds: ['p1'] } }],
  [
    { operation: 'resetIdentity', guard: { ticket: 'T1', reason: 'lost phone', typed: 'anna.schmidt' } },
    { identityId: 'p1', guard: { ticket: 'T1', reason: 'lost phone', typed: 'anna.schmidt' } },
  ],
])('%j', (what, part) => {
  expect(run(what, ' hello ')).toMatchObject({ note: 'hello', entries: [{ operation: what.operation, ...part }] })
})

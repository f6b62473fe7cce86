/** What is looked at again right before an action is sent. Whatever of it cannot be read keeps a deletion from happening. */
import { eq, formatFilter } from '#contract/filter-builder.ts'
import type { TenantOutcome } from '../tenant/call.ts'
import { isFinal, isForEveryone } from './action.ts'
import type { Action } from './action.ts'
import type { Question } from './asking.ts'
import type { EntryEvent } from './entry-machine.ts'
import { failureOf } from './judge-outcome.ts'
import { judgeOpenItems, judgeOwnership, judgePerson, judgeReports, judgeUninvited, personReadingOf } from './judge-person.ts'

type Ask = (question: Question) => Promise<TenantOutcome>
type Checked = Extract<EntryEvent, { type: 'expectation-broken' | 'recheck-failed' }> | undefined

/** `undefined`: it may be sent. */
export async function checkPerson(action: Action, ask: Ask): Promise<Checked> {
  const { identityId } = action
  if (isForEveryone(action)) return judgeUninvited(action.seen.count ?? 0, await ask(uninvited()))
  // Nobody in particular, so nothing to compare: this only tries whether the tenant answers.
  if (identityId === null) {
    const failure = failureOf(await ask({ operation: 'listIdentities', path: {}, query: new URLSearchParams({ limit: '1' }) }))
    return failure && { type: 'recheck-failed', waiting: failure.waiting }
  }
  const reading = personReadingOf(identityId, await ask({ operation: 'getIdentity', path: { id: identityId } }))
  const changed = judgePerson(action, reading)
  if (changed || action.operation !== 'deleteIdentity' || reading.kind !== 'person') return changed
  return (
    judgeOwnership(await ask({ operation: 'getIdentityOwnershipDetails', path: { identityId } })) ??
    judgeReports(reading.identity) ??
    judgeOpenItems(await ask({ operation: 'getCountWorkItems', path: {}, query: new URLSearchParams({ ownerId: identityId }) }))
  )
}

/** How many people "everyone uninvited" is, asked as the page does. */
const uninvited = (): Question => ({
  operation: 'listIdentities',
  path: {},
  query: new URLSearchParams({
    filters: formatFilter(eq('cloudStatus', 'UNREGISTERED')),
    defaultFilter: 'NONE',
    limit: '1',
    count: 'true',
  }),
})

/** Whether it is looked at again however fresh it is on the screen: what cannot be taken back, and what says nobody by name. */
export const isAlwaysChecked = (action: Pick<Action, 'operation' | 'body'>): boolean =>
  isFinal(action.operation) || isForEveryone(action)

/** Whether it matters to the action that whom it is about has changed since they were looked at. */
export const isEverChecked = (action: Pick<Action, 'operation' | 'body'>): boolean =>
  isAlwaysChecked(action) || action.operation === 'sendIdentityVerificationAccountToken'

/** What is looked at again about a person right before an action is sent. Whatever of it cannot be read keeps a deletion from happening. */
import type { TenantOutcome } from '../tenant/call.ts'
import { isFinal } from './action.ts'
import type { Action } from './action.ts'
import type { Question } from './asking.ts'
import type { EntryEvent } from './entry-machine.ts'
import { failureOf } from './judge-outcome.ts'
import { judgeOpenItems, judgeOwnership, judgePerson, judgeReports, personReadingOf } from './judge-person.ts'

type Ask = (question: Question) => Promise<TenantOutcome>
type Checked = Extract<EntryEvent, { type: 'expectation-broken' | 'recheck-failed' }> | undefined

/** `undefined`: it may be sent. */
export async function checkPerson(action: Action, ask: Ask): Promise<Checked> {
  const { identityId } = action
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

/** Whether the person is looked at again however fresh they are on the screen. */
export const isAlwaysChecked = ({ operation }: Pick<Action, 'operation'>): boolean => isFinal(operation)

/** Whether it matters to the action that the person has changed since they were looked at. */
export const isEverChecked = ({ operation }: Pick<Action, 'operation'>): boolean =>
  isFinal(operation) || operation === 'sendIdentityVerificationAccountToken'

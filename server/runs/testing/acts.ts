/** Actions on people as tests hand them over, and what became of them. */
import { randomUUID } from 'node:crypto'
import type { Identity } from '#contract/identity.ts'
import type { EntryDraft } from '../decision.ts'
import { draft, me } from './desk.ts'
import { onMany, onPerson } from './people.ts'
import type { Stage } from './stage.ts'

export const mail = (person: Identity) =>
  onPerson('sendIdentityVerificationAccountToken', person, { body: { via: 'EMAIL_WORK', sourceName: null } })
export const sync = (person: Identity) => onPerson('synchronizeAttributesForIdentity', person)
export const reset = (person: Identity) => onPerson('resetIdentity', person)
export const remove = (person: Identity) => onPerson('deleteIdentity', person)
export const invite = (...people: Identity[]) => onMany('startIdentitiesInvite', { ids: people.map(({ id }) => id) }, people)
export const everyone = (count: number): EntryDraft => ({
  operation: 'startIdentitiesInvite',
  body: { uninvited: true },
  seen: { ageMs: 0, people: [], count },
})
export const process = (...people: Identity[]) =>
  onMany('startIdentityProcessing', { identityIds: people.map(({ id }) => id) }, people)

/** Hands a run over; answers its id. */
export async function put({ desk }: Stage, entries: EntryDraft[], holdMs = 0, user = me): Promise<string> {
  const runId = randomUUID()
  await desk.service.put(user, runId, draft(entries, holdMs))
  return runId
}

export const statesOf = async ({ desk }: Stage, runId: string) =>
  (await desk.service.get(me, runId)).entries.map(({ state }) => state)
export const effectsIn = ({ model }: Stage) => model.effects.map(({ operation, itemId }) => `${operation} ${itemId}`)

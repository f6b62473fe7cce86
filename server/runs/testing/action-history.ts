/** Actions on people under faults, and what must never be the outcome (promise D14); test support. */
import type { Identity } from '#contract/identity.ts'
import { peopleOf } from '../action.ts'
import type { ActionOperation } from '../action.ts'
import type { EntryDraft } from '../decision.ts'
import type { RunView } from '../entry-view.ts'
import type { Kit } from './history.ts'
import { onMany, onPerson } from './people.ts'
import type { TenantModel } from './tenant-model.ts'

/** What the tenant's model calls the effect of an operation. */
const EFFECTS: Readonly<Record<ActionOperation, string>> = {
  sendIdentityVerificationAccountToken: 'send',
  synchronizeAttributesForIdentity: 'synchronise',
  resetIdentity: 'reset',
  deleteIdentity: 'delete',
  startIdentitiesInvite: 'invite',
  startIdentityProcessing: 'process',
}

/** Adds two people, `NAMEa` and `NAMEb`, and makes one of the six actions on the first or on both. */
const actions: readonly ((model: TenantModel, name: string) => EntryDraft)[] = [
  (model, name) =>
    onPerson('sendIdentityVerificationAccountToken', model.people.add(`${name}a`), { body: { via: 'EMAIL_WORK' } }),
  (model, name) => onPerson('synchronizeAttributesForIdentity', model.people.add(`${name}a`)),
  (model, name) => onPerson('resetIdentity', model.people.add(`${name}a`)),
  (model, name) => onPerson('deleteIdentity', model.people.add(`${name}a`)),
  (model, name) => both(model, name, 'startIdentitiesInvite', 'ids'),
  (model, name) => both(model, name, 'startIdentityProcessing', 'identityIds'),
]

function both(
  model: TenantModel,
  name: string,
  operation: 'startIdentitiesInvite' | 'startIdentityProcessing',
  list: string,
): EntryDraft {
  const people: Identity[] = ['a', 'b'].map((letter) => model.people.add(name + letter))
  return onMany(operation, { [list]: people.map(({ id }) => id) }, people)
}

export const actionKit: Kit = {
  kinds: actions.length,
  entry: (model, kind, index) => {
    const act = actions[kind % actions.length]
    if (!act) throw new Error('no act')
    return act(model, `q${index}`)
  },
  nameIn: ({ path, body }) => namesIn(JSON.stringify([path, body]))[0] ?? '',
  // "There is no such person" is how a deletion shows.
  isLie: ({ method, path }, fault) => method === 'GET' && fault === '404' && /\/identities\/[^/]+$/.test(path),
  violations,
}

/** The names in `text` that `actions` were given, each once. */
const namesIn = (text: string): readonly string[] => [
  ...new Set([...text.matchAll(/\b(q\d+)[ab]\b/g)].map(([, name = '']) => name)),
]

/**
 * What is wrong with a run of actions that has come to rest, as the tenant's effects show it. `mayHaveRun` counts, by name, the writes that
 * left and were not provably unexecuted.
 */
function violations(run: RunView, model: TenantModel, mayHaveRun: ReadonlyMap<string, number>): string[] {
  const wrong: string[] = []
  const asked = new Set<string>()
  for (const entry of run.entries) {
    if (entry.kind !== 'action') continue
    const { operation, state, sent } = entry
    const effects = peopleOf(entry).flatMap((id) => {
      asked.add(`${EFFECTS[operation]} ${id}`)
      return model.effectsOn(id).filter((effect) => effect.operation === EFFECTS[operation])
    })
    const once = peopleOf(entry).length
    const say = (what: string) => wrong.push(`${operation} ${state}/${sent}: ${what}`)
    const name = namesIn(JSON.stringify([entry.identityId, entry.body]))[0] ?? ''
    if (!['done', 'refused', 'conflict', 'cancelled', 'needs-you'].includes(state)) say('has not come to rest')
    if (effects.length > once) say('took effect twice')
    if ((mayHaveRun.get(name) ?? 0) > 1) say('left twice')
    if (state === 'done' && effects.length !== once) say('is done without an effect')
    if (state === 'done' && operation === 'deleteIdentity' && !entry.confirmedByReading) say('is called deleted unread')
    if (sent === 'no' && effects.length > 0) say('took effect though not sent')
    if (['cancelled', 'refused', 'conflict'].includes(state) && effects.length > 0) say('took effect')
    if ((entry.task !== null) !== (state === 'done' && once === 2)) say('has no task, or one too many')
  }
  const counted = Object.values(run.totals).reduce((sum, count) => sum + count, 0)
  if (counted !== run.entries.length) wrong.push(`the totals say ${counted} of ${run.entries.length}`)
  for (const { operation, itemId } of model.effects)
    if (!asked.has(`${operation} ${itemId}`)) wrong.push(`${operation} ${itemId}: an effect nobody asked for`)
  return wrong
}

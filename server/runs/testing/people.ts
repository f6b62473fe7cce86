/** Drafts of actions on people as a page would make them; test support. */
import type { components } from '#contract/generated/desk.ts'
import type { Identity } from '#contract/identity.ts'
import { isFinal } from '../action.ts'
import type { SeenPerson } from '../action.ts'

type PersonDraft = components['schemas']['PersonActionDraft']
type PeopleDraft = components['schemas']['PeopleActionDraft']

const seenPerson = ({
  id,
  name,
  alias,
  email,
  status,
}: Pick<Identity, 'id' | 'name' | 'alias' | 'email' | 'status'>): SeenPerson => ({
  id,
  name,
  alias,
  email,
  status: status?.raw ?? null,
})

/** With a ticket and a reason where they are asked for. */
export const onPerson = (
  operation: PersonDraft['operation'],
  person: Identity,
  more: Partial<Pick<PersonDraft, 'body' | 'guard'>> = {},
): PersonDraft => ({
  operation,
  identityId: person.id,
  seen: { ageMs: 1_000, people: [seenPerson(person)] },
  ...(isFinal(operation) && { guard: { ticket: 'INC-1', reason: 'Asked for by phone.' } }),
  ...more,
})

export const onMany = (operation: PeopleDraft['operation'], body: unknown, people: readonly Identity[]): PeopleDraft => ({
  operation,
  body,
  seen: { ageMs: 1_000, people: people.map(seenPerson) },
})

/** One action: which identity operation of the contract, on whom, with what body. Pure. */
import type { components } from '#contract/generated/desk.ts'
import { isRecord } from '#contract/json.ts'

export type ActionOperation = components['schemas']['ActionEntry']['operation']
export type SeenPeople = components['schemas']['SeenPeople']
export type SeenPerson = components['schemas']['SeenPerson']
export type Guard = components['schemas']['Guard']

export interface Action {
  readonly operation: ActionOperation
  /** Null for inviting and processing, whose body names the people. */
  readonly identityId: string | null
  /** The request body; `undefined` where the operation has none. */
  readonly body: unknown
  /** The people as the person who acts saw them. */
  readonly seen: SeenPeople
  /** What was asked before a step that cannot be undone. */
  readonly guard: Guard | null
}

const ACTIONS: ReadonlySet<string> = new Set<ActionOperation>([
  'sendIdentityVerificationAccountToken',
  'synchronizeAttributesForIdentity',
  'resetIdentity',
  'deleteIdentity',
  'startIdentitiesInvite',
  'startIdentityProcessing',
])

export const isActionOperation = (text: string): text is ActionOperation => ACTIONS.has(text)

/** In the place of a person's id: everyone who is not invited yet. */
export const EVERYONE = ''

/** Ids as the body of a list operation has them, as far as they are texts. */
const idsIn = (body: unknown, name: string): readonly string[] => {
  const listed = isRecord(body) ? body[name] : undefined
  return Array.isArray(listed) ? listed.filter((id) => typeof id === 'string') : []
}

export const isForEveryone = ({ operation, body }: Pick<Action, 'operation' | 'body'>): boolean =>
  operation === 'startIdentitiesInvite' && isRecord(body) && body['uninvited'] === true

/** Everybody the action is about, or `EVERYONE` alone. */
export function peopleOf(action: Pick<Action, 'operation' | 'identityId' | 'body'>): readonly string[] {
  if (action.identityId !== null) return [action.identityId]
  if (isForEveryone(action)) return [EVERYONE]
  return idsIn(action.body, action.operation === 'startIdentityProcessing' ? 'identityIds' : 'ids')
}

/** Takes away what cannot be given back: looked at again right before it is sent, and never without a ticket and a reason. */
export const isFinal = (operation: string): boolean => operation === 'resetIdentity' || operation === 'deleteIdentity'

/** The path parameter by which the contract names the identity; none for the operations on many. */
export function actionPath({ operation, identityId }: Pick<Action, 'operation' | 'identityId'>): Record<string, string> {
  if (identityId === null) return {}
  return operation === 'synchronizeAttributesForIdentity' ? { identityId } : { id: identityId }
}

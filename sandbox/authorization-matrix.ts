import { operations } from '#contract/operations.ts'
import type { OperationId } from '#contract/operations.ts'
import { authorization } from './authorization.ts'
import { personas } from './personas.ts'
import type { Persona } from './personas.ts'

/** Who calls: the personas, and three who are nobody. */
export const callers = ['manager', 'colleague', 'helpdesk', 'admin', 'anonymous', 'expired', 'disabled'] as const
export type MatrixCaller = (typeof callers)[number]

/**
 * How the object stands to the caller. For an identity, "own" is a direct report, "forwarded" a former one, "finished" somebody who
 * left; for a list it is the owner it is asked for; for a task, who started it.
 */
export const relations = ['own', 'other', 'forwarded', 'finished', 'unknown'] as const
export type Relation = (typeof relations)[number]

/** What the authorization data says about one cell, before the object's state is looked at. */
export type Verdict = 'allowed' | 'forbidden' | 'not-found' | 'unauthenticated'

export interface Cell {
  readonly operation: OperationId
  readonly caller: MatrixCaller
  readonly relation: Relation
}

export const personaOf = (caller: MatrixCaller): Persona | undefined => personas.find(({ key }) => key === caller)

/** Every cell of the operations that are served. */
export const cellsOf = (operation: OperationId): readonly Cell[] =>
  callers.flatMap((caller) => relations.map((relation) => ({ operation, caller, relation })))

/** The verdict on a cell, from the data file alone. */
export function verdictOn({ operation, caller, relation }: Cell): Verdict {
  const persona = personaOf(caller)
  if (!persona) return 'unauthenticated'
  const { rule } = authorization[operation]
  const holds = (levels: readonly string[]): boolean => levels.some((level) => persona.authorities.includes(level))
  if (rule === 'own-list') return relation === 'own' || relation === 'finished' || holds(['ORG_ADMIN']) ? 'allowed' : 'forbidden'
  if (rule === 'own-item') {
    if (relation === 'unknown') return 'not-found'
    return relation === 'own' || relation === 'finished' || holds(['ORG_ADMIN']) ? 'allowed' : 'forbidden'
  }
  const byId = operations[operation].pathParameters.length > 0
  const ofAll = relation === 'unknown' && byId ? 'not-found' : 'allowed'
  if (rule === 'own-report') {
    if (holds(['ORG_ADMIN', 'HELPDESK'])) return ofAll
    return relation === 'own' || relation === 'finished' ? 'allowed' : 'forbidden'
  }
  return holds(rule) ? ofAll : 'forbidden'
}

/** What this desk asks of an action beyond the tenant's contract, so that nobody is reached who was not on the screen. Pure. */
import { isRecord } from '#contract/json.ts'
import { operations, reservedIds } from '#contract/operations.ts'
import { EVERYONE, isFinal, peopleOf } from './action.ts'
import type { Action } from './action.ts'
import type { Write } from './decision.ts'
import type { FieldProblem } from './draft-check.ts'

/** The most people of one entry: the tenant's limit for processing, and few enough that one chunk's failure is no disaster. */
const MOST_PEOPLE = 250

const ID = /^[A-Za-z0-9_-]{1,128}$/

/** `at` is the entry's place in the draft. */
export function problemsOfAction(action: Action, at: string): FieldProblem[] {
  const { operation, identityId, body, seen } = action
  const problem = (field: string, message: string): FieldProblem[] => [{ field: `${at}/${field}`, message }]
  if (!operations[operation].hasBody && body !== undefined) return problem('body', `must be absent for ${operation}`)
  if (identityId !== null && reservedIds.has(identityId)) return problem('identityId', 'is a reserved word, not an id')
  const people = peopleOf(action)
  if (people[0] === EVERYONE) return problemsOfEveryone(action, problem)
  const list = operation === 'startIdentityProcessing' ? 'body/identityIds' : 'body/ids'
  const where = identityId === null ? list : 'identityId'
  if (isRecord(body) && body['uninvited'] !== undefined && body['uninvited'] !== false)
    return problem('body/uninvited', 'must be true or false')
  if (people.length === 0) return problem(where, 'must name at least one person')
  if (people.length > MOST_PEOPLE) return problem(where, `must not name more than ${MOST_PEOPLE} people; make several entries`)
  if (people.some((id) => !ID.test(id) || reservedIds.has(id))) return problem(where, 'must hold ids only')
  if (new Set(people).size < people.length) return problem(where, 'must name each person once')
  if ((seen.count ?? null) !== null) return problem('seen/count', 'belongs to inviting everyone uninvited only')
  const shown = new Set(seen.people.map(({ id }) => id))
  return shown.size === seen.people.length && shown.size === people.length && people.every((id) => shown.has(id))
    ? []
    : problem('seen/people', 'must show exactly the people it is about, each once')
}

function problemsOfEveryone({ body, seen }: Action, problem: (field: string, message: string) => FieldProblem[]): FieldProblem[] {
  const ids = isRecord(body) ? (body['ids'] ?? []) : []
  if (!Array.isArray(ids) || ids.length > 0) return problem('body/ids', 'must be empty where everyone uninvited is meant')
  if (seen.people.length > 0) return problem('seen/people', 'must be empty where everyone uninvited is meant')
  return (seen.count ?? 0) > 0 ? [] : problem('seen/count', 'must say how many people that is, as the person typed it')
}

/** What is missing before a step that cannot be undone. */
export function guardProblems(write: Write, at: string): FieldProblem[] {
  if (write.kind !== 'action' || !isFinal(write.operation)) return []
  const { guard } = write
  return (['ticket', 'reason'] as const)
    .filter((name) => (guard?.[name] ?? '').trim() === '')
    .map((name) => ({ field: `${at}/guard/${name}`, message: `is required for ${write.operation}` }))
}

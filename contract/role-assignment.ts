/**
 * Reads role assignments. A list holds short references or full records, depending on how it was asked; which of the two
 * an element is, is decided by the element itself.
 */
import { dateTimeOf, filledTextOf, isRecord, listOf } from './json.ts'
import type { JsonRecord } from './json.ts'

export interface ObjectRef {
  readonly type: string | null
  readonly id: string | null
  readonly name: string | null
}

interface Assignment {
  readonly id: string
  readonly role: ObjectRef | null
  /** ISO 8601, as the tenant wrote it. */
  readonly added: string | null
  /** Null means at once. */
  readonly starts: string | null
  readonly ends: string | null
}

export interface RoleAssignmentRef extends Assignment {
  readonly kind: 'reference'
}

export interface RoleAssignmentDetail extends Assignment {
  readonly kind: 'detail'
  readonly comments: string | null
  /** Where it was given, e.g. UI. */
  readonly source: string | null
  readonly assigner: ObjectRef | null
  readonly dimensions: readonly ObjectRef[]
  readonly accountTargets: readonly {
    readonly source: ObjectRef | null
    readonly account: { readonly nativeIdentity: string | null; readonly displayName: string | null } | null
  }[]
}

export type RoleAssignment = RoleAssignmentRef | RoleAssignmentDetail

/** One assignment, or undefined when it has no id. */
export function readRoleAssignment(answer: unknown): RoleAssignment | undefined {
  const id = isRecord(answer) ? filledTextOf(answer['id']) : null
  if (!isRecord(answer) || id === null) return undefined
  const assignment: Assignment = {
    id,
    role: readRef(answer['role']),
    added: dateTimeOf(answer['addedDate']),
    starts: dateTimeOf(answer['startDate']),
    ends: dateTimeOf(answer['removeDate']),
  }
  const isDetail = 'assignmentSource' in answer || 'accountTargets' in answer
  if (!isDetail) return { kind: 'reference', ...assignment }
  return {
    kind: 'detail',
    ...assignment,
    comments: filledTextOf(answer['comments']),
    source: filledTextOf(answer['assignmentSource']),
    assigner: readRef(answer['assigner']),
    dimensions: listOf(answer['assignedDimensions']).flatMap((entry) => readRef(entry) ?? []),
    accountTargets: listOf(answer['accountTargets']).flatMap((entry) => (isRecord(entry) ? readTarget(entry) : [])),
  }
}

/** All assignments of a list that have an id. */
export function readRoleAssignments(answer: unknown): RoleAssignment[] {
  const entries: readonly unknown[] = Array.isArray(answer) ? answer : [answer]
  return entries.flatMap((entry) => readRoleAssignment(entry) ?? [])
}

function readTarget(entry: JsonRecord): RoleAssignmentDetail['accountTargets'][number] {
  const account = entry['accountInfo']
  return {
    source: readRef(entry['source']),
    account: isRecord(account)
      ? { nativeIdentity: filledTextOf(account['nativeIdentity']), displayName: filledTextOf(account['displayName']) }
      : null,
  }
}

/** A reference that says at least who or what; the system as an assigner may be blank. */
function readRef(value: unknown): ObjectRef | null {
  if (!isRecord(value)) return null
  const ref = { type: filledTextOf(value['type']), id: filledTextOf(value['id']), name: filledTextOf(value['name']) }
  return ref.id === null && ref.name === null ? null : ref
}

import type { components } from '#contract/generated/identities.ts'
import type { SandboxStore } from '../store/open.ts'
import type { RoleAssignmentTable } from '../store/schema.ts'
import { fold, isoTime } from '../text.ts'

type Reference = components['schemas']['RoleAssignmentRef']
type Full = components['schemas']['RoleAssignmentDto']
export type StoredAssignment = RoleAssignmentTable & { role_name: string }

const optionalTime = (ms: number | null): string | null => (ms === null ? null : isoTime(ms))

/** A role assignment in short. */
const referenceOf = (stored: StoredAssignment): Reference => ({
  id: stored.id,
  role: { type: 'ROLE', id: stored.role_id, name: stored.role_name },
  addedDate: isoTime(stored.added),
  startDate: optionalTime(stored.starts),
  removeDate: optionalTime(stored.removes),
})

const isContext = (value: unknown): value is components['schemas']['AssignmentContextDto'] =>
  typeof value === 'object' && value !== null
const isTargets = (value: unknown): value is Array<components['schemas']['RoleTargetDto']> => Array.isArray(value)

/** A role assignment in full. The system as assigner is of type UNKNOWN and has neither id nor name, as tenants answer it. */
export function fullRecordOf(stored: StoredAssignment): Full {
  const context: unknown = stored.context === null ? null : JSON.parse(stored.context)
  const targets: unknown = JSON.parse(stored.account_targets)
  return {
    ...referenceOf(stored),
    comments: stored.comments,
    assignmentSource: stored.assignment_source,
    assigner:
      stored.assigner_id === null
        ? { type: 'UNKNOWN', name: null }
        : { type: 'IDENTITY', id: stored.assigner_id, name: stored.assigner_name },
    assignedDimensions: [],
    assignmentContext: isContext(context) ? context : null,
    accountTargets: isTargets(targets) ? targets : [],
  }
}

/** What an identity has been given and not lost again by `now` (ms), oldest first. */
export async function findAssignments(store: SandboxStore, identityId: string, now: number): Promise<StoredAssignment[]> {
  const stored = await store
    .selectFrom('role_assignment')
    .innerJoin('owned_object', 'owned_object.id', 'role_assignment.role_id')
    .selectAll('role_assignment')
    .select('owned_object.name as role_name')
    .where('identity_id', '=', identityId)
    .orderBy('added')
    .orderBy('role_assignment.id')
    .execute()
  return stored.filter(({ removes }) => removes === null || removes > now)
}

/** References for everything; full records as soon as a role is asked for, by id or by name (without regard to case). */
export function answerAssignments(
  stored: readonly StoredAssignment[],
  query: { roleId?: string; roleName?: string },
): Array<Reference | Full> {
  const { roleId, roleName } = query
  if (roleId === undefined && roleName === undefined) return stored.map(referenceOf)
  return stored
    .filter((one) => roleId === undefined || one.role_id === roleId)
    .filter((one) => roleName === undefined || fold(one.role_name) === fold(roleName))
    .map(fullRecordOf)
}

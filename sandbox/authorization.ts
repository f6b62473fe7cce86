import type { Caller, ServedOperationId } from './http/handlers.ts'

/**
 * Who may call what (promise A1), one row per operation; a new operation without a row does not compile.
 * - `own-list`: everybody for themselves; naming another owner needs an administrator.
 * - `own-item`: the work item's current owner, or an administrator.
 * - `own-report`: the identity's manager, helpdesk, or an administrator.
 * - a list of user levels: any one of them.
 */
export type AccessRule = 'own-list' | 'own-item' | 'own-report' | readonly string[]

interface AccessRow {
  readonly rule: AccessRule
  /** Any one of these, or `sp:scopes:all`. */
  readonly scopes: readonly string[]
}

const read: readonly string[] = ['idn:work-item:read']
const update: readonly string[] = ['idn:work-item:update']
const identityReaders: AccessRow = {
  rule: ['ORG_ADMIN', 'HELPDESK', 'IDENTITY_VIEWER'],
  scopes: ['idn:identity:read', 'idn:identity:manage'],
}
const helpers: readonly string[] = ['ORG_ADMIN', 'HELPDESK']
const administrators: readonly string[] = ['ORG_ADMIN']
const roleAssignments: AccessRow = {
  rule: 'own-report',
  scopes: ['idn:identity:read', 'idn:identity-direct-report:read', 'idn:identity:manage'],
}

export const authorization: Readonly<Record<ServedOperationId, AccessRow>> = {
  listWorkItems: { rule: 'own-list', scopes: read },
  getCompletedWorkItems: { rule: 'own-list', scopes: read },
  getCountWorkItems: { rule: 'own-list', scopes: read },
  getCountCompletedWorkItems: { rule: 'own-list', scopes: read },
  getWorkItemsSummary: { rule: 'own-list', scopes: read },
  getWorkItem: { rule: 'own-item', scopes: read },
  completeWorkItem: { rule: 'own-item', scopes: update },
  forwardWorkItem: { rule: 'own-item', scopes: update },
  approveApprovalItem: { rule: 'own-item', scopes: update },
  rejectApprovalItem: { rule: 'own-item', scopes: update },
  approveApprovalItemsInBulk: { rule: 'own-item', scopes: update },
  rejectApprovalItemsInBulk: { rule: 'own-item', scopes: update },
  submitAccountSelection: { rule: 'own-item', scopes: update },
  listIdentities: identityReaders,
  getIdentity: identityReaders,
  getIdentityOwnershipDetails: { rule: helpers, scopes: ['idn:identity:read'] },
  getRoleAssignments: roleAssignments,
  getRoleAssignment: roleAssignments,
  startIdentitiesInvite: { rule: helpers, scopes: ['idn:password-user-invite:manage'] },
  startIdentityProcessing: { rule: helpers, scopes: ['idn:identity:process', 'idn:identity:manage'] },
  sendIdentityVerificationAccountToken: { rule: helpers, scopes: ['idn:password:user-invite'] },
  resetIdentity: { rule: helpers, scopes: ['idn:identity:manage'] },
  // No fine scope reaches it: `sp:scopes:all` only.
  synchronizeAttributesForIdentity: { rule: administrators, scopes: [] },
  deleteIdentity: { rule: administrators, scopes: ['idn:identity:manage'] },
  getTaskStatus: {
    rule: [
      'ORG_ADMIN',
      'HELPDESK',
      'CERT_ADMIN',
      'REPORT_ADMIN',
      'ROLE_ADMIN',
      'ROLE_SUBADMIN',
      'SOURCE_ADMIN',
      'SOURCE_SUBADMIN',
    ],
    scopes: ['idn:task-management:read', 'idn:task-management:write'],
  },
}

/** Whether the caller's scopes and user levels reach the operation at all; ownership is asked where the object is known. */
export function mayCall(operation: ServedOperationId, caller: Pick<Caller, 'authorities' | 'scopes'>): boolean {
  const { rule, scopes } = authorization[operation]
  if (!caller.scopes.includes('sp:scopes:all') && !scopes.some((scope) => caller.scopes.includes(scope))) return false
  return typeof rule === 'string' || rule.some((level) => caller.authorities.includes(level))
}

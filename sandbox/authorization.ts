import type { Caller, ServedOperationId } from './http/handlers.ts'

/**
 * Who may call what (RELIABILITY §5), one row per operation; a new operation without a row does not compile.
 * - `own-list`: everybody for themselves; naming another owner needs an administrator.
 * - `own-item`: the work item's current owner, or an administrator.
 * - a list of user levels: any one of them.
 */
export type AccessRule = 'own-list' | 'own-item' | readonly string[]

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
}

/** Whether the caller's scopes and user levels reach the operation at all; ownership is asked where the object is known. */
export function mayCall(operation: ServedOperationId, caller: Pick<Caller, 'authorities' | 'scopes'>): boolean {
  const { rule, scopes } = authorization[operation]
  if (!caller.scopes.includes('sp:scopes:all') && !scopes.some((scope) => caller.scopes.includes(scope))) return false
  return typeof rule === 'string' || rule.some((level) => caller.authorities.includes(level))
}

import type { Generated } from 'kysely'

/** Times are integer milliseconds since the epoch, truth values 0 or 1, structured values JSON text. `*_key` columns hold folded text for searching. */
export interface IdentityTable {
  id: string
  name: string
  alias: string
  firstname: string
  lastname: string
  email: string | null
  name_key: string
  alias_key: string
  firstname_key: string
  lastname_key: string
  email_key: string | null
  status: string
  processing_state: string | null
  correlated: number
  protected: number
  manager_id: string | null
  manager_name: string | null
  is_manager: number
  created: number
  modified: number
  last_refresh: number | null
  lifecycle_state: string | null
  attributes: string
  /** The demo persona this identity is signed in as, if it is one. */
  persona: string | null
  /** JSON array of user levels. */
  authorities: string
}

export interface WorkItemTable {
  id: string
  name: string | null
  description: string
  type: string
  state: string | null
  /** 1 until the item is finished in any way; what "open" means to every list and rule. */
  is_open: number
  owner_id: string | null
  owner_name: string | null
  requester_id: string | null
  requester_name: string | null
  created: number
  modified: number | null
  completed: number | null
  num_items: number | null
  errors: string
  /** 1 when the item answers an `approvalItems` array at all. */
  has_approval_items: number
  remediation_items: string | null
  form: string | null
  account_selection: string | null
}

export interface ApprovalItemTable {
  id: string
  work_item_id: string
  position: number
  account: string | null
  application: string
  name: string | null
  operation: string
  value: string | null
  state: string | null
}

/** One row per effect a caller had, written in the transaction of the effect and never changed. */
export interface EffectTable {
  seq: Generated<number>
  at: number
  operation: string
  /** The identity that acted. */
  by: string
  work_item_id: string | null
  approval_item_id: string | null
  /** The identity acted upon; the new owner of a forward. */
  identity_id: string | null
  /** The task an action started. */
  task_id: string | null
  /** 1 when it took place without the state guard, in test mode. */
  naive: Generated<number>
}

export interface ForwardTable {
  seq: Generated<number>
  at: number
  work_item_id: string
  from_id: string | null
  to_id: string
  by_id: string
  comment: string
  send_notifications: number
}

export interface SigningKeyTable {
  kid: string
  private_jwk: string
  created: number
}

/** One sign-in, or one issue of client credentials; every code and token hangs on a grant and dies with it. */
export interface GrantTable {
  id: string
  client_id: string
  identity_id: string
  scope: string
  created: number
  revoked: number | null
}

export interface TokenTable {
  /** SHA-256 of the code or refresh token. Access tokens are not stored: they are signed, and name their grant. */
  id: string
  grant_id: string
  kind: 'code' | 'refresh'
  expires: number
  used: number | null
  /** JSON: what a code was issued for (redirect URI, challenge). */
  detail: string | null
}

/** Something an identity can own: a role, an access profile, a source… */
export interface OwnedObjectTable {
  id: string
  type: string
  name: string
  owner_id: string
}

export interface RoleAssignmentTable {
  id: string
  identity_id: string
  role_id: string
  added: number
  starts: number | null
  removes: number | null
  comments: string | null
  assignment_source: string
  assigner_id: string | null
  assigner_name: string | null
  /** JSON: why it was given, when a rule or a request says so. */
  context: string | null
  /** JSON: the accounts it reaches. */
  account_targets: string
}

/** A background task. How far it is follows from the clock: `created`, `duration` (ms) and the plan made when it was started. */
export interface TaskTable {
  seq: Generated<number>
  id: string
  kind: string
  launcher: string
  created: number
  duration: number
  plan: string
}

/** A mail that was "sent". Its token is the secret part of its link; the mail shows it, so it is kept as it is. */
export interface MailTable {
  seq: Generated<number>
  token: string
  kind: 'invitation' | 'password'
  at: number
  recipient: string
  recipient_key: string
  identity_id: string
  identity_name: string
  via: string | null
  source_name: string | null
  expires: number
  used: number | null
  /** When a newer mail or a reset took its place. */
  replaced: number | null
}

export interface SyncJobTable {
  id: string
  identity_id: string
  at: number
}

export interface SettingTable {
  name: string
  value: string
}

export interface SandboxSchema {
  identity: IdentityTable
  work_item: WorkItemTable
  approval_item: ApprovalItemTable
  effect: EffectTable
  forward: ForwardTable
  signing_key: SigningKeyTable
  oauth_grant: GrantTable
  oauth_token: TokenTable
  owned_object: OwnedObjectTable
  role_assignment: RoleAssignmentTable
  task: TaskTable
  mail: MailTable
  sync_job: SyncJobTable
  setting: SettingTable
}

/** What somebody's levels let them try; the tenant decides in the end. */
export interface May {
  /** Invite, process, send password mails, reset. */
  readonly help: boolean
  /** Synchronise and delete. */
  readonly administer: boolean
  /** Levels of the tenant's own making, which may grant single acts. */
  readonly perhaps: readonly string[]
}

/** The vendor's levels; what they may do with people is documented. */
const vendorLevels: ReadonlySet<string> = new Set([
  'ORG_ADMIN',
  'CERT_ADMIN',
  'HELPDESK',
  'REPORT_ADMIN',
  'ROLE_ADMIN',
  'ROLE_SUBADMIN',
  'SOURCE_ADMIN',
  'SOURCE_SUBADMIN',
  'SOURCE_CONFIG_ASSIGNEE',
  'CLOUD_GOV_ADMIN',
  'CLOUD_GOV_USER',
  'IDENTITY_GRAPH_ADMIN',
  'IDENTITY_GRAPH_READ_ONLY',
])

/** Hides only what is sure to be refused. */
export function mayOf(authorities: readonly string[]): May {
  const isAdmin = authorities.includes('ORG_ADMIN')
  return {
    help: isAdmin || authorities.includes('HELPDESK'),
    administer: isAdmin,
    perhaps: authorities.filter((level) => !vendorLevels.has(level)),
  }
}

/** What a person's levels let them try; the tenant decides, so whoever might be allowed is asked. */
export interface May {
  /** Invite, process, send password mails, reset. */
  readonly help: boolean
  /** Synchronise and delete. */
  readonly administer: boolean
}

/** Custom levels can grant single acts; only people without any level at all are sure to be refused. */
export function mayOf(authorities: readonly string[]): May {
  const isAdmin = authorities.includes('ORG_ADMIN')
  return { help: isAdmin || authorities.includes('HELPDESK'), administer: isAdmin }
}

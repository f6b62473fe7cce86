import type { TenantDeps } from '../deps.ts'
import { findIdentity, setStatus } from '../identities/store.ts'
import type { LinkState, MailKind, StoredMail } from './store.ts'
import { findMail, linkStateOf } from './store.ts'

/** A link, as it stands now: working, or why not. */
export type Link = { state: 'open'; mail: StoredMail } | { state: Exclude<LinkState, 'open'> | 'unknown' }

type Reader = Parameters<typeof findMail>[0]

/** Looks a link up by its token. A link for another purpose, or for an identity that is gone, is unknown. `now` in ms. */
export async function lookUpLink(db: Reader, kind: MailKind, token: string, now: number): Promise<Link> {
  const mail = await findMail(db, token)
  if (mail?.kind !== kind || !(await findIdentity(db, mail.identity_id))) return { state: 'unknown' }
  const state = linkStateOf(mail, now)
  return state === 'open' ? { state, mail } : { state }
}

/**
 * Follows a link to its end, once: an invitation makes its identity REGISTERED, a password link only is used up, since the tenant keeps no
 * passwords. Answers the link as it was found.
 */
export async function followLink({ store, clock }: TenantDeps, kind: MailKind, token: string): Promise<Link> {
  return store.transaction().execute(async (trx) => {
    const now = clock()
    const link = await lookUpLink(trx, kind, token, now)
    if (link.state !== 'open') return link
    await trx.updateTable('mail').set({ used: now }).where('token', '=', token).execute()
    if (kind === 'invitation') await setStatus(trx, [link.mail.identity_id], 'REGISTERED', now)
    return link
  })
}

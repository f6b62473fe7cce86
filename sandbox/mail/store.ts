import { sql } from 'kysely'
import type { SandboxStore, SandboxTransaction } from '../store/open.ts'
import type { MailTable } from '../store/schema.ts'
import { fold } from '../text.ts'

export type StoredMail = Omit<MailTable, 'seq'> & { seq: number }
export type MailKind = MailTable['kind']

const HOUR = 3_600_000
/** How long a mail's link works, in ms: registration for 7 days, a new password for 2 hours. */
const linkLifetimes: Readonly<Record<MailKind, number>> = { invitation: 7 * 24 * HOUR, password: 2 * HOUR }

export interface NewMail {
  kind: MailKind
  recipient: string
  identityId: string
  identityName: string
  via: string | null
  sourceName: string | null
}

/** Rows per statement: below SQLite's 32,766 parameters. */
const CHUNK = 500

/** "Sends" mails now (ms), each with a secret of its own. Earlier unused links of the same kind for the same identities stop working. */
export async function sendMails(
  trx: SandboxTransaction,
  mails: readonly NewMail[],
  now: number,
  random: (bytes: number) => Uint8Array,
): Promise<void> {
  for (let start = 0; start < mails.length; start += CHUNK) {
    const some = mails.slice(start, start + CHUNK)
    for (const kind of ['invitation', 'password'] as const) {
      const ids = some.filter((mail) => mail.kind === kind).map(({ identityId }) => identityId)
      if (ids.length > 0) await replaceLinks(trx, ids, [kind], now)
    }
    await trx
      .insertInto('mail')
      .values(
        some.map((mail) => ({
          token: Buffer.from(random(24)).toString('base64url'),
          kind: mail.kind,
          at: now,
          recipient: mail.recipient,
          recipient_key: fold(mail.recipient),
          identity_id: mail.identityId,
          identity_name: mail.identityName,
          via: mail.via,
          source_name: mail.sourceName,
          expires: now + linkLifetimes[mail.kind],
        })),
      )
      .execute()
  }
}

/** Ends the unused links of these identities. */
export async function replaceLinks(
  trx: SandboxTransaction,
  identityIds: readonly string[],
  kinds: readonly MailKind[],
  now: number,
): Promise<void> {
  await trx
    .updateTable('mail')
    .set({ replaced: now })
    .where('identity_id', 'in', identityIds)
    .where('kind', 'in', kinds)
    .where('used', 'is', null)
    .where('replaced', 'is', null)
    .where('expires', '>', now)
    .execute()
}

export async function findMail(db: SandboxStore | SandboxTransaction, token: string): Promise<StoredMail | undefined> {
  return db.selectFrom('mail').selectAll().where('token', '=', token).executeTakeFirst()
}

/** Newest first; `to` is a part of the recipient's address, `before` the number of a mail to go on after. */
export async function listMails(
  store: SandboxStore,
  query: { to: string; before: number | null; limit: number },
): Promise<StoredMail[]> {
  let select = store.selectFrom('mail').selectAll()
  if (query.before !== null) select = select.where('seq', '<', query.before)
  // instr instead of LIKE: nothing in an address needs escaping.
  if (query.to !== '') select = select.where(sql<boolean>`instr(recipient_key, ${fold(query.to)}) > 0`)
  return select.orderBy('seq', 'desc').limit(query.limit).execute()
}

/** Whether a link still works at `now` (ms), and if not, why. */
export type LinkState = 'open' | 'used' | 'expired' | 'replaced'

export function linkStateOf(mail: Pick<MailTable, 'used' | 'expires' | 'replaced'>, now: number): LinkState {
  if (mail.used !== null) return 'used'
  if (mail.replaced !== null) return 'replaced'
  return mail.expires <= now ? 'expired' : 'open'
}

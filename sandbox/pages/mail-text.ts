import { linkStateOf } from '../mail/store.ts'
import type { LinkState, MailKind, StoredMail } from '../mail/store.ts'
import { isoTime } from '../text.ts'

interface Wording {
  readonly path: string
  readonly subject: string
  readonly action: string
  readonly text: (mail: StoredMail) => string
}

const wordings: Readonly<Record<MailKind, Wording>> = {
  invitation: {
    path: '/register',
    subject: 'Register with Identity Security Cloud',
    action: 'Register',
    text: ({ identity_name: name }) => `Hello ${name}, you have been invited. Follow the link within 7 days and set a password.`,
  },
  password: {
    path: '/password',
    subject: 'Set a new password',
    action: 'Set a new password',
    text: ({ identity_name: name, source_name: source }) =>
      `Hello ${name}, here is the link for a new password${source === null ? '' : ` on ${source}`}. It works for 2 hours, once.`,
  },
}

/** A mail as a reader or a test sees it. Times are ISO 8601. */
export interface MailView {
  id: number
  sentAt: string
  to: string
  identityId: string
  identityName: string
  kind: MailKind
  via: string | null
  sourceName: string | null
  subject: string
  text: string
  /** What the link does, in words. */
  action: string
  /** Path on the tenant. */
  link: string
  expiresAt: string
  state: LinkState
}

/** A stored mail in words, as it stands at `now` (ms). */
export function mailView(mail: StoredMail, now: number): MailView {
  const { path, subject, action, text } = wordings[mail.kind]
  return {
    id: mail.seq,
    sentAt: isoTime(mail.at),
    to: mail.recipient,
    identityId: mail.identity_id,
    identityName: mail.identity_name,
    kind: mail.kind,
    via: mail.via,
    sourceName: mail.source_name,
    subject,
    text: text(mail),
    action,
    link: `${path}/${mail.token}`,
    expiresAt: isoTime(mail.expires),
    state: linkStateOf(mail, now),
  }
}

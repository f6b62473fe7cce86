import type { GuardReason } from '../identity-guard.ts'
import type { Formats } from './formats.ts'

const by = (name: string | null): string => (name === null ? 'by you' : `by ${name}`)

/** The English texts of one person's page: what is known, what was done, what can be done. */
export const identityTexts = (f: Formats) => {
  const many = (count: number, one: string, other: string) => `${f.number(count)} ${f.plural(count, { one, other })}`
  /** Never more than there is: minutes up to three hours, hours up to two days. */
  const remaining = (ms: number) => {
    const minutes = Math.floor(ms / 60_000)
    if (minutes < 1) return 'less than a minute'
    if (minutes < 180) return many(minutes, 'minute', 'minutes')
    const hours = Math.floor(minutes / 60)
    return hours < 48 ? many(hours, 'hour', 'hours') : many(Math.floor(hours / 24), 'day', 'days')
  }
  const reasons: Readonly<Record<GuardReason, string>> = {
    self: 'This is you',
    admin: 'This person administers the tenant',
    protected: 'SailPoint marks this person as protected',
    manager: 'This person manages others',
    owner: 'This person owns things in SailPoint, or what they own cannot be told',
    unknown: 'Not everything about this person could be read',
  }
  const vias: Readonly<Record<string, string>> = {
    EMAIL_WORK: 'E-mail to the work address',
    EMAIL_PERSONAL: 'E-mail to the personal address',
    LINK_WORK: 'Link to the work address',
    LINK_PERSONAL: 'Link to the personal address',
  }

  return {
    loading: 'Loading the person',
    back: 'Back to the list',
    missingTitle: 'Nobody here',
    missing: 'There is no identity with this id, or it is no longer there.',
    deletedTitle: (name: string) => `${name} is deleted`,
    deleted: (at: string) => `SailPoint was asked again at ${f.clock(Date.parse(at))}: the identity is not there any more.`,
    forbiddenTitle: 'You may not see this person',
    forbidden: 'SailPoint does not let you read identities. If you need to, ask an administrator of your tenant.',
    copyId: 'Copy the identity id',
    copyEmail: 'Copy the e-mail address',
    copied: 'Copied',

    marks: {
      manager: 'Manager',
      protected: 'Protected',
      uncorrelated: 'Uncorrelated',
      processing: 'Processing failed',
      you: 'This is you',
    },

    facts: {
      label: 'About this person',
      status: 'Status',
      lifecycle: 'Lifecycle',
      lifecycleByHand: 'set by hand',
      manager: 'Reports to',
      department: 'Department',
      jobTitle: 'Title',
      location: 'Location',
      refreshed: 'Last processed',
      created: 'Created',
      id: 'Id',
      none: 'Not stated',
    },

    alike: {
      title: (count: number) =>
        count === 1 ? 'Somebody else has nearly the same name:' : `${f.number(count)} others have nearly the same name:`,
      facts: (alias: string, department: string | null) => (department === null ? alias : `${alias}, ${department}`),
      reading: 'Looking for people of the same name…',
      failed: 'Whether somebody else has the same name could not be read.',
    },

    acts: {
      label: 'What you can do',
      mail: 'Send password e-mail…',
      invite: 'Invite',
      process: 'Process',
      synchronise: 'Synchronise',
      /** Counted down; SailPoint takes one in ten seconds. */
      synchroniseIn: (seconds: number) => `Synchronise (${f.number(seconds)} s)`,
      reset: 'Reset…',
      delete: 'Delete…',
      none: 'Your user levels do not let you act on people. What you see here is for reading.',
      perhaps: (levels: string) =>
        `Countersign does not know whether your user levels (${levels}) let you act on people. SailPoint decides when you try.`,
      show: 'Show what could be tried',
      why: {
        registered: 'Invite: already registered.',
        inactive: (status: string) => `Invite, e-mail and reset: not for somebody who is ${status}.`,
        unregistered: 'E-mail and reset: not before this person has registered.',
        uncorrelated: 'Process: this person has no account on an authoritative source.',
      },
      busy: (what: string, name: string | null) => `${what} is on its way, pressed ${by(name)}.`,
    },

    mail: {
      title: (name: string) => `Send ${name} a password e-mail`,
      where: 'How',
      vias,
      /** Where it goes, where the page knows it. */
      address: (address: string | null) => address ?? 'SailPoint knows the address; it is not shown here',
      noAddress: 'SailPoint shows no such address for this person.',
      documented: 'SailPoint does not say how “link” differs from “e-mail”. Take e-mail unless you know better.',
      source: 'Password of (optional)',
      sourceHint: 'The name of a source, such as Ledger. Left empty it is the password for SailPoint itself.',
      note: 'Note (optional)',
      noteHint: 'For example a ticket number. Kept in Countersign only.',
      valid: 'The link in it works for 2 hours, and once.',
      before: (until: string, name: string | null) =>
        `An e-mail sent ${by(name)} is still good until ${f.time(Date.parse(until))}. A new one ends it.`,
      confirm: 'Send',
    },

    guard: {
      resetTitle: (name: string) => `Reset ${name}?`,
      deleteTitle: (name: string) => `Delete ${name}?`,
      who: 'Who is meant',
      readBack: 'Read this back to whoever asks. Is it this person?',
      noAlias: 'no account name',
      noEmail: 'no e-mail',
      noManager: 'no manager',
      reportsTo: (name: string) => `reports to ${name}`,
      /** What happens, with this person's name and levels, in one sentence. */
      reset: (name: string, levels: readonly string[] | null) =>
        `${name} is signed out everywhere and no longer registered, loses ${
          levels === null
            ? 'every elevated user level (SailPoint does not tell which there are)'
            : levels.length === 0
              ? 'no user level, having none,'
              : `the user ${f.plural(levels.length, { one: 'level', other: 'levels' })} ${f.list(levels)}`
        } and cannot sign in until somebody has sent a new invitation and it was followed.`,
      delete: (name: string) =>
        `${name} is removed from SailPoint for good; the accounts stay on their sources and may come back as an identity without an owner.`,
      ticket: 'Ticket',
      ticketHint: 'Kept in Countersign with the receipt; SailPoint has no field for it.',
      ticketMissing: 'Name the ticket.',
      reason: 'Reason',
      reasonMissing: 'Say why, in a few words.',
      type: (wanted: string) => `Type ${wanted} to confirm`,
      typeWhy: (why: readonly GuardReason[]) => `${why.map((reason) => reasons[reason]).join('. ')}.`,
      typeWrong: (wanted: string) => `That is not ${wanted}.`,
      resetConfirm: 'Reset this person',
      deleteConfirm: 'Delete this person',
    },

    checks: {
      label: 'Before a deletion',
      ownership: 'Owns things in SailPoint',
      reports: 'Others report to this person',
      workItems: 'Open work items wait for this person',
      reading: 'Looking…',
      clear: 'No',
      unreadable: 'Could not be read',
      obstacle: (count: number | null) => (count === null ? 'Yes' : f.number(count)),
      again: 'Look again',
      blockedReading: 'Wait until these have been looked at.',
      blockedUnreadable: 'Not everything could be read, so nothing is deleted.',
      blockedObstacle: 'Somebody else must take these over first.',
    },

    clocks: {
      title: 'Done through Countersign',
      nothing: 'Nothing has been done for this person through Countersign. It may have been done elsewhere.',
      mail: (name: string | null, via: string) => `Password e-mail ${by(name)} (${(vias[via] ?? via).toLowerCase()})`,
      invitation: (name: string | null) => `Invited ${by(name)}`,
      reset: (name: string | null) => `Reset ${by(name)}`,
      synchronisation: (name: string | null) => `Synchronised ${by(name)}`,
      processing: (name: string | null) => `Processed ${by(name)}`,
      linkHolds: (until: string, left: number) => `link good until ${f.moment(until, Date.now())}, ${remaining(left)} left`,
      linkEnded: (until: string) => `link ended ${f.moment(until, Date.now())}`,
      free: 'can be synchronised again',
      freeIn: (seconds: number) => `free again in ${f.number(seconds)} s`,
      uncertain: 'not certain that SailPoint carried it out',
      ago: (ms: number) => (ms < 60_000 ? 'just now' : f.ago(ms)),
      schedule: 'SailPoint processes everybody by itself at 8:00 and 20:00, tenant time.',
    },

    history: {
      title: 'What you did here',
      ticket: (ticket: string, reason: string) => `Ticket ${ticket}: ${reason}`,
      many: (count: number) => `together with ${many(count, 'other person', 'other people')}`,
      note: (text: string) => `Note: ${text}`,
    },

    attributes: {
      title: 'Attributes',
      none: 'SailPoint gives none.',
      empty: 'empty',
    },

    roles: {
      title: 'Roles',
      none: 'Holds no roles.',
      unnamed: 'Unnamed role',
      since: (at: string) => `since ${f.moment(at, Date.now())}`,
      from: (at: string) => `from ${f.moment(at, Date.now())}`,
      until: (at: string) => `until ${f.moment(at, Date.now())}`,
      source: 'Given by',
      sources: { UI: 'hand, in SailPoint', ACCESS_REQUEST: 'an access request', MEMBERSHIP: 'a rule' } as Readonly<
        Record<string, string>
      >,
      assigner: 'Assigned by',
      comments: 'Comment',
      dimensions: 'Dimensions',
      accounts: 'Accounts',
      account: (account: string, source: string | null) => (source === null ? account : `${account} on ${source}`),
      details: (name: string) => `Details of ${name}`,
      noDetails: 'SailPoint says nothing more about it.',
    },

    ownership: {
      title: 'Owns',
      none: 'Owns nothing that SailPoint knows of.',
      unrecognised: 'SailPoint’s answer could not be understood. It is shown as it came; do not take it as “nothing”.',
      leftovers: (count: number) => `${many(count, 'part', 'parts')} of the answer could not be understood.`,
      raw: 'The answer',
      incomplete: 'SailPoint’s list may not be complete.',
      types: {
        ROLE_OWNER: 'Roles',
        ACCESS_PROFILE_OWNER: 'Access profiles',
        SOURCE_OWNER: 'Sources',
        APPLICATION_OWNER: 'Applications',
        CAMPAIGN_OWNER: 'Campaigns',
        GOVERNANCE_GROUP_OWNER: 'Governance groups',
        WORK_ITEM_OWNER: 'Open work items',
      } as Readonly<Record<string, string>>,
      untyped: 'Other things',
      unnamed: 'without a name',
    },

    reports: {
      title: 'Direct reports',
      none: 'SailPoint does not mark this person as a manager.',
      manager: 'SailPoint marks this person as a manager, but its API cannot be asked for direct reports.',
      look: 'Look through everybody',
      lookHint: (people: number, seconds: number) =>
        `${many(people, 'identity', 'identities')}; about ${f.span(Math.max(1, seconds) * 1000)}.`,
      reading: (read: number) => `Looked at ${f.number(read)}…`,
      found: (count: number) =>
        count === 0 ? 'Nobody reports to this person.' : `${many(count, 'person reports', 'people report')} to this person:`,
      stop: 'Stop',
      more: (count: number) => `and ${f.number(count)} more`,
    },

    workItems: {
      title: 'Open work items',
      none: 'No open work items wait for this person.',
      count: (count: number) => many(count, 'open work item waits', 'open work items wait'),
      list: 'Look at the list',
      forbidden: 'Only administrators may look at other people’s work items.',
    },

    section: {
      forbidden: 'SailPoint does not let you see this.',
      failed: 'This could not be read.',
    },
  }
}

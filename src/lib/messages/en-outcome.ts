import type { Formats } from './formats.ts'

/** The English texts of how a decision or an action ended. */
export const outcomeTexts = (f: Formats) => ({
  acts: {
    approveApprovalItem: 'Approved',
    rejectApprovalItem: 'Rejected',
    approveApprovalItemsInBulk: 'Approved all',
    rejectApprovalItemsInBulk: 'Rejected all',
    completeWorkItem: 'Completed',
    forwardWorkItem: 'Forwarded',
    submitAccountSelection: 'Submitted',
    sendIdentityVerificationAccountToken: 'E-mail sent',
    synchronizeAttributesForIdentity: 'Synchronisation accepted',
    resetIdentity: 'Reset',
    deleteIdentity: 'Deleted',
    startIdentitiesInvite: 'Invitation accepted',
    startIdentityProcessing: 'Processing accepted',
  },
  done: (what: string, at: string | null) =>
    at === null ? `${what}.` : `${what}. SailPoint answered at ${f.clock(Date.parse(at))}.`,
  doneByReading: (what: string, at: string | null) =>
    at === null
      ? `${what}, confirmed by reading the work item again.`
      : `${what}, confirmed at ${f.clock(Date.parse(at))} by reading the work item again.`,
  confirmed: (what: string, at: string | null) =>
    at === null ? `${what}, confirmed by reading again.` : `${what}, confirmed at ${f.clock(Date.parse(at))} by reading again.`,
  refused: (act: string) => `Not done: SailPoint refused to ${act.charAt(0).toLowerCase()}${act.slice(1)}.`,
  conflict: {
    changed: 'Not sent: the work item changed since you looked. Read it again before you decide.',
    'decided-elsewhere': 'Decided elsewhere in the meantime, maybe by you in another window.',
    gone: 'Not sent: the work item is no longer yours or no longer exists.',
    expired: 'Not sent: the work item has expired.',
    other: 'Not sent: the work item is no longer as you saw it.',
  },
  actionConflict: {
    changed: 'Not sent: this person is no longer as you saw them. Look again before you act.',
    gone: 'Not sent: this person is no longer there for you.',
    'decided-elsewhere': 'Not sent: this was done elsewhere in the meantime.',
    'owns-things': 'Not sent: this person owns things that somebody else must take first.',
    'has-reports': 'Not sent: this person is somebody’s manager.',
    'has-work-items': 'Not sent: this person has open work items.',
    unreadable: 'Not sent: what this person owns could not be read.',
    'more-people': 'Not sent: more people are uninvited now than you typed.',
    uncounted: 'Not sent: how many people are uninvited could not be read.',
  },
  conflictNow: (state: string, at: string | null) =>
    at === null ? `It is now ${state}.` : `It is ${state} since ${f.exact(at)}.`,
  cancelled: 'Taken back. Nothing was sent.',
  forgotten: {
    'paused-too-long': 'Cancelled after 24 hours in a paused run. Nothing was sent.',
    'sign-in-too-late': 'Cancelled: it waited 12 hours for your sign-in and 24 more for your word. Nothing was sent.',
  },
  dismissed: 'Left as it is. The outcome is not known.',
})

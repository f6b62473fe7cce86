import type { RunCounts } from '../run-counts.ts'
import { deskTexts } from './en-desk.ts'
import type { Formats } from './formats.ts'

/**
 * The English texts that the first screen needs and that every screen shares; what only one screen says stands in a catalogue of its own
 * beside this file and travels with that screen. A second language is another function of the type `Messages`, so a missing key does not
 * compile.
 * "SailPoint" is what people call the tenant; "Countersign" is this desk.
 */
export const en = (f: Formats) => {
  const many = (count: number, one: string, other: string) => `${f.number(count)} ${f.plural(count, { one, other })}`
  const items = (count: number) => many(count, 'work item', 'work items')

  return {
    ...deskTexts(f),
    product: 'Countersign',
    pageTitle: (page: string) => `${page} – Countersign`,
    skipToContent: 'Skip to content',
    loading: 'Loading',
    close: 'Close',
    cancel: 'Cancel',
    tryAgain: 'Try again',
    reload: 'Reload the page',
    unnamed: 'Unnamed work item',
    unnamedPerson: 'Unnamed person',
    person: {
      byId: (id: string) => `the person with the id ${id}`,
    },
    /** Several texts within a sentence. */
    enumerate: (texts: readonly string[]) => f.list(texts),
    /** After the first few of many: "Ada, Ben and 9 more". */
    more: (count: number) => `${f.number(count)} more`,
    /** Several words side by side, the first one leading: "Grant, change". */
    several: ([first = '', ...others]: readonly string[]) => [first, ...others.map((text) => text.toLowerCase())].join(', '),

    rail: {
      label: 'Main',
      search: 'Search or do…',
      searchKey: 'Ctrl K',
      inbox: 'Inbox',
      inboxCount: (open: number) => many(open, 'open work item', 'open work items'),
      completed: 'Completed',
      identities: 'Identities',
      activity: 'Activity',
      activityNeedsYou: (count: number) => f.number(count),
      activityOpen: (percent: number) => `${f.number(percent)} %`,
      activitySpoken: (runs: number, needsYou: number) =>
        needsYou > 0 ? `${many(needsYou, 'entry needs', 'entries need')} you` : `${many(runs, 'run', 'runs')} on the way`,
    },

    tenant: {
      banner: (environment: string, name: string) => ({ environment, name: `You are working in the tenant ${name}` }),
      bannerLabel: 'Tenant',
    },

    account: {
      button: (name: string) => `Account: ${name}`,
      short: 'Account',
    },

    sessionEnd: {
      ended: 'Your session has ended',
      'taken-over': 'Somebody else has signed in with this browser',
      text: 'Sign in again to go on where you were. Nothing that was handed over is lost.',
      link: 'Sign in again',
    },

    crash: {
      title: 'Something went wrong on this page',
      text: 'Decisions that were handed over are safe on the server. Reload to go on.',
    },

    errors: {
      title: 'This could not be loaded',
      forbiddenTitle: 'You may not see this',
      forbidden: 'SailPoint does not let you read this. If you think it should, ask an administrator of your tenant.',
      missingTitle: 'Not here any more',
      missing: 'This work item does not exist, or it is no longer yours.',
      offline: 'There is no connection to Countersign right now.',
      /** The tenant has failed several times in a row; the desk asks now and then whether it is back. */
      down: (since: string) => `SailPoint has not answered since ${f.time(Date.parse(since))}. Countersign keeps asking.`,
      unreadable: 'The answer could not be understood.',
      kept: 'It was made before this page was loaded again.',
      rateLimited: 'SailPoint’s limit for requests is used up for a moment.',
      generic: (status: number) => `The server answered with status ${status}.`,
      trackingId: 'Tracking id',
      copy: (id: string) => `Copy tracking id ${id}`,
      copied: 'Copied',
      stale: (at: number) => `Showing data from ${f.time(at)}. The last refresh failed.`,
      partial: (loaded: number, total: number | null) =>
        total === null
          ? `Only ${items(loaded)} could be loaded.`
          : `Only ${f.number(loaded)} of ${items(total)} could be loaded.`,
    },

    summary: {
      label: 'Summary',
      open: 'Open',
      completed: 'Completed',
      total: 'Total',
      number: (value: number) => f.number(value),
    },

    inbox: {
      title: 'Inbox',
      allTitle: 'All work items',
      list: 'Open work items',
      allList: 'All work items',
      elsewhere: 'Ordinary access-request approvals are not here; they live elsewhere in SailPoint.',
      elsewhereLink: 'Go to SailPoint',
      emptyTitle: 'Nothing waits for you',
      emptyText: 'New work items appear here by themselves.',
      pickTitle: 'Choose a work item',
      pickText: 'Its details and decisions appear here.',
      keys: { move: 'Move through the list', open: 'Open', back: 'Back to the list' },
    },

    completed: {
      title: 'Completed',
      list: 'Completed work items',
      emptyTitle: 'Nothing completed yet',
      emptyText: 'Work items you have decided or completed appear here.',
    },

    list: {
      filter: 'Filter',
      filterPlaceholder: 'Filter by name, person, source…',
      clearFilter: 'Clear filter',
      noMatchTitle: 'No work item matches',
      noMatchText: (query: string, isComplete: boolean) =>
        isComplete ? `Nothing on this list contains “${query}”.` : `Nothing loaded so far contains “${query}”.`,
      count: (shown: number) => items(shown),
      matches: (matching: number, searched: number, total: number | null) =>
        total === null || searched >= total
          ? `${f.number(matching)} of ${items(searched)}`
          : `${f.number(matching)} found, searched ${f.number(searched)} of ${f.number(total)}`,
      loadingMore: (loaded: number, total: number | null) =>
        total === null ? `${items(loaded)} so far…` : `Loaded ${f.number(loaded)} of ${f.number(total)}…`,
      arrivals: (count: number) => `${f.number(count)} new`,
      gone: (count: number) => `${f.number(count)} no longer open`,
      showArrivals: 'Update the list',
      /** Read after the row's name. */
      rowTarget: (name: string) => `for ${name}`,
      severalTargets: (count: number) => `for ${many(count, 'account', 'accounts')}`,
      rowRequester: (name: string) => `asked by ${name}`,
      decidedOf: (decided: number, total: number) => `${f.number(decided)}/${f.number(total)}`,
      decidedOfSpoken: (decided: number, total: number) => `${f.number(decided)} of ${f.number(total)} decided`,
      changes: (count: number) => many(count, 'change', 'changes'),
    },

    age: {
      short: (ms: number) => (ms < 60_000 ? 'just now' : f.span(ms)),
      open: (ms: number) => (ms < 60_000 ? 'just arrived' : `waiting for ${f.span(ms)}`),
      exact: (at: string) => f.exact(at),
      moment: (at: string | number, now: number) => f.moment(at, now),
    },

    verbs: {
      grant: 'Grant',
      create: 'Create',
      enable: 'Enable',
      unlock: 'Unlock',
      remove: 'Remove',
      disable: 'Disable',
      delete: 'Delete',
      lock: 'Lock',
      change: 'Change',
      mixed: 'Mixed',
      revoke: 'Revoke',
      choose: 'Choose account',
      review: 'Review',
      task: 'Task',
      unstated: 'No operation given',
    },

    states: {
      Pending: 'Open',
      Finished: 'Finished',
      Rejected: 'Rejected',
      Returned: 'Returned',
      Expired: 'Expired',
      Canceled: 'Canceled',
    },
    approvalStates: {
      Pending: 'Waiting',
      Finished: 'Approved',
      Rejected: 'Rejected',
      Returned: 'Returned',
      Expired: 'Expired',
      Canceled: 'Canceled',
    },

    types: {
      Unknown: 'Work item',
      Generic: 'General task',
      Certification: 'Certification',
      Remediation: 'Remediation',
      Delegation: 'Delegation',
      Approval: 'Approval',
      ViolationReview: 'Violation review',
      Form: 'Form',
      PolicyViolation: 'Policy violation',
      Challenge: 'Challenge',
      ImpactAnalysis: 'Impact analysis',
      Signoff: 'Sign-off',
      Event: 'Event',
      ManualAction: 'Manual action',
      Test: 'Test',
    },

    acts: {
      approveApprovalItem: 'Approve',
      rejectApprovalItem: 'Reject',
      approveApprovalItemsInBulk: 'Approve all',
      rejectApprovalItemsInBulk: 'Reject all',
      completeWorkItem: 'Mark complete',
      forwardWorkItem: 'Forward',
      submitAccountSelection: 'Submit the account selection',
      sendIdentityVerificationAccountToken: 'Send a password e-mail to',
      synchronizeAttributesForIdentity: 'Synchronise',
      resetIdentity: 'Reset',
      deleteIdentity: 'Delete',
      startIdentitiesInvite: 'Invite',
      startIdentityProcessing: 'Process',
    },
    entry: {
      /** What was pressed and on what, e.g. "Approve Finance Reader". */
      what: (act: string, label: string | null) => (label === null ? act : `${act} ${label}`),
      workItems: (count: number) => items(count),
      people: (count: number) => (count === 1 ? '1 person' : `${f.number(count)} people`),
      heldUntil: (at: number) => `Will be sent at ${f.clock(at)}`,
      heldOverdue: (at: number) => `Was to be sent at ${f.clock(at)}; waiting for word from Countersign…`,
      heldWithoutEnd: 'Held until you say so, for 24 hours at most',
      queued: 'Waiting to be sent',
      waiting: {
        'sign-in': 'Waiting for you to sign in again',
        rate: 'Waiting: SailPoint’s limit for requests',
        network: 'Waiting: SailPoint cannot be reached',
        'earlier-entries': 'Waiting for earlier decisions',
        'cool-down': 'Waiting: SailPoint synchronises one person once in 10 seconds',
      },
      sending: 'Sending…',
      verifying: 'Checking what happened…',
      needsYou: 'It is not certain whether SailPoint carried this out',
    },

    runs: {
      ofEntries: (count: number) => `Run of ${many(count, 'entry', 'entries')}`,
      chunks: (act: string, count: number) => `${act} in ${f.number(count)} parts`,
      /** How far several entries made together are. */
      progress: ({ all, done, needsYou, failed, takenBack, forgotten, dismissed }: RunCounts) =>
        [
          `${f.number(done)} of ${f.number(all)} done`,
          ...(needsYou > 0 ? [`${f.number(needsYou)} ${f.plural(needsYou, { one: 'needs', other: 'need' })} you`] : []),
          ...(failed > 0 ? [`${f.number(failed)} not done`] : []),
          ...(takenBack > 0 ? [`${f.number(takenBack)} taken back`] : []),
          ...(forgotten > 0 ? [`${f.number(forgotten)} cancelled after 24 hours`] : []),
          ...(dismissed > 0 ? [`${f.number(dismissed)} left as they are`] : []),
        ].join(', '),
    },
  }
}

/** All texts; every language provides each of them. */
export type Messages = ReturnType<typeof en>

import type { RunCounts } from '../run-counts.ts'
import { deskTexts } from './en-desk.ts'
import type { Formats } from './formats.ts'

/**
 * Every English text of the page. A second language is another function of the type `Messages`, so a missing key does not compile.
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
    none: 'None',
    unnamed: 'Unnamed work item',
    unnamedPerson: 'Unnamed person',
    /** Several texts within a sentence. */
    enumerate: (texts: readonly string[]) => f.list(texts),
    /** After the first few of many: "Ada, Ben and 9 more". */
    more: (count: number) => `${f.number(count)} more`,
    /** Several words side by side, the first one leading: "Grant, change". */
    several: ([first = '', ...others]: readonly string[]) => [first, ...others.map((text) => text.toLowerCase())].join(', '),

    rail: {
      label: 'Main',
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
      menu: 'Account',
      short: 'Account',
      signedInAs: (alias: string | null, tenant: string) => (alias === null ? tenant : `${alias} · ${tenant}`),
      theme: 'Appearance',
      themes: { light: 'Light', dark: 'Dark', system: 'Like this device' },
      hold: 'Hold decisions before sending',
      holds: (ms: number) => (ms === 0 ? 'Send at once' : f.span(ms)),
      after: 'After a decision',
      afters: { next: 'Go to the next work item', stay: 'Stay' },
      signOut: 'Sign out',
      openEntriesTitle: 'Some decisions have not been sent',
      openEntriesText:
        'Sign out and let those that are being sent finish; what still waits will go on at your next sign-in. Or take back everything that has not been sent.',
      finish: 'Sign out and let them finish',
      takeBack: 'Take back and sign out',
      failed: 'Signing out did not work.',
    },

    signIn: {
      title: 'Sign in',
      text: 'Clear your SailPoint work items quickly, and know what happened to each of them.',
      button: 'Sign in',
      note: 'You sign in on your tenant’s own page. Countersign never sees your password.',
    },

    sessionEnd: {
      ended: 'Your session has ended',
      'taken-over': 'Somebody else has signed in with this browser',
      text: 'Sign in again to go on where you were. Nothing that was handed over is lost.',
      link: 'Sign in again',
    },

    notFound: {
      title: 'Page not found',
      text: 'There is nothing at this address.',
      link: 'Go to the inbox',
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
      sent: {
        no: 'Nothing was sent to SailPoint.',
        yes: 'It was sent to SailPoint.',
        unknown: 'It is not known whether it was handed over. Trying again is safe: it stays one and the same decision.',
      },
    },

    summary: {
      label: 'Summary',
      open: 'Open',
      completed: 'Completed',
      total: 'Total',
      asOf: (at: number) => `as of ${f.time(at)}`,
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
      noMatchText: (query: string) => `Nothing loaded so far contains “${query}”.`,
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
      gonePlain: 'No longer open',
    },

    age: {
      short: (ms: number) => (ms < 60_000 ? 'just now' : f.span(ms)),
      open: (ms: number) => (ms < 60_000 ? 'just arrived' : `waiting for ${f.span(ms)}`),
      unknown: 'age unknown',
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

    item: {
      back: 'Back to the list',
      details: 'Details',
      loading: 'Loading the work item',
      description: 'Description',
      requester: 'Requester',
      owner: 'Owner',
      target: 'For',
      targetSeveral: (count: number) => many(count, 'account', 'accounts'),
      targetOrigin: {
        remediation: 'as the revocation names them',
        form: 'as the form names them',
        account: 'from the account name',
        description: 'from the description',
      },
      source: (count: number) => f.plural(count, { one: 'Source', other: 'Sources' }),
      notStated: 'Not stated',
      created: 'Created',
      completed: 'Completed',
      completedAt: (when: string) => `completed ${when}`,
      modified: 'Last changed',
      problems: 'SailPoint reports',
      unreadable: (count: number) =>
        `${many(count, 'part', 'parts')} of this work item could not be read and ${f.plural(count, { one: 'is', other: 'are' })} not shown. A decision on the whole work item covers ${f.plural(count, { one: 'it', other: 'them' })} too.`,
      risk: {
        remove: 'This takes access away.',
        unknown: 'The operation is not one Countersign knows. Read it closely before you decide.',
        mixed: 'This work item also takes access away.',
      },
      isClosed: (state: string, when: string | null) =>
        when === null ? `This work item is ${state}.` : `This work item is ${state} since ${when}.`,
    },

    identity: {
      label: (name: string) => `About ${name}`,
      status: 'Status',
      lifecycle: 'Lifecycle',
      manager: 'Manager',
      department: 'Department',
      unnamedRole: 'unnamed role',
      inactive: (status: string) => `This person is ${status}.`,
    },

    approvals: {
      title: 'Requested changes',
      progress: (decided: number, total: number) => `${f.number(decided)} of ${f.number(total)} decided`,
      action: 'Action',
      change: 'Change',
      account: 'Account and source',
      decision: 'Decision',
      becomes: 'becomes',
      before: 'Value before is not given',
      noAccount: 'New account',
      wholeAccount: 'The whole account',
      approve: 'Approve',
      reject: 'Reject',
      approveItem: (label: string) => `Approve ${label}`,
      rejectItem: (label: string) => `Reject ${label}`,
      approveAll: (pending: number, total: number) =>
        pending === total ? `Approve all ${f.number(total)}` : `Approve all ${f.number(pending)} open`,
      rejectAll: (pending: number, total: number) =>
        pending === total ? `Reject all ${f.number(total)}` : `Reject all ${f.number(pending)} open`,
      complete: 'Mark complete',
      completeHint: 'Do what it asks for first; this only tells SailPoint that it is done.',
      busy: 'A decision on this work item is on its way.',
      actsFor: (name: string) => `You act for ${name}.`,
    },

    reject: {
      titleItem: (label: string) => `Reject ${label}?`,
      titleAll: (count: number) => `Reject ${many(count, 'change', 'changes')}?`,
      note: 'Note (optional)',
      noteHint: 'Kept in Countersign only; SailPoint has no field for it.',
      confirm: 'Reject',
    },

    remediation: {
      title: 'Access to be revoked',
      person: 'Person',
      access: 'Access',
      account: 'Account',
      source: 'Source',
    },

    form: {
      title: 'Questions',
      elsewhere: 'Answer this one in SailPoint.',
      elsewhereLink: 'Go to SailPoint',
      required: 'required',
      choices: 'Choices',
      answer: 'Present answer',
      noChoices: 'Free answer',
      untitled: 'Untitled question',
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
    done: {
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

    entry: {
      /** What was pressed and on what, e.g. "Approve Finance Reader". */
      what: (act: string, label: string | null) => (label === null ? act : `${act} ${label}`),
      workItems: (count: number) => items(count),
      people: (count: number) => (count === 1 ? '1 person' : `${f.number(count)} people`),
      handingOver: 'Handing over…',
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
      needsYouHelp:
        'Countersign read the work item again and it is still open. SailPoint may yet carry out the first request. Check again, send once more, or leave it.',
      actionNeedsYouHelp:
        'SailPoint does not tell afterwards whether it did. Look at the person before you check again, send once more, or leave it.',
      stillThere: 'SailPoint accepted the deletion, yet the person is still there. Check again later, or leave it.',
      done: (what: string, at: string | null) =>
        at === null ? `${what}.` : `${what}. SailPoint answered at ${f.clock(Date.parse(at))}.`,
      doneByReading: (what: string, at: string | null) =>
        at === null
          ? `${what}, confirmed by reading the work item again.`
          : `${what}, confirmed at ${f.clock(Date.parse(at))} by reading the work item again.`,
      confirmed: (what: string, at: string | null) =>
        at === null
          ? `${what}, confirmed by reading again.`
          : `${what}, confirmed at ${f.clock(Date.parse(at))} by reading again.`,
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
      takeBack: 'Take back',
      takeBackOf: (what: string) => `Take back: ${what}`,
      sendNow: 'Send now',
      sendNowOf: (what: string) => `Send now: ${what}`,
      checkAgain: 'Check again',
      sendAgain: 'Send again',
      dismiss: 'Leave it',
      hide: (what: string) => `Hide: ${what}`,
      actFailed: 'That did not work.',
      announceHeld: (what: string, at: number) => `${what}: will be sent at ${f.clock(at)}. You can take it back until then.`,
      notHandedOver: 'Not handed over',
      resend: 'Try again',
      discard: 'Discard',
      note: (text: string) => `Note: ${text}`,
    },

    outbox: {
      label: 'Outbox',
      ended: (what: string, progress: string) => `${what}: ${progress}.`,
      details: 'Details',
      detailsOf: (what: string) => `Details: ${what}`,
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
      heldUntil: (at: number, left: number) => `Will be sent at ${f.clock(at)}, in ${f.span(left + 999)}`,
      heldRest: 'The rest is held',
      paused: 'Paused: nothing more is sent; cancelled after 24 hours',
      stopping: 'Stopped: what had left is followed to its end',
      stopped: 'Stopped',
      ended: 'Ended',
      sending: 'Being sent',
      needsYou: (count: number) => `${f.number(count)} ${f.plural(count, { one: 'needs', other: 'need' })} you`,
      waitingRate: (ms: number) => `Waiting ${f.span(ms + 999)}: SailPoint’s limit for requests`,
      waitingNetwork: (ms: number) => `SailPoint cannot be reached; asked again in ${f.span(ms + 999)}`,
    },

    gate: {
      refused: 'Not handed over: open the work item first. It takes access away, or cannot be read in full.',
      reasons: {
        removes: 'It takes access away.',
        'unknown-verb': 'Its operation is not one Countersign knows.',
        unreadable: 'Parts of it could not be read.',
      },
    },

    person: {
      placeholder: 'Type the beginning of a name, account or e-mail',
      searching: 'Searching…',
      none: (text: string) => `Nobody’s name, account name or e-mail starts with “${text}”.`,
      found: (count: number, most: number) =>
        count >= most ? `The first ${f.number(count)} people; type more to narrow it down` : many(count, 'person', 'people'),
      chosen: (name: string) => `Chosen: ${name}`,
      change: 'Change person',
      unnamed: 'Unnamed person',
      noEmail: 'no e-mail',
      manager: (name: string) => `reports to ${name}`,
      noManager: 'no manager',
      namesake: 'Others have the same name. Check the account name and the manager.',
      warnings: {
        inactive: (status: string) => `This person is ${status} and may not be able to act. SailPoint decides.`,
        unregistered: 'This person has not registered yet and cannot sign in so far.',
      },
      idLabel: 'Identity id',
      idHint:
        'SailPoint does not let you look up people. Paste the identity id; an administrator or the person can tell you. Countersign cannot show who it is.',
      idWrong: 'An id consists of letters, digits, hyphens and underscores only.',
      byId: (id: string) => `the person with the id ${id}`,
    },

    forward: {
      open: 'Forward…',
      title: (count: number) => (count === 1 ? 'Forward this work item' : `Forward ${items(count)}`),
      to: 'To',
      comment: 'Comment',
      commentHint: 'SailPoint keeps it and shows it to the new owner.',
      templates: 'Ready-made comments',
      templateTexts: [
        'This belongs to your team.',
        'You know this account better than I do.',
        'I am away; please decide in my place.',
      ] as readonly string[],
      mail: 'Let SailPoint send the new owner an e-mail',
      oneWay: (count: number) =>
        count === 1
          ? 'You give it away: only the new owner or an administrator can send it back.'
          : 'You give them away: only the new owner or an administrator can send them back.',
      confirm: (count: number) => (count === 1 ? 'Forward' : `Forward ${f.number(count)}`),
      toMissing: 'Choose who is to get it.',
      commentMissing: 'Write a comment. SailPoint asks for one.',
      excluded: { self: 'That is you', owner: 'Owns it already' },
      toWhom: (name: string) => `To ${name}.`,
      done: (name: string) => `Forwarded to ${name}`,
      doneText: 'It is with them now and no longer on your list.',
      answered: (at: string) => `SailPoint answered at ${f.clock(Date.parse(at))}.`,
      many: (count: number, names: string) => `${items(count)}: ${names}`,
      tooMany: (most: number) => `That is too many at once; up to ${f.number(most)} fit together.`,
    },

    selection: {
      strangeKind: (raw: string) => `SailPoint calls this field “${raw}”.`,
      freeText: 'SailPoint gives no choices here; write the answer.',
      twins: 'Some choices read the same. What is sent stands beside them.',
      nothing: 'Nothing chosen',
      choose: 'Choose…',
      several: 'You can choose several.',
      optional: 'optional',
      nameless: 'This question has no name, so it cannot be answered from here.',
      progress: (answered: number, total: number) => `${f.number(answered)} of ${f.number(total)} answered`,
      kept: 'Your answers are kept in this browser until they are sent or you sign out.',
      inBar: 'Answer the questions, then review your answers.',
      review: 'Review answers',
      missing: (label: string) => `Answer “${label}”.`,
      missingCount: (count: number) =>
        `${many(count, 'question', 'questions')} still ${f.plural(count, { one: 'needs', other: 'need' })} an answer:`,
      readBackTitle: 'Is this right?',
      /** One chosen answer: "For Priya Nadar on Ledger you chose p.nadar." */
      line: (
        { who, where, question }: { who: string | null; where: string | null; question: string | null },
        answers: readonly string[],
        isText: boolean,
      ) => {
        const place = [
          who === null ? null : `for ${who}`,
          where === null ? null : `on ${where}`,
          question === null ? null : `under “${question}”`,
        ]
          .filter((part) => part !== null)
          .join(' ')
        const chose =
          answers.length === 0
            ? 'you left this open.'
            : `you ${isText ? 'wrote' : 'chose'} ${isText ? `“${answers.join('')}”` : f.list(answers)}.`
        const sentence = `${place} ${chose}`.trim()
        return `${sentence.charAt(0).toUpperCase()}${sentence.slice(1)}`
      },
      submit: 'Submit',
      back: 'Change something',
      final: 'SailPoint takes this once; it cannot be changed afterwards.',
    },

    complete: {
      title: 'Mark this complete?',
      tells:
        'SailPoint is told that the work is done. The work item becomes finished and leaves your list; nothing is changed in any other system.',
      notTicked: (count: number) => `${many(count, 'step is', 'steps are')} not ticked.`,
      final: 'Once sent it cannot be undone.',
      confirm: 'Mark complete',
    },

    checklist: {
      title: 'To do by hand',
      hint: 'Ticks are kept in this browser only.',
      copy: 'Copy the list',
      copied: 'Copied',
      /** "Remove GL-Posting (groups) from p.nadar on Ledger, for Priya Nadar" */
      step: (
        verb: string,
        kind: string,
        {
          value,
          attribute,
          account,
          application,
          person,
        }: Record<'value' | 'attribute' | 'account' | 'application' | 'person', string | null>,
      ) => {
        const what =
          value === null
            ? (attribute ?? null)
            : attribute === null
              ? value
              : kind === 'change'
                ? `${attribute} to ${value}`
                : `${value} (${attribute})`
        const joint = kind === 'grant' ? 'to' : kind === 'remove' ? 'from' : 'for'
        const on = application === null ? '' : ` on ${application}`
        const where = account === null ? on : what === null ? ` ${account}${on}` : ` ${joint} ${account}${on}`
        return `${verb}${what === null ? '' : ` ${what}`}${where}${person === null ? '' : `, for ${person}`}`
      },
      done: (ticked: number, total: number) => `${f.number(ticked)} of ${f.number(total)} ticked`,
    },

    siblings: {
      duplicates: (count: number) =>
        count === 1 ? 'Another open work item asks for the same:' : `${f.number(count)} other open work items ask for the same:`,
      contradictions: (count: number) =>
        count === 1
          ? 'Another open work item asks for the opposite:'
          : `${f.number(count)} other open work items ask for the opposite:`,
      more: (count: number) => `and ${f.number(count)} more`,
    },

    similar: {
      title: 'Decided here before',
      note: 'Completed work items with the same change, for anybody. Only counts; it says nothing about this one.',
      of: (value: string, application: string | null) => (application === null ? value : `${value} on ${application}`),
      counts: (approved: number, rejected: number) =>
        f.list([
          ...(approved > 0 ? [`${f.number(approved)} approved`] : []),
          ...(rejected > 0 ? [`${f.number(rejected)} rejected`] : []),
        ]),
      verdicts: { approved: 'Approved', rejected: 'Rejected' },
    },

    kinds: {
      review: 'The review itself takes place in SailPoint. Here you can mark it complete or forward it.',
      violation: 'Countersign cannot settle the violation. Do that in SailPoint; here you can mark this complete or forward it.',
      challenge: 'Answer it in SailPoint; here you can mark it complete or forward it.',
      plain:
        'SailPoint says nothing more about it. Read the description, do what it asks for, then mark it complete or forward it.',
      strange: (raw: string) =>
        `SailPoint calls this “${raw}”, a kind Countersign does not know. What it says is shown as it is.`,
      link: 'Go to SailPoint',
    },

    match: {
      /** How an identity was found for a text: exactly one has this account name, name or e-mail. */
      one: 'the only identity called exactly that',
      several: 'Several identities are called that; none is linked.',
      roles: (count: number, names: string) => (count === 0 ? 'no roles' : `${many(count, 'role', 'roles')}: ${names}`),
    },

    history: {
      title: 'What you did here',
    },
  }
}

/** All texts; every language provides each of them. */
export type Messages = ReturnType<typeof en>

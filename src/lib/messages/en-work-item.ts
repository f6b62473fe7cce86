import type { Formats } from './formats.ts'

/** The English texts of an opened work item. */
export const workItemTexts = (f: Formats) => {
  const many = (count: number, one: string, other: string) => `${f.number(count)} ${f.plural(count, { one, other })}`

  return {
    item: {
      back: 'Back to the list',
      details: 'Details',
      loading: 'Loading the work item',
      requester: 'Requester',
      owner: 'Owner',
      target: 'For',
      aboutPeople: 'About the people',
      requesterAndTarget: 'Requester, for themselves',
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
    },

    changed: {
      title: 'This work item has changed since you opened it. It now asks for something else:',
      added: (part: string) => `New: ${part}`,
      gone: (part: string) => `No longer there: ${part}`,
      altered: (part: string, fields: readonly string[]) => `Different: ${part} (${f.list(fields)})`,
      field: (name: string, before: string, now: string) => `${name} was ${before}, is ${now}`,
      fields: {
        operation: 'action',
        attribute: 'attribute',
        value: 'value',
        account: 'account',
        application: 'source',
        person: 'person',
      },
      unreadable: (count: number) => `${many(count, 'part', 'parts')} more that cannot be read`,
      inBar: 'Read what has changed before you decide.',
      accept: 'I have read it',
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

    snooze: {
      open: 'Snooze…',
      wake: 'Unsnooze',
      until: (at: string) => `Snoozed until ${f.moment(at, Date.now())}.`,
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

    complete: {
      title: 'Mark this complete?',
      tells:
        'SailPoint is told that the work is done. The work item becomes finished and leaves your list; nothing is changed in any other system.',
      notTicked: (count: number) => `${many(count, 'step is', 'steps are')} not ticked.`,
      final: 'Once sent it cannot be undone.',
      confirm: 'Mark complete',
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

    history: {
      title: 'What you did here',
      note: (text: string) => `Note: ${text}`,
    },
  }
}

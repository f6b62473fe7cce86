import type { Formats } from './formats.ts'

/** The English texts of the review before a run. */
export const reviewTexts = (f: Formats) => {
  const many = (count: number, one: string, other: string) => `${f.number(count)} ${f.plural(count, { one, other })}`
  const items = (count: number) => many(count, 'work item', 'work items')
  const changes = (count: number) => many(count, 'change', 'changes')

  return {
    title: 'Review',
    titleRetry: 'Review again',
    chosen: (count: number) => `${items(count)} chosen. Nothing is sent before you hand it over.`,
    chosenRetry: (count: number) =>
      `${items(count)} of a run that did not go through, as they are now. Nothing is sent before you hand it over.`,
    emptyTitle: 'Nothing to review',
    emptyText: 'Select work items in the inbox, then choose “Review…”.',
    toInbox: 'Go to the inbox',
    back: 'Back',

    allGroups: 'All groups:',
    verdicts: { approve: 'Approve', reject: 'Reject', complete: 'Complete', forward: 'Forward', skip: 'Leave out' },
    verdictFor: (group: string) => `What to do with: ${group}`,
    forAll: (verdict: string) => `${verdict} in all groups where that can be done`,
    list: 'What will happen, by group',
    group: (verb: string, where: string | null) => (where === null ? verb : `${verb} · ${where}`),
    severalSources: 'several sources',
    mixed: {
      grant: 'Several grants',
      remove: 'Mixed, some take access away',
      change: 'Mixed changes',
      unknown: 'Mixed, some of an unknown kind',
    },
    items,
    show: (group: string, count: number) => `${group}: show ${items(count)}`,
    hide: (group: string, count: number) => `${group}: hide ${items(count)}`,
    going: (going: number, of: number) => (going === of ? items(of) : `${f.number(going)} of ${items(of)}`),
    include: (name: string) => `Include ${name}`,
    reads: (name: string) => `What it changes: ${name}`,
    read: 'Read it',
    fold: 'Fold',
    gate: {
      removes: 'Left out until you have read it: it takes access away.',
      'unknown-verb': 'Left out until you have read it: its operation is not one Countersign knows.',
      unreadable: 'Left out: parts of it could not be read. Open it to approve it.',
    },
    nothingToRead: 'It names no changes. Open it to see the rest.',
    whole: (count: number) => `all ${changes(count)} at once`,
    part: (count: number, of: number) => `${f.number(count)} of ${changes(of)}`,

    leftOut: {
      title: (count: number) => `Left out: ${items(count)}`,
      reasons: {
        elsewhere: 'No longer open: decided elsewhere, maybe by you in another window, or no longer yours',
        changed: 'Changed since you chose it',
        'in-run': 'A decision on it is on its way',
        unread: 'Not loaded yet',
      },
      include: (count: number) => (count === 1 ? 'Include it as it is now' : `Include all ${f.number(count)} as they are now`),
      seeRun: 'See the run',
    },

    summary: {
      title: 'What will happen',
      nothing: 'Choose what to do with each group.',
      line: {
        approve: (count: number) => `Approve ${items(count)}`,
        reject: (count: number) => `Reject ${items(count)}`,
        complete: (count: number) => `Mark ${items(count)} complete`,
        forward: (count: number) => `Forward ${items(count)}`,
      },
      to: (name: string) => `to ${name}`,
      calls: (singles: number, wholes: number, wholeChanges: number) =>
        [
          ...(singles > 0 ? [`${f.number(singles)} one by one`] : []),
          ...(wholes > 0 ? [`${f.number(wholes)} as a whole, with ${changes(wholeChanges)}`] : []),
        ].join(', '),
      leftOutTitle: 'Left out',
      leftOut: {
        gated: (count: number) => `${items(count)} to be read first`,
        skipped: (count: number) => `${items(count)} by you`,
        undecided: (count: number) => `${items(count)} without a choice`,
        elsewhere: (count: number) => `${items(count)} no longer open`,
        changed: (count: number) => `${items(count)} changed since you chose`,
        'in-run': (count: number) => `${items(count)} with a decision on its way`,
        unread: (count: number) => `${items(count)} not loaded yet`,
      },
      stay: 'What is left out stays selected.',
      runs: (runs: number, most: number) =>
        `This becomes ${f.number(runs)} runs: one holds at most ${f.number(most)} decisions, or 4 MB.`,
      hold: (ms: number) => `Sent ${f.span(ms)} after you hand it over. Until then all of it can be taken back.`,
      holdNone: 'Sent as soon as you hand it over: your setting is not to hold decisions.',
      final: 'SailPoint’s decisions cannot be undone once sent.',
      complete: 'SailPoint is told that the work is done; nothing is changed in any other system.',
      owner: (name: string) => `These are on the list of ${name}. You decide in your own name.`,
      note: 'Note or reason (optional)',
      noteHint: 'Kept in Countersign only, on every receipt of this run; SailPoint has no field for it.',
    },

    submit: (count: number) => (count === 0 ? 'Hand over' : `Hand over ${f.number(count)}`),
    submitting: 'Handing over…',
    foot: (going: number, leftOut: number) =>
      leftOut === 0 ? `${items(going)} will be decided` : `${items(going)} will be decided, ${f.number(leftOut)} left out`,
    alreadyInRun: 'Some of these are in a run that has not ended. Nothing of this was handed over.',
    leaveOutBusy: 'Leave those out',
    seeThatRun: 'See that run',
    failed: 'Not handed over.',
    repeatSafe: 'Pressing again is safe: it stays one and the same run.',
    partly: (count: number) => `${many(count, 'run was', 'runs were')} handed over before that.`,
    knownTitle: 'Handed over already',
    known: (count: number) =>
      `${many(count, 'work item was', 'work items were')} in a run before, as decided then. Nothing was sent twice.`,
    seeRuns: 'See the runs',
    leftOutBusy: (count: number) => `${items(count)} left out.`,
  }
}

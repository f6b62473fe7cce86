import type { GapKind } from '../count-gap.ts'
import type { KeyAction } from '../keys.ts'
import type { Formats } from './formats.ts'

/** The English texts around the list: narrowing it down, keeping views, setting aside, choosing several, keys and the palette. */
export const deskTexts = (f: Formats) => {
  const many = (count: number, one: string, other: string) => `${f.number(count)} ${f.plural(count, { one, other })}`
  const items = (count: number) => many(count, 'work item', 'work items')
  const gaps: Readonly<Record<GapKind, (count: number) => string>> = {
    snoozed: (count) => `${f.number(count)} snoozed`,
    decided: (count) => `${f.number(count)} just decided`,
    waiting: (count) => `${f.number(count)} new`,
    unloaded: (count) => `${f.number(count)} not loaded yet`,
    unexplained: (count) =>
      count < 0
        ? `${f.number(-count)} not counted yet by SailPoint`
        : `${f.number(count)} counted by SailPoint but not on its list`,
  }
  const acts: Readonly<Record<KeyAction, string>> = {
    down: 'Next row',
    up: 'Previous row',
    open: 'Open',
    select: 'Select',
    approve: 'Approve',
    reject: 'Reject',
    forward: 'Forward',
    snooze: 'Snooze',
    takeBack: 'Take back the last held decision',
    next: 'Next one to decide',
    oldest: 'Oldest first, or newest first again',
    filter: 'Go to the filter',
    previousPage: 'Previous page',
    nextPage: 'Next page',
    goInbox: 'Go to the inbox',
    goCompleted: 'Go to completed',
    goIdentities: 'Go to the people',
    help: 'Show these keys',
  }

  return {
    facets: {
      label: 'Filters',
      names: { type: 'Type', source: 'Source', operation: 'Operation', requester: 'Requester', age: 'Age' },
      ages: { today: 'Today', week: '2–7 days', month: '8–30 days', older: 'Over 30 days' },
      agesShort: { today: 'today', week: '2–7 d', month: '8–30 d', older: '> 30 d' },
      notStated: { type: 'No type', source: 'No source', operation: 'No operation', requester: 'No requester', age: 'No date' },
      /** On a chip: the first value and how many more. */
      chosen: (first: string, more: number) => (more === 0 ? first : `${first} +${f.number(more)}`),
      chipChosen: (name: string, values: readonly string[]) => `${name}: ${f.list(values)}`,
      find: (name: string) => `Find: ${name}`,
      noMatch: 'Nothing loaded so far has all of what was chosen.',
      clear: 'Clear',
      clearAll: 'Clear filters',
      nothing: 'Nothing by that name.',
      onlyFirst: (shown: number, all: number) => `The ${f.number(shown)} most frequent of ${f.number(all)}; type to find others.`,
      soFar: 'Counts cover what is loaded so far.',
      button: (count: number) => (count === 0 ? 'Filter and sort' : `Filter and sort · ${f.number(count)}`),
      show: (count: number) => `Show ${items(count)}`,
      count: (count: number) => items(count),
    },

    arrange: {
      sort: 'Sort',
      group: 'Group by',
      button: (sort: string, group: string | null) => (group === null ? sort : `${sort}, ${group}`),
      buttonName: 'Sort and group',
      sorts: { newest: 'Newest first', oldest: 'Oldest first', name: 'Name', requester: 'Requester', source: 'Source' },
      groups: { person: 'For whom', source: 'Source', operation: 'Operation', requester: 'Requester', type: 'Type' },
      by: { person: 'by person', source: 'by source', operation: 'by operation', requester: 'by requester', type: 'by type' },
      noGroup: 'No groups',
      severalPeople: 'Several accounts',
      nobody: 'Nobody named',
      groupName: (name: string, count: number) => `${name}, ${items(count)}`,
      selectGroup: (count: number) => `Select these ${f.number(count)}`,
    },

    ageChart: {
      label: 'By age',
      bar: (bucket: string, count: number) => `${bucket}: ${items(count)}`,
    },

    gap: {
      line: (open: number, shown: number, reasons: readonly { readonly kind: GapKind; readonly count: number }[]) =>
        `${f.number(open)} open, ${f.number(shown)} shown: ${reasons.map(({ kind, count }) => gaps[kind](count)).join(', ')}`,
    },

    listMenu: {
      button: 'More',
      label: 'This list',
      select: 'Select work items',
      saveView: 'Save this view…',
      views: 'Saved views',
      manageViews: 'Rename or delete views…',
      snoozed: (count: number) => `Snoozed (${f.number(count)})`,
      forwardAll: 'Forward all my open ones…',
      forwardAllOf: 'Forward all open ones…',
      forwardAllWait: 'Forward all: once everything is loaded',
      otherOwner: 'Look at another person’s list…',
      ownList: 'Back to my own list',
      keys: 'Keyboard shortcuts…',
      refresh: (at: number) => `As of ${f.time(at)}. Refresh`,
      asOf: (at: number) => f.time(at),
    },

    views: {
      label: 'Saved views',
      saveTitle: 'Save this view',
      saveText: 'Filters, sorting and grouping under a name. Kept by Countersign; the address is a link you can share.',
      name: 'Name',
      save: 'Save',
      manageTitle: 'Saved views',
      rename: (name: string) => `Rename ${name}`,
      delete: (name: string) => `Delete ${name}`,
      deleteShort: 'Delete',
      renameShort: 'Rename',
      saved: (name: string) => `View ${name} saved.`,
      deleted: (name: string) => `View ${name} deleted.`,
      taken: 'There is a view of this name already.',
      nameMissing: 'Give the view a name.',
      none: 'No views yet.',
    },

    snooze: {
      title: (count: number) => (count === 1 ? 'Snooze until…' : `Snooze ${items(count)} until…`),
      text: 'Hidden from your open list until then. Kept by Countersign only: SailPoint does not know, and the work item stays open there.',
      choices: { later: 'Later today', tomorrow: 'Tomorrow', week: 'Next week' },
      when: (at: number) => f.moment(at, Date.now()),
      date: 'On a date, at 8 in the morning',
      confirmDate: 'Snooze',
      dateWrong: 'Choose a day after today, at most a year away.',
      done: (count: number, at: number) => `${items(count)} snoozed until ${f.moment(at, Date.now())}.`,
      back: (count: number) => `${items(count)} back on your list.`,
      wake: 'Unsnooze',
      until: (at: string) => `snoozed until ${f.moment(at, Date.now())}`,
      title2: 'Snoozed',
      list: 'Snoozed work items',
      emptyTitle: 'Nothing is snoozed',
      emptyText: 'Press S on a work item to set it aside for a while.',
      failed: 'That could not be kept.',
    },

    choosing: {
      label: 'Selection',
      row: (name: string) => `Select ${name}`,
      count: (count: number) => `${f.number(count)} selected`,
      notOpen: (count: number) => `${f.number(count)} of them no longer open`,
      hidden: (count: number) => `${f.number(count)} not in this view`,
      these: (count: number) => `These ${f.number(count)} in sight`,
      all: (count: number, isWhole: boolean) =>
        isWhole ? `All ${f.number(count)} that match` : `All ${f.number(count)} loaded that match`,
      forward: 'Forward…',
      review: 'Review…',
      snooze: 'Snooze…',
      wake: 'Unsnooze',
      clear: 'Clear',
      done: 'Done',
      announce: (count: number) => `${items(count)} selected.`,
    },

    ownerList: {
      banner: (name: string) =>
        `You are looking at the list of ${name}. What you decide here is decided on their list, in your name.`,
      bannerLabel: 'Another person’s list',
      back: 'Back to my own list',
      title: 'Look at another person’s list',
      text: 'As an administrator you can see another person’s work items and act on them. Everything done there is recorded under your name, for their list.',
      person: 'Whose list',
      open: 'Open the list',
      missing: 'Choose a person, or paste an identity id.',
    },

    triage: {
      label: 'Confirm',
      approve: (name: string, count: number) =>
        count === 1 ? `Approve “${name}”?` : `Approve all ${f.number(count)} changes of “${name}”?`,
      reject: (name: string, count: number) =>
        count === 1 ? `Reject “${name}”?` : `Reject all ${f.number(count)} changes of “${name}”?`,
      approveKey: 'Approve',
      rejectKey: 'Reject',
      gated: (name: string, reason: string) => `Open “${name}” before you approve it. ${reason}`,
      openKey: 'Open',
      note: 'Note, kept here only (optional)',
      nothing: 'There is nothing to approve or reject on this one. Open it to see what it asks for.',
      busy: 'A decision on this work item is on its way.',
      notOpen: 'This work item is no longer open.',
      noTakeBack: 'Nothing is held that could be taken back.',
      end: 'This was the last one.',
    },

    keys: {
      title: 'Keyboard shortcuts',
      text: 'Single keys act on the row with the focus, or on the opened work item. Deciding asks for Enter as a second key.',
      on: 'Single-key shortcuts',
      acts,
      fixed: 'Always there',
      fixedKeys: [
        ['↑ ↓', 'Move through the list'],
        ['Shift ↑ ↓', 'Select a range'],
        ['Home End', 'First and last row'],
        ['Enter', 'Open the row'],
        ['Esc', 'Back to the row, or close'],
        ['Ctrl K or ⌘ K', 'Command palette'],
      ] as const,
      change: (act: string, key: string) => `Change the key for ${act}, now ${key}`,
      press: 'Press a key…',
      second: 'g, and then…',
      taken: (key: string, act: string) => `${key} is taken: ${act}.`,
      reset: 'All as at the start',
    },

    palette: {
      label: 'Command palette',
      placeholder: 'Go to a view, a work item, a person, or do something…',
      input: 'Search commands, work items and people',
      groups: { acts: 'This work item', go: 'Go to', views: 'Saved views', items: 'Work items', people: 'People' },
      nothing: 'Nothing found.',
      found: (count: number) => `${f.number(count)} found`,
      inbox: 'Inbox',
      completed: 'Completed',
      identities: 'Identities',
      activity: 'Activity',
      receipts: 'Receipts',
      snoozed: 'Snoozed',
      oldest: 'Inbox, oldest first',
      byPerson: 'Inbox, grouped by person',
      keys: 'Keyboard shortcuts',
      askedBy: (name: string) => `Work items asked for by ${name}`,
      listOf: (name: string) => `The list of ${name}`,
      open: 'Search and commands',
    },

    attention: {
      title: (count: number, title: string) => (count === 0 ? title : `(${f.number(count)}) ${title}`),
      setting: 'Notifications',
      on: 'Tell me about new work items',
      blocked: 'Blocked by the browser',
      notice: (count: number) => `${items(count)} new`,
      noticeText: 'Countersign has new work items for you.',
    },

    gone: {
      plain: 'No longer open',
      state: (state: string, when: string | null) => (when === null ? state : `${state} ${when}`),
      by: (name: string) => `by ${name}`,
      maybe: 'elsewhere, maybe by you in another window',
      forwarded: (name: string) => `Now with ${name}`,
    },
  }
}

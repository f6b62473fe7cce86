import type { GapKind } from '../count-gap.ts'
import type { Formats } from './formats.ts'

/** The English texts around the list, as it stands there: narrowed down, arranged, counted, with what became of its rows. */
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

  return {
    facets: {
      label: 'Filters',
      names: { type: 'Type', source: 'Source', operation: 'Operation', requester: 'Requester', age: 'Age' },
      ages: { today: 'Today', week: 'Past 7 days', month: 'Past 30 days', older: 'Older' },
      agesShort: { today: 'today', week: '7 d', month: '30 d', older: 'older' },
      notStated: { type: 'No type', source: 'No source', operation: 'No operation', requester: 'No requester', age: 'No date' },
      /** On a chip: the first value and how many more. */
      chosen: (first: string, more: number) => (more === 0 ? first : `${first} +${f.number(more)}`),
      chipChosen: (name: string, values: readonly string[]) => `${name}: ${f.list(values)}`,
      noMatch: (isComplete: boolean) =>
        isComplete ? 'Nothing on this list has all of what was chosen.' : 'Nothing loaded so far has all of what was chosen.',
      clear: 'Clear',
      clearAll: 'Clear filters',
      button: (count: number) => (count === 0 ? 'Filter and sort' : `Filter and sort · ${f.number(count)}`),
    },

    arrange: {
      button: (sort: string, group: string | null) => (group === null ? sort : `${sort}, ${group}`),
      buttonName: 'Sort and group',
      sorts: { newest: 'Newest first', oldest: 'Oldest first', name: 'Name', requester: 'Requester', source: 'Source' },
      by: { person: 'by person', source: 'by source', operation: 'by operation', requester: 'by requester', type: 'by type' },
      severalPeople: 'Several accounts',
      nobody: 'Nobody named',
      groupName: (name: string, count: number) => `${name}, ${items(count)}`,
      selectGroup: (count: number) => (count === 1 ? 'Select it' : `Select these ${f.number(count)}`),
    },

    ageChart: {
      label: 'By age',
      bar: (bucket: string, count: number) => `${bucket}: ${items(count)}`,
    },

    views: {
      label: 'Saved views',
    },

    gap: {
      line: (open: number, shown: number, reasons: readonly { readonly kind: GapKind; readonly count: number }[]) =>
        `${f.number(open)} open, ${f.number(shown)} shown: ${reasons.map(({ kind, count }) => gaps[kind](count)).join(', ')}`,
    },

    listMenu: {
      button: 'More',
      refresh: (at: number) => `As of ${f.time(at)}. Refresh`,
      asOf: (at: number) => f.time(at),
    },

    snooze: {
      back: (count: number) => `${items(count)} back on your list.`,
      notBack: 'That failed: still snoozed. Try again.',
      until: (at: string) => `until ${f.moment(at, Date.now())}`,
      title2: 'Snoozed',
      list: 'Snoozed work items',
      emptyTitle: 'Nothing is snoozed',
      emptyText: 'What you snooze waits here, and comes back to your list by itself.',
    },

    choosing: {
      row: (name: string) => `Select ${name}`,
      announce: (count: number) => `${items(count)} selected.`,
    },

    triage: {
      nothing: 'There is nothing to approve or reject on this one. Open it to see what it asks for.',
      busy: 'A decision on this work item is on its way.',
      notOpen: 'This work item is no longer open.',
      takesBack: 'It is taken back as soon as it has been handed over.',
      noTakeBack: 'Nothing is held that could be taken back.',
      end: 'This was the last one.',
    },

    attention: {
      title: (count: number, title: string) => (count === 0 ? title : `(${f.number(count)}) ${title}`),
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

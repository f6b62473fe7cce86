import type { Formats } from './formats.ts'

/** The English texts of setting work items aside. */
export const snoozeTexts = (f: Formats) => {
  const many = (count: number, one: string, other: string) => `${f.number(count)} ${f.plural(count, { one, other })}`
  const items = (count: number) => many(count, 'work item', 'work items')

  return {
    title: (count: number) => (count === 1 ? 'Snooze until…' : `Snooze ${items(count)} until…`),
    text: 'Hidden from your open list until then. Kept by Countersign only: SailPoint does not know, and the work item stays open there.',
    choices: { later: 'Later today', tomorrow: 'Tomorrow', week: 'Next week' },
    when: (at: number) => f.moment(at, Date.now()),
    date: 'On a date, at 8 in the morning',
    confirmDate: 'Snooze',
    dateWrong: 'Choose a day after today, at most a year away.',
    done: (count: number, at: number) => `${items(count)} snoozed until ${f.moment(at, Date.now())}.`,
    failed: 'That could not be kept.',
    noteLabel: 'Snoozed just now',
    undo: 'Undo',
    dismiss: 'Dismiss',
  }
}

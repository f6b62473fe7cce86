import type { Formats } from './formats.ts'

/** The English texts of acting on what is selected. */
export const choosingTexts = (f: Formats) => ({
  label: 'Selection',
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
})

import type { Formats } from './formats.ts'

/** The English texts of the tenant's background work: what it does with people after it has accepted them. */
export const taskTexts = (f: Formats) => {
  const many = (count: number, one: string, other: string) => `${f.number(count)} ${f.plural(count, { one, other })}`
  return {
    following: (percent: number | null) =>
      percent === null ? 'SailPoint is working on it' : `SailPoint is working on it: ${f.number(percent)} %`,
    success: 'SailPoint finished',
    warning: 'SailPoint finished, with remarks',
    error: 'SailPoint could not do it',
    ended: (status: string) => `SailPoint ended it: ${status}`,
    'not-traceable': 'Accepted; SailPoint shows no task to follow',
    'not-followed': 'Accepted; not finished after a day, and no longer asked for',
    waiting: { 'sign-in': 'waiting for whoever asked for it to sign in again', network: 'SailPoint cannot be reached' },
    bar: 'Progress of the task',
    remarks: (count: number) => many(count, 'remark', 'remarks'),
    figures: { sent: 'mailed', leftOut: 'left out', processed: 'processed', failed: 'not processed' },
    figure: (value: number, word: string) => `${f.number(value)} ${word}`,
  }
}

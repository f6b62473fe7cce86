import type { Formats } from './formats.ts'

/** The English texts of what is to be done by hand. */
export const checklistTexts = (f: Formats) => ({
  title: 'To do by hand',
  hint: 'Ticks are kept in this browser only.',
  decidesNothing: 'A tick decides nothing: approve or reject above.',
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
})

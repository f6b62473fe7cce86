import type { Formats } from './formats.ts'

/** The English texts of forwarding. */
export const forwardTexts = (f: Formats) => {
  const many = (count: number, one: string, other: string) => `${f.number(count)} ${f.plural(count, { one, other })}`
  const items = (count: number) => many(count, 'work item', 'work items')

  return {
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
  }
}

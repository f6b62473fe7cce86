import type { Formats } from './formats.ts'

/** The English texts of the panels that narrow a list down and arrange it. */
export const filterTexts = (f: Formats) => {
  const many = (count: number, one: string, other: string) => `${f.number(count)} ${f.plural(count, { one, other })}`
  const items = (count: number) => many(count, 'work item', 'work items')

  return {
    find: (name: string) => `Find: ${name}`,
    nothing: 'Nothing by that name.',
    onlyFirst: (shown: number, all: number) => `The ${f.number(shown)} most frequent of ${f.number(all)}; type to find others.`,
    soFar: 'Counts cover what is loaded so far.',
    show: (count: number) => `Show ${items(count)}`,
    sort: 'Sort',
    group: 'Group by',
    groups: { person: 'For whom', source: 'Source', operation: 'Operation', requester: 'Requester', type: 'Type' },
    noGroup: 'No groups',
  }
}

import type { Formats } from './formats.ts'

/** The English texts of the command palette. */
export const paletteTexts = (f: Formats) => ({
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
})

import type { ListAct } from '#src/lib/list-act.ts'
import type { ThemeChoice } from '#src/lib/settings.ts'
import type { Formats } from './formats.ts'

/** The English texts of the command palette. */
export const paletteTexts = (f: Formats) => ({
  label: 'Command palette',
  placeholder: 'Go to a view, a work item, a person, or do something…',
  input: 'Search commands, work items and people',
  groups: {
    acts: 'This work item',
    list: 'This list',
    go: 'Go to',
    views: 'Saved views',
    items: 'Work items',
    people: 'People',
    settings: 'Settings',
  },
  listActs: {
    refresh: 'Refresh',
    selectSeveral: 'Select work items',
    forwardAll: 'Forward all open ones…',
    saveView: 'Save this view…',
  } satisfies Readonly<Record<ListAct, string>>,
  looks: { light: 'Light look', dark: 'Dark look', system: 'Look of the device' } satisfies Readonly<Record<ThemeChoice, string>>,
  allItems: (text: string) => `Everything on the list with “${text}”`,
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

import type { Formats } from './formats.ts'

/** The English texts of the menu of a list. */
export const listMenuTexts = (f: Formats) => ({
  label: 'This list',
  select: 'Select work items',
  saveView: 'Save this view…',
  manageViews: 'Rename or delete views…',
  snoozed: (count: number) => `Snoozed (${f.number(count)})`,
  forwardAll: 'Forward all my open ones…',
  forwardAllOf: 'Forward all open ones…',
  forwardAllWait: 'Forward all: once everything is loaded',
  otherOwner: 'Look at another person’s list…',
  ownList: 'Back to my own list',
  palette: 'Search and commands…',
  keys: 'Keyboard shortcuts…',
})

import type { TextField } from '../identity-params.ts'
import type { Sought } from '../pasted-people.ts'
import type { Formats } from './formats.ts'

/** The English texts of the identities: the list of people, and one person with what can be done for them. */
export const identitiesTexts = (f: Formats) => {
  const many = (count: number, one: string, other: string) => `${f.number(count)} ${f.plural(count, { one, other })}`
  const people = (count: number) => many(count, 'person', 'people')
  const fields: Readonly<Record<TextField, string>> = {
    name: 'Name',
    alias: 'Account name',
    firstname: 'First name',
    lastname: 'Last name',
    email: 'E-mail',
    id: 'Id',
  }
  /** The statuses the vendor names; any other is shown as the tenant wrote it. */
  const statuses: Readonly<Record<string, string>> = {
    REGISTERED: 'Registered',
    UNREGISTERED: 'Unregistered',
    PENDING: 'Pending',
    WARNING: 'Warning',
    DISABLED: 'Disabled',
    ACTIVE: 'Active',
    DEACTIVATED: 'Deactivated',
    TERMINATED: 'Terminated',
    ERROR: 'Error',
    LOCKED: 'Locked',
  }

  return {
    title: 'Identities',
    list: 'People',
    statuses,
    status: (raw: string) => statuses[raw.toUpperCase()] ?? raw,
    forbiddenTitle: 'You may not look up people',
    forbidden:
      'SailPoint does not let you list identities. Your own work items are in the inbox. If you need to help people with their accounts, ask an administrator of your tenant.',

    search: {
      label: 'Find people whose name, account name or e-mail starts with',
      placeholder: 'Starts with: name, account name, e-mail…',
    },

    chips: {
      label: 'Filters',
      fields,
      status: 'Status',
      processing: 'Processing',
      protected: 'Protected',
      crowd: 'Correlation',
      more: 'More filters',
      /** "Name starts with Ann" */
      text: (field: TextField, how: 'is' | 'starts', values: readonly string[]) =>
        `${fields[field]} ${how === 'starts' ? 'starts with' : 'is'} ${values.length > 2 ? `${values[0] ?? ''} +${f.number(values.length - 1)}` : values.join(' or ')}`,
      spoken: (name: string, values: readonly string[]) => `${name}: ${f.list(values)}`,
      processings: { OK: 'OK', ERROR: 'Error' },
      protections: { any: 'Either', yes: 'Protected only', no: 'Not protected' },
      crowds: { correlated: 'Correlated only', all: 'Everybody', uncorrelated: 'Uncorrelated only' },
      crowdHint: 'Uncorrelated identities have no account on an authoritative source. SailPoint leaves them out unless asked.',
      field: 'Field',
      how: 'Comparison',
      hows: { is: 'is exactly', starts: 'starts with' },
      value: 'Value',
      idHint: 'One or several ids, parted by blanks.',
      noContains: 'SailPoint can compare the beginning or the whole, never a part in the middle.',
      apply: 'Apply',
      remove: 'Remove',
      clear: 'Clear',
      clearAll: 'Clear filters',
      button: (count: number) => (count === 0 ? 'Filters' : `Filters · ${f.number(count)}`),
      done: 'Show people',
    },

    count: {
      /** "101–150 of 49,231 people" */
      range: (first: number, last: number, total: number | null) =>
        total === null ? `${f.number(first)}–${f.number(last)}` : `${f.number(first)}–${f.number(last)} of ${people(total)}`,
      none: 'Nobody',
      searching: 'Searching…',
      correlated: 'correlated people only',
      all: 'correlated and uncorrelated',
      uncorrelated: 'uncorrelated people only',
      include: 'Include uncorrelated',
      announce: (first: number, last: number, total: number | null) =>
        total === null
          ? `People ${f.number(first)} to ${f.number(last)}`
          : `People ${f.number(first)} to ${f.number(last)} of ${f.number(total)}`,
    },

    sort: {
      label: 'Sort',
      button: (field: string, descending: boolean) => `${field} ${descending ? '↓' : '↑'}`,
      spoken: (field: string, descending: boolean) =>
        `Sorted by ${field.toLowerCase()}, ${descending ? 'descending' : 'ascending'}`,
      by: (field: string, isCurrent: boolean, descending: boolean) =>
        isCurrent
          ? `Sort by ${field.toLowerCase()}, now ${descending ? 'descending' : 'ascending'}`
          : `Sort by ${field.toLowerCase()}`,
      fields: { name: 'Name', alias: 'Account name', cloudStatus: 'Status' },
      ascending: 'A to Z',
      descending: 'Z to A',
      columns: { email: 'E-mail', manager: 'Reports to', department: 'Department' },
    },

    row: {
      noEmail: 'no e-mail',
      noAlias: 'no account name',
      manager: 'Manager',
      reportsTo: (name: string) => `reports to ${name}`,
      processing: 'Processing failed',
    },

    pages: {
      label: 'Pages',
      first: 'First page',
      previous: 'Previous page',
      next: 'Next page',
      last: 'Last page',
      page: (page: number, of: number | null) =>
        of === null ? `Page ${f.number(page)}` : `Page ${f.number(page)} of ${f.number(of)}`,
      size: 'People per page',
      beyond: 'There is no such page any more',
      beyondText: (total: number) => `The list has ${people(total)} now.`,
      toFirst: 'Go to the first page',
    },

    empty: {
      title: 'No identities',
      text: 'SailPoint shows you none.',
      noMatch: 'Nobody matches',
      noMatchQuery: (query: string) => `Nobody’s name, account name or e-mail starts with “${query}”.`,
      noMatchChips: 'Nobody has all of what was chosen.',
      hint: 'Uncorrelated identities were not looked at.',
      include: 'Look among uncorrelated ones too',
      clear: 'Clear search and filters',
    },

    head: {
      find: 'Find a list…',
      export: 'Export…',
      invite: 'Invite…',
      process: 'Process…',
      more: 'More',
      menu: 'This list',
      select: 'Select people',
      refresh: (at: number) => `As of ${f.time(at)}. Refresh`,
      asOf: (at: number) => f.time(at),
    },

    find: {
      title: 'Find a list of people',
      field: 'Ids, e-mail addresses or account names',
      hint: (most: number) => `One per line, or parted by blanks, commas or semicolons. Up to ${f.number(most)}.`,
      read: (count: number) => many(count, 'entry', 'entries'),
      missing: 'Paste at least one id, e-mail address or account name.',
      tooMany: (count: number, most: number) =>
        `These are ${f.number(count)} entries; up to ${f.number(most)} can be found at once.`,
      confirm: 'Find',
      searching: (done: number) => `Looking them up… ${f.number(Math.round(done * 100))} %`,
      result: (found: number, sought: number) => `${people(found)} found for ${many(sought, 'entry', 'entries')}`,
      notFound: (count: number) => `${f.number(count)} not found`,
      several: (count: number) => `${f.number(count)} shared by several people`,
      notFoundTitle: 'Not found',
      severalTitle: 'Shared by several people',
      severalLine: (sought: Sought, count: number) => `${sought.text} (${people(count)})`,
      copy: 'Copy those not found',
      copied: 'Copied',
      change: 'Change the list…',
      leave: 'Leave the list',
      lostTitle: 'This list is not here',
      lost: 'A pasted list stays in the tab it was pasted into. Paste it again to see it here.',
      paste: 'Paste it again…',
    },

    selection: {
      label: 'Selection',
      row: (name: string) => `Select ${name}`,
      count: (count: number) => `${f.number(count)} selected`,
      elsewhere: (count: number) => `${f.number(count)} not on this page`,
      these: (count: number) => `These ${f.number(count)}`,
      all: (count: number) => `All ${f.number(count)} that match`,
      tooMany: (most: number) => `Up to ${f.number(most)} can be selected; narrow the list first.`,
      clear: 'Clear',
      done: 'Done',
      invite: 'Invite…',
      process: 'Process…',
      export: 'Export…',
      announce: (count: number) => `${f.number(count)} selected.`,
      reading: (read: number, total: number | null) =>
        total === null ? `Reading… ${f.number(read)}` : `Reading ${f.number(read)} of ${f.number(total)}…`,
    },

    export: {
      title: 'Export people',
      text: 'A CSV file with what the list shows, and the ids. Cells that a spreadsheet could take for a formula get an apostrophe in front.',
      what: 'Who',
      page: (count: number) => `This page: ${people(count)}`,
      all: (count: number | null) => (count === null ? 'Everybody who matches' : `Everybody who matches: ${people(count)}`),
      chosen: (count: number) => `Selected: ${people(count)}`,
      takes: (seconds: number) =>
        `This takes about ${f.span(seconds * 1000)}: SailPoint gives 250 people at a time, and so many requests in ten seconds.`,
      confirm: 'Export',
      stop: 'Stop',
      stopped: 'Stopped. Nothing was exported.',
      done: (count: number) => `${people(count)} exported.`,
      failed: 'That did not work; nothing was exported.',
      file: (day: string) => `identities-${day}.csv`,
      columns: {
        id: 'id',
        name: 'name',
        alias: 'alias',
        email: 'email',
        status: 'status',
        lifecycleState: 'lifecycleState',
        processingState: 'processingState',
        managerName: 'managerName',
        managerId: 'managerId',
        isManager: 'isManager',
        department: 'department',
      },
    },
  }
}

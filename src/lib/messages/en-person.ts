import type { Formats } from './formats.ts'

/** The English texts around one person: finding them, and what the tenant says about them. */
export const personTexts = (f: Formats) => {
  const many = (count: number, one: string, other: string) => `${f.number(count)} ${f.plural(count, { one, other })}`

  return {
    person: {
      placeholder: 'Type the beginning of a name, account or e-mail',
      searching: 'Searching…',
      none: (text: string) => `Nobody’s name, account name or e-mail starts with “${text}”.`,
      found: (count: number, most: number) =>
        count >= most ? `The first ${f.number(count)} people; type more to narrow it down` : many(count, 'person', 'people'),
      change: 'Change person',
      unnamed: 'Unnamed person',
      noEmail: 'no e-mail',
      manager: (name: string) => `reports to ${name}`,
      noManager: 'no manager',
      namesake: 'Others have the same name. Check the account name and the manager.',
      warnings: {
        inactive: (status: string) => `This person is ${status} and may not be able to act. SailPoint decides.`,
        unregistered: 'This person has not registered yet and cannot sign in so far.',
      },
      idLabel: 'Identity id',
      idHint:
        'SailPoint does not let you look up people. Paste the identity id; an administrator or the person can tell you. Countersign cannot show who it is.',
      idWrong: 'An id consists of letters, digits, hyphens and underscores only.',
    },

    identity: {
      status: 'Status',
      lifecycle: 'Lifecycle',
      manager: 'Manager',
      unnamedRole: 'unnamed role',
      inactive: (name: string, status: string) => `${name} is ${status}.`,
    },

    match: {
      /** How an identity was found for a text: exactly one has this account name, name or e-mail. */
      one: 'The only person with exactly this name, account name or e-mail.',
      several: 'Several people are called that, so none of them is shown.',
      roles: (count: number, names: string) => (count === 0 ? 'no roles' : `${many(count, 'role', 'roles')}: ${names}`),
    },
  }
}

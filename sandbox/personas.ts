/** The people one can sign in as; each is a real identity of the seeded company. */
export interface Persona {
  key: 'manager' | 'colleague' | 'helpdesk' | 'admin'
  firstname: string
  lastname: string
  /** The role in one word, for the sign-in page. */
  role: string
  title: string
  department: string
  /** What the sign-in page says about this person's rights. */
  summary: string
  /** User levels; `IDENTITY_VIEWER` is a custom level of this tenant that grants reading identities. */
  authorities: readonly string[]
}

export const personas: readonly Persona[] = [
  {
    key: 'manager',
    firstname: 'Tomas',
    lastname: 'Lindqvist',
    role: 'Manager',
    title: 'Head of Finance Operations',
    department: 'Finance',
    summary: 'Has the large backlog. May look up identities.',
    authorities: ['IDENTITY_VIEWER'],
  },
  {
    key: 'colleague',
    firstname: 'Amara',
    lastname: 'Okafor',
    role: 'Colleague',
    title: 'Head of Supply Chain',
    department: 'Supply Chain',
    summary: 'Has a small backlog. May not look up identities.',
    authorities: [],
  },
  {
    key: 'helpdesk',
    firstname: 'Jonas',
    lastname: 'Weber',
    role: 'Helpdesk',
    title: 'Service desk lead',
    department: 'Information Technology',
    summary: 'Helps with identities, has a few work items.',
    authorities: ['HELPDESK'],
  },
  {
    key: 'admin',
    firstname: 'Rosa',
    lastname: 'Castellanos',
    role: 'Admin',
    title: 'Identity administrator',
    department: 'Information Technology',
    summary: 'Sees and decides every work item.',
    authorities: ['ORG_ADMIN'],
  },
]

/** The client id of a persona's personal access token. */
export const patClientId = (persona: Persona): string => `${persona.key}-pat`

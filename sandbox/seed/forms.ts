import { company } from './company.ts'
import type { Named, SourceData } from './company.ts'
import type { Random } from './random.ts'

interface FormField {
  name: string
  displayName: string
  displayType: string
  required: boolean
  allowedValuesList: unknown[]
  value: unknown
}

interface FormSection {
  name: string
  label: string
  formItems: Array<FormField | FormSection>
}

export interface SeedForm {
  id: string | null
  name: string
  title: string
  subtitle: string
  targetUser: string
  sections: FormSection[]
}

/** Two or three accounts one person plausibly has on a source. */
function accountsOf(person: Named, source: SourceData): string[] {
  const own = source.account(person)
  if (own.startsWith('CN=')) {
    return [own, own.replace('OU=', 'OU=Admins,OU='), own.replace(`CN=${person.name}`, `CN=${person.name} (test)`)]
  }
  if (own.includes('@')) return [own, own.replace('@', '.partner@')]
  return [own, `adm-${own}`, `${own}-old`]
}

/** The shapes in which tenants have been seen to list choices: text, pair, labelled object, other labelled object, one-key object. */
const entryShapes: ReadonlyArray<(account: string, label: string) => unknown> = [
  (account) => account,
  (account, label) => [label, account],
  (account, label) => ({ label, value: account }),
  (account, label) => ({ displayName: label, id: account }),
  (account, label) => ({ [label]: account }),
]

const labels = ['everyday account', 'administrator account', 'former account']

function accountField(person: Named, source: SourceData, shape: number, displayType: string): FormField {
  const toEntry = entryShapes[shape % entryShapes.length] ?? ((account: string) => account)
  return {
    name: `select-${source.name.toLowerCase().replaceAll(' ', '-')}`,
    displayName: `Account on ${source.name}`,
    displayType,
    required: true,
    allowedValuesList: accountsOf(person, source).map((account, index) =>
      toEntry(account, `${account} (${labels[index] ?? 'account'})`),
    ),
    value: null,
  }
}

const section = (source: SourceData, items: FormSection['formItems']): FormSection => ({
  name: `section-${source.name.toLowerCase().replaceAll(' ', '-')}`,
  label: source.name,
  formItems: items,
})

/**
 * An account selection form for one person. `variant` decides the layout: one section, two, nested sections, or one field of a
 * kind no client knows; the shapes of the choices rotate with it.
 */
export function accountSelectionForm(random: Random, person: Named, sources: readonly SourceData[], variant: number): SeedForm {
  const [first, second, third] = random.sample(sources, 3)
  if (!first || !second || !third) throw new Error('Forms need at least three sources.')
  const kinds = ['select', 'radio', 'select']
  const kind = kinds[variant % kinds.length] ?? 'select'
  const one = section(first, [accountField(person, first, variant, kind)])
  const two = section(second, [accountField(person, second, variant + 1, 'radio')])
  const extras: FormField = {
    name: 'also-apply-to',
    displayName: 'Also apply the change to',
    displayType: 'checkbox',
    required: false,
    allowedValuesList: ['mailbox', 'home folder', 'phone extension'],
    value: [],
  }
  const handover: FormField = {
    name: 'handover-date',
    displayName: 'Hand-over date',
    displayType: 'datePicker',
    required: false,
    allowedValuesList: [],
    value: null,
  }
  const unknownEntry: FormField = {
    name: `select-${company.org}-pool`,
    displayName: 'Account pool',
    displayType: 'select',
    required: true,
    allowedValuesList: [
      { pool: 'emea', tier: 1 },
      { pool: 'apac', tier: 2 },
    ],
    value: null,
  }
  const layouts: readonly FormSection[][] = [
    [one],
    [one, two],
    [
      section(first, [
        accountField(person, first, variant, kind),
        two,
        section(third, [accountField(person, third, variant + 2, 'select'), extras]),
      ]),
    ],
    [section(first, [accountField(person, first, variant, kind), handover]), section(second, [unknownEntry])],
  ]
  const sections = layouts[variant % layouts.length] ?? [one]
  return {
    id: variant % 2 === 0 ? null : random.id(),
    name: 'AccountSelection Form',
    title: `Choose an account for ${person.name}`,
    subtitle:
      sections.length > 1 ? `Several accounts match on ${sections.length} sources` : `Several accounts match on ${first.name}`,
    targetUser: person.alias,
    sections,
  }
}

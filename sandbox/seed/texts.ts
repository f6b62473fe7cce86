import type { Named, SourceData } from './company.ts'
import type { Random } from './random.ts'

/** One change to one account, as an approval item shows it. */
export interface Change {
  operation: string
  name: string | null
  value: string | null
}

/** A change and the words for it. */
export interface Story {
  title: string
  description: string
  changes: Change[]
}

const reasons = [
  'covers for a colleague on leave until the end of the month',
  'joins the month-end team',
  'takes over the work of a leaver',
  'asked for it in ticket TW-',
  'needs it for the Heron project',
  'moves to another site',
  'was missed at onboarding',
  'is named in the audit follow-up',
]

function reason(random: Random): string {
  const text = random.pick(reasons)
  return text.endsWith('-') ? `${text}${random.between(10_400, 19_999)}` : text
}

const cap = (text: string): string => text.slice(0, 1).toUpperCase() + text.slice(1)

type Teller = (random: Random, person: Named, source: SourceData) => Story

const grant: Teller = (random, person, source) => {
  const right = random.pick(source.rights)
  return {
    title: random.pick([
      `Add ${source.name} ${right.title} for ${person.name}`,
      `${cap(right.title)} for ${person.name}`,
      `Grant ${person.name} ${right.title}`,
    ]),
    description: `${person.name} (${person.department}) ${reason(random)}. Give ${right.title} on ${source.name}.`,
    changes: [{ operation: random.chance(0.15) ? 'Add' : 'add', name: right.attribute, value: right.value }],
  }
}

const revoke: Teller = (random, person, source) => {
  const right = random.pick(source.rights)
  return {
    title: random.pick([
      `Remove ${source.name} ${right.title} from ${person.name}`,
      `Withdraw ${right.title} from ${person.name}`,
    ]),
    description: `${person.name} has moved on and no longer needs ${right.title} on ${source.name}.`,
    changes: [{ operation: random.chance(0.15) ? 'Remove' : 'remove', name: right.attribute, value: right.value }],
  }
}

const change: Teller = (random, person, source) => {
  const field = random.pick(source.fields)
  const value = random.pick(field.values)
  return {
    title: random.pick([
      `Change ${field.title} of ${person.name} to ${value}`,
      `${cap(field.title)} ${value} for ${person.name} on ${source.name}`,
    ]),
    description: `Set the ${field.title} of ${person.name} on ${source.name} to ${value}: ${person.firstname} ${reason(random)}.`,
    changes: [{ operation: random.pick(['set', 'update', 'set']), name: field.attribute, value }],
  }
}

const accountAct =
  (operation: string, titleOf: (person: Named, source: SourceData) => string, why: string): Teller =>
  (_random, person, source) => ({
    title: titleOf(person, source),
    description: `${titleOf(person, source)}. ${why}`,
    changes: [{ operation, name: null, value: null }],
  })

const onboarding: Teller = (random, person, source) => {
  const rights = random.sample(source.rights, random.between(2, source.rights.length))
  const fields = random.sample(source.fields, 1)
  return {
    title: `Set up ${source.name} for ${person.name}, new in ${person.department}`,
    description: `${person.name} starts in ${person.department}. Create the ${source.name} account and give the usual rights.`,
    changes: [
      { operation: 'create', name: null, value: null },
      ...rights.map((right) => ({ operation: 'add', name: right.attribute, value: right.value })),
      ...fields.map((field) => ({ operation: 'set', name: field.attribute, value: random.pick(field.values) })),
    ],
  }
}

/** The everyday stories and how often each is told. */
const everyday: ReadonlyArray<readonly [weight: number, teller: Teller]> = [
  [38, grant],
  [16, revoke],
  [16, change],
  [12, onboarding],
  [
    6,
    accountAct(
      'disable',
      (person, source) => `Disable the ${source.name} account of ${person.name}`,
      'The person is on long leave.',
    ),
  ],
  [
    3,
    accountAct(
      'delete',
      (person, source) => `Delete the ${source.name} account of ${person.name}`,
      'The retention time has passed.',
    ),
  ],
  [
    4,
    accountAct(
      'enable',
      (person, source) => `Enable the ${source.name} account of ${person.name} again`,
      'The person is back from leave.',
    ),
  ],
  [
    4,
    accountAct('unlock', (person, source) => `Unlock the ${source.name} account of ${person.name}`, 'Too many failed sign-ins.'),
  ],
  [
    1,
    accountAct(
      'reconcile',
      (person, source) => `Reconcile the ${source.name} account of ${person.name}`,
      'The nightly comparison found a difference.',
    ),
  ],
]
const everydayWeight = everyday.reduce((sum, [weight]) => sum + weight, 0)

/** Every kind of story once, in order; `nth` beyond the end draws by weight. */
export function tellStory(random: Random, person: Named, source: SourceData, nth: number): Story {
  const fixed = everyday[nth]?.[1]
  if (fixed) return fixed(random, person, source)
  let draw = random.next() * everydayWeight
  for (const [weight, teller] of everyday) {
    draw -= weight
    if (draw < 0) return teller(random, person, source)
  }
  return grant(random, person, source)
}

/** Titles and descriptions of the work item types that carry no account change. */
export const plainWork: Readonly<
  Record<string, ReadonlyArray<(person: Named, source: SourceData) => readonly [title: string, description: string]>>
> = {
  Certification: [
    (person, source) => [
      `Review who has access to ${source.name}`,
      `Quarterly access review of ${source.name}, starting with ${person.department}.`,
    ],
    (person) => [`Review the access of ${person.name}`, `${person.name} changed teams. Confirm what is still needed.`],
  ],
  Delegation: [
    (person, source) => [
      `Decide the ${source.name} review for ${person.name}`,
      `${person.name} handed you part of the ${source.name} access review.`,
    ],
  ],
  Signoff: [
    (person, source) => [
      `Sign off the ${source.name} access review`,
      `All decisions are made. ${person.name} asks for your sign-off.`,
    ],
  ],
  ViolationReview: [
    (person) => [`Review conflicting rights of ${person.name}`, `${person.name} can both enter and release supplier payments.`],
  ],
  PolicyViolation: [
    (person) => [
      `Separation of duties: ${person.name}`,
      `${person.name} holds posting and closing rights on Ledger. Keep one or explain both.`,
    ],
  ],
  Challenge: [
    (person, source) => [
      `${person.name} objects to losing ${source.name} access`,
      `A revocation on ${source.name} was challenged. Decide whether it stands.`,
    ],
  ],
  ImpactAnalysis: [
    (person, source) => [
      `Impact of the changed ${source.name} role`,
      `A role proposed by ${person.name} would change access for 14 people.`,
    ],
  ],
  Event: [
    (person) => [
      `Leaver event for ${person.name}`,
      `The last working day of ${person.name} has passed. Check that nothing is left open.`,
    ],
  ],
  Generic: [
    (person, source) => [`Return the ${source.name} token of ${person.name}`, `Collect the hardware token and confirm here.`],
  ],
  Test: [
    (_person, source) => [
      `Test task for the ${source.name} connection`,
      `Created by a connection test. Complete it at any time.`,
    ],
  ],
  Unknown: [(person) => [`Follow up with ${person.name}`, `Imported from the former system without a type.`]],
  ManualAction: [
    (person, source) => [
      `Hand ${person.name} the ${source.name} starter kit`,
      `Prepare the kit at the ${source.name} desk and mark it done.`,
    ],
    (person) => [
      `Collect the laptop of ${person.name}`,
      `${person.name} leaves on Friday. Collect laptop and badge, then complete this task.`,
    ],
    (person) => [
      `Add ${person.name} to the ${person.department} duty roster`,
      `The roster is kept by hand. Add ${person.name} and confirm here.`,
    ],
  ],
}

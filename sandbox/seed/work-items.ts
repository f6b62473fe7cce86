import type { ApprovalItemTable, IdentityTable, WorkItemTable } from '../store/schema.ts'
import { sources } from './company.ts'
import type { SourceData } from './company.ts'
import { accountSelectionForm } from './forms.ts'
import type { Random } from './random.ts'
import { plainWork, tellStory } from './texts.ts'
import type { Change } from './texts.ts'

const HOUR = 3_600_000
const DAY = 24 * HOUR

type Person = IdentityTable & { department: string }

/** What one generated work item consists of. */
export interface SeedWorkItem {
  item: WorkItemTable
  approvals: ApprovalItemTable[]
}

/** Each owner's first work items, so that every type and every form layout is there however short the list. */
const firstTypes = [
  'Approval',
  'ManualAction',
  'Form',
  'Remediation',
  'Approval',
  'Approval',
  'Form',
  'Certification',
  'Approval',
  'PolicyViolation',
  'Form',
  'ViolationReview',
  'Approval',
  'Delegation',
  'Approval',
  'Signoff',
  'Form',
  'Challenge',
  'Approval',
  'ImpactAnalysis',
  'Event',
  'Approval',
  'Generic',
  'Test',
  'Unknown',
  'Approval',
] as const

const commonTypes: ReadonlyArray<readonly [weight: number, type: string]> = [
  [52, 'Approval'],
  [24, 'ManualAction'],
  [9, 'Remediation'],
  [6, 'Form'],
  [3, 'Certification'],
  [2, 'PolicyViolation'],
  [1, 'ViolationReview'],
  [1, 'Signoff'],
  [1, 'Generic'],
  [1, 'Event'],
]

function drawType(random: Random): string {
  let draw = random.between(0, 99)
  for (const [weight, type] of commonTypes) {
    draw -= weight
    if (draw < 0) return type
  }
  return 'Approval'
}

/** How many approval items: mostly one, sometimes a handful, rarely up to nineteen. */
function drawSize(random: Random): number {
  const draw = random.next()
  if (draw < 0.62) return 1
  return draw < 0.92 ? random.between(2, 5) : random.between(6, 19)
}

interface SourcedChange extends Change {
  source: SourceData
}

/** Onboarding over several sources until `size` changes are together. */
function wideOnboarding(random: Random, size: number): SourcedChange[] {
  const all = sources.flatMap((source) => [
    ...source.rights.map((right) => ({ source, operation: 'add', name: right.attribute, value: right.value })),
    ...source.fields.map((field) => ({ source, operation: 'set', name: field.attribute, value: random.pick(field.values) })),
  ])
  return random.sample(all, size).sort((a, b) => a.source.name.localeCompare(b.source.name, 'en'))
}

interface Draft {
  name: string
  description: string
  changes: SourcedChange[]
}

/** Makes the work items of a company; one maker per seeding, so that the rare kinds are spread over all owners. */
export class WorkItemMaker {
  readonly #random: Random
  readonly #now: number
  readonly #people: readonly Person[]
  #told = 0
  #forms = 0
  #previous: { person: Person; draft: Draft } | undefined

  constructor(random: Random, now: number, identities: readonly IdentityTable[]) {
    this.#random = random
    this.#now = now
    this.#people = identities
      .filter((identity) => identity.correlated === 1 && identity.persona === null)
      .map((identity) => ({ ...identity, department: departmentOf(identity) }))
  }

  /** An open item; `nth` counts the owner's items from 0. */
  open(owner: IdentityTable | undefined, nth: number): SeedWorkItem {
    const random = this.#random
    const age = nth === 0 ? HOUR : nth === 1 ? 120 * DAY : HOUR + Math.floor(random.next() ** 3 * 119 * DAY)
    const made = this.#make(owner, firstTypes[nth] ?? drawType(random), this.#now - age, nth)
    if (made.approvals.length >= 3 && random.chance(0.3)) this.#decideSome(made)
    // Tenants have been seen to answer null for an open item.
    if (nth === 5 || random.chance(0.01)) made.item.state = null
    return made
  }

  /** A finished item with a consistent history. */
  completed(owner: IdentityTable, nth: number): SeedWorkItem {
    const random = this.#random
    const completed = this.#now - HOUR - Math.floor(random.next() ** 2 * 118 * DAY)
    const created = completed - HOUR - Math.floor(random.next() ** 2 * 10 * DAY)
    const made = this.#make(owner, firstTypes[nth] ?? drawType(random), created, nth + 1000)
    const states = ['Finished', 'Rejected', 'Expired', 'Canceled', 'Returned']
    const draw = random.next()
    const state =
      states[nth] ??
      (draw < 0.72 ? 'Finished' : draw < 0.86 ? 'Rejected' : draw < 0.93 ? 'Expired' : draw < 0.97 ? 'Canceled' : 'Returned')
    for (const approval of made.approvals) approval.state = state === 'Finished' && random.chance(0.12) ? 'Rejected' : state
    // All refused is "Rejected": that is how this tenant closes an item by itself.
    const allRejected = made.approvals.length > 0 && made.approvals.every((approval) => approval.state === 'Rejected')
    made.item.state = allRejected ? 'Rejected' : state
    made.item.is_open = 0
    made.item.completed = completed
    made.item.modified = completed
    if (state === 'Expired' && random.chance(0.4))
      made.item.errors = JSON.stringify(['The request ran out before anyone decided.'])
    return made
  }

  #decideSome({ item, approvals }: SeedWorkItem): void {
    const random = this.#random
    const decided = random.sample(approvals, random.between(1, approvals.length - 1))
    for (const approval of decided) approval.state = random.chance(0.75) ? 'Finished' : 'Rejected'
    item.modified = item.created + Math.floor((this.#now - item.created) * random.next())
  }

  #draft(person: Person, source: SourceData, size: number): Draft {
    const random = this.#random
    const previous = this.#previous
    // Now and then somebody asks again, or for the opposite: the desk has to show such siblings.
    if (previous && size === 1 && random.chance(0.06)) {
      const opposite = previous.draft.changes[0]?.operation === 'add' && random.chance(0.5)
      if (!opposite) return previous.draft
      const changes = previous.draft.changes.map((change) => ({ ...change, operation: 'remove' }))
      return {
        name: `Take back: ${previous.draft.name}`,
        description: `This was asked for by mistake. ${previous.draft.description}`,
        changes,
      }
    }
    if (size > 5) {
      const changes = wideOnboarding(random, size)
      return {
        name: `Onboard ${person.name} to ${person.department}: ${changes.length} changes`,
        description: `${person.name} joins ${person.department}. These accounts and rights belong to the job.`,
        changes,
      }
    }
    const story = tellStory(random, person, source, this.#told)
    this.#told += 1
    const changes = story.changes.map((change) => ({ ...change, source }))
    const more = size - changes.length
    if (more <= 0) return { name: story.title, description: story.description, changes }
    return {
      name: story.title,
      description: `${story.description} Further changes belong to it.`,
      changes: [...changes, ...wideOnboarding(random, more)],
    }
  }

  #make(owner: IdentityTable | undefined, type: string, created: number, nth: number): SeedWorkItem {
    const random = this.#random
    let person = random.pick(this.#people)
    const source = random.pick(sources)
    const requester = random.chance(0.06) ? undefined : random.pick(this.#people)
    const item: WorkItemTable = {
      id: random.id(),
      name: null,
      description: '',
      type,
      state: 'Pending',
      is_open: 1,
      owner_id: owner?.id ?? null,
      owner_name: owner?.name ?? null,
      requester_id: requester?.id ?? null,
      requester_name: requester && !random.chance(0.02) ? requester.name : null,
      created,
      modified: random.chance(0.7) ? created + random.between(200, 4_000) : null,
      completed: null,
      num_items: null,
      errors: '[]',
      has_approval_items: 0,
      remediation_items: null,
      form: null,
      account_selection: null,
    }
    const approvals: ApprovalItemTable[] = []
    if (type === 'Approval' || (type === 'ManualAction' && nth !== 1 && random.chance(0.4))) {
      const draft = this.#draft(person, source, nth === 4 ? 19 : drawSize(random))
      if (draft === this.#previous?.draft) person = this.#previous.person
      this.#previous = { person, draft }
      item.name = random.chance(0.01) ? null : draft.name
      item.description = draft.description
      item.has_approval_items = 1
      item.num_items = draft.changes.length
      for (const [position, change] of draft.changes.entries()) {
        approvals.push({
          id: random.id(),
          work_item_id: item.id,
          position,
          account: change.operation === 'create' ? null : change.source.account(person),
          application: change.source.name,
          name: change.name,
          operation: change.operation,
          value: change.value,
          state: random.chance(0.03) ? null : 'Pending',
        })
      }
    } else if (type === 'Remediation') {
      this.#remediate(item, person, source)
    } else if (type === 'Form') {
      const form = accountSelectionForm(random, person, sources, this.#forms)
      this.#forms += 1
      item.name = form.title
      item.description = `A change for ${person.name} fits more than one account. Choose where it goes.`
      item.num_items = form.sections.length
      item.form = JSON.stringify(form)
    } else {
      const tell = random.pick(plainWork[type] ?? plainWork['Generic'] ?? [])
      const [title, description] = tell(person, source)
      item.name = title
      item.description = description
      item.num_items = random.chance(0.5) ? 0 : null
    }
    return { item, approvals }
  }

  #remediate(item: WorkItemTable, person: Person, source: SourceData): void {
    const random = this.#random
    const rights = random.sample(source.rights, random.between(1, 3))
    item.name = `Revoke ${rights.length === 1 ? (rights[0]?.title ?? 'access') : `${rights.length} rights`} of ${person.name} on ${source.name}`
    item.description = `The access review decided that ${person.name} no longer needs this on ${source.name}. Remove it by hand, then complete the task.`
    item.num_items = rights.length
    item.remediation_items = JSON.stringify(
      rights.map((right) => ({
        id: random.id(),
        targetId: person.id,
        targetName: person.alias,
        targetDisplayName: person.name,
        applicationName: source.name,
        attributeName: right.attribute,
        attributeOperation: 'Remove',
        attributeValue: right.value,
        nativeIdentity: source.account(person),
      })),
    )
  }
}

function departmentOf(identity: IdentityTable): string {
  const attributes: unknown = JSON.parse(identity.attributes)
  const department =
    typeof attributes === 'object' && attributes !== null && 'department' in attributes ? attributes.department : undefined
  return typeof department === 'string' ? department : 'the company'
}

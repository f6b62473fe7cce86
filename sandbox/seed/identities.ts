import { personas } from '../personas.ts'
import type { Persona } from '../personas.ts'
import type { IdentityTable } from '../store/schema.ts'
import { fold, isoTime, plainLetters } from '../text.ts'
import { company, departments, locations } from './company.ts'
import type { Department } from './company.ts'
import { lookAlikes, nameRegions, sharedMailboxes } from './names.ts'
import type { Random } from './random.ts'

const DAY = 86_400_000

interface Draft {
  given: string
  family: string
  department: Department
  persona?: Persona
}

/** The order in which people are placed: personas first, then look-alikes, then everybody else. */
function* drafts(random: Random): Generator<Draft, never> {
  const named = (name: string): Department =>
    departments.find((department) => department.name === name) ?? random.pick(departments)
  for (const persona of personas) {
    yield { given: persona.firstname, family: persona.lastname, department: named(persona.department), persona }
  }
  for (const person of lookAlikes) yield { given: person.given, family: person.family, department: named(person.department) }
  const weighted = departments.flatMap((department) => Array.from({ length: department.weight }, () => department))
  for (;;) {
    const region = random.pick(nameRegions)
    const familyRegion = random.chance(0.85) ? region : random.pick(nameRegions)
    const family = random.pick(familyRegion.family)
    // Double names keep large companies from being all namesakes.
    const second = random.chance(0.12) ? `-${random.pick(familyRegion.family)}` : ''
    yield { given: random.pick(region.given), family: family + second, department: random.pick(weighted) }
  }
}

interface Condition {
  status: string
  lifecycle: { stateName: string; manuallyUpdated: boolean } | null
  processing: string | null
  correlated: boolean
}

/** A person's standing: most work here, some have yet to register, a few have left or are stuck. */
function conditionOf(random: Random, index: number): Condition {
  const active = { stateName: 'active', manuallyUpdated: random.chance(0.03) }
  const normal: Condition = { status: 'REGISTERED', lifecycle: active, processing: 'OK', correlated: true }
  // The first ones after the personas and look-alikes show each rare standing once, so that a small company has them all.
  const rare: readonly Condition[] = [
    { ...normal, status: 'PENDING', lifecycle: { stateName: 'prehire', manuallyUpdated: false } },
    { ...normal, status: 'WARNING' },
    { ...normal, status: 'DISABLED', lifecycle: { stateName: 'inactive', manuallyUpdated: true } },
    { ...normal, status: 'ACTIVE' },
    { ...normal, status: 'DEACTIVATED', lifecycle: { stateName: 'inactive', manuallyUpdated: false } },
    { ...normal, status: 'TERMINATED', lifecycle: { stateName: 'leaver', manuallyUpdated: false } },
    { ...normal, status: 'ERROR', processing: 'ERROR' },
    { ...normal, status: 'LOCKED' },
    { ...normal, status: 'UNREGISTERED', lifecycle: null, processing: null, correlated: false },
  ]
  const peculiar = rare[index - 30]
  if (peculiar) return peculiar
  const draw = random.next()
  if (draw < 0.03) return { ...normal, status: 'UNREGISTERED', lifecycle: null, processing: null, correlated: false }
  if (draw < 0.16) return { ...normal, status: 'UNREGISTERED' }
  if (draw < 0.18) return { ...normal, status: 'TERMINATED', lifecycle: { stateName: 'leaver', manuallyUpdated: false } }
  if (draw < 0.19) return { ...normal, status: 'LOCKED' }
  return normal
}

/** Makes `count` identities (never fewer than the personas), each with a unique alias and a manager above them. `now` in ms. */
export function makeIdentities(random: Random, count: number, now: number): IdentityTable[] {
  const people: IdentityTable[] = []
  const aliases = new Map<string, number>()
  /** Managers by department, the first of each being its head. */
  const managers = new Map<string, IdentityTable[]>()
  for (const draft of drafts(random)) {
    const index = people.length
    if (index >= Math.max(count, personas.length)) break
    const { persona, department } = draft
    const name = `${draft.given} ${draft.family}`
    const stem = plainLetters(name).replaceAll(' ', '.')
    const seen = aliases.get(stem) ?? 0
    aliases.set(stem, seen + 1)
    const alias = seen === 0 ? stem : `${stem}${seen + 1}`

    const settled = persona !== undefined || index < 30
    const condition = settled
      ? { status: 'REGISTERED', lifecycle: { stateName: 'active', manuallyUpdated: false }, processing: 'OK', correlated: true }
      : conditionOf(random, index)
    const team = managers.get(department.name) ?? []
    const head = team[0]
    const leads =
      persona?.key === 'manager' || persona?.key === 'colleague' || (condition.correlated && (!head || random.chance(0.07)))
    const boss = condition.correlated && team.length > 0 ? (leads ? head : random.pick(team)) : undefined

    const mailbox = !persona && random.chance(0.02) ? random.pick(sharedMailboxes) : `${alias}@${company.mailDomain}`
    const hasMail = persona !== undefined || (condition.correlated ? !random.chance(0.01) : random.chance(0.3))
    const email = hasMail ? (index >= 39 && index < 42 ? (sharedMailboxes[0] ?? mailbox) : mailbox) : null
    const created = now - random.between(20, 2600) * DAY - random.between(0, DAY)
    const title = persona?.title ?? (leads ? `Team lead, ${department.name}` : random.pick(department.titles))
    const attributes = {
      uid: String(40_000 + index),
      ...(condition.correlated ? { department: department.name, costCenter: department.costCentre, jobTitle: title } : {}),
      ...(condition.correlated ? { location: random.pick(locations), startDate: isoTime(created).slice(0, 10) } : {}),
      ...(email === null ? {} : { email }),
      ...(random.chance(0.4) ? { personalEmail: `${alias}@mail.example` } : {}),
      ...(condition.correlated ? { phone: `+44 20 7946 0${String(random.between(100, 999))}` } : {}),
      isContractor: random.chance(0.09),
      cloudStatus: condition.status,
    }
    const person: IdentityTable = {
      id: random.id(),
      name,
      alias,
      firstname: draft.given,
      lastname: draft.family,
      email,
      name_key: fold(name),
      alias_key: fold(alias),
      firstname_key: fold(draft.given),
      lastname_key: fold(draft.family),
      email_key: email === null ? null : fold(email),
      status: condition.status,
      processing_state: condition.processing,
      correlated: condition.correlated ? 1 : 0,
      protected: persona?.key === 'admin' || (index > 24 && index < 28) || (!settled && random.chance(0.015)) ? 1 : 0,
      manager_id: boss?.id ?? null,
      manager_name: boss?.name ?? null,
      is_manager: leads ? 1 : 0,
      created,
      modified: now - random.between(1, 200) * DAY,
      last_refresh: condition.correlated ? now - random.between(1, 23) * 3_600_000 : null,
      lifecycle_state: condition.lifecycle ? JSON.stringify(condition.lifecycle) : null,
      attributes: JSON.stringify(attributes),
      persona: persona?.key ?? null,
      authorities: JSON.stringify(persona?.authorities ?? []),
    }
    people.push(person)
    if (leads) managers.set(department.name, [...team, person])
  }
  return people
}

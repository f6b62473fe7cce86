import { sql } from 'kysely'
import { isRecord, textOf } from '#contract/json.ts'
import type { SandboxStore, SandboxTransaction } from '../store/open.ts'
import type { IdentityTable, OwnedObjectTable, RoleAssignmentTable } from '../store/schema.ts'
import { isoTime } from '../text.ts'
import { otherObjects, roles } from './catalogue.ts'
import type { RoleData } from './catalogue.ts'
import { sources } from './company.ts'
import type { Named } from './company.ts'
import { seededRandom } from './random.ts'
import type { Random } from './random.ts'

const DAY = 86_400_000
/** Role assignments are kept for the first so many people; more would only make a large company slow to seed. */
const ASSIGNED_PEOPLE = 2_000
/** Rows per statement: below SQLite's 32,766 parameters. */
const CHUNK = 1_000

type Person = Named & Pick<IdentityTable, 'id' | 'is_manager' | 'persona' | 'status' | 'created'>

function departmentOf(attributes: string): string {
  const value: unknown = JSON.parse(attributes)
  return (isRecord(value) ? textOf(value['department']) : null) ?? 'the company'
}

/** Objects with their owners: most belong to managers, a few to people who look like somebody else. */
function makeObjects(random: Random, people: readonly Person[]): OwnedObjectTable[] {
  // The personas come first and the look-alikes next: one Anna Schmidt owns something and the other does not.
  const namesake = people[4]
  const owners = people.filter(
    ({ is_manager: isManager, status, name }) => isManager === 1 && status === 'REGISTERED' && name !== namesake?.name,
  )
  const helpers = people.filter(({ persona }) => persona === 'helpdesk' || persona === 'admin')
  const drawn = (): string => (random.chance(0.12) && helpers.length > 0 ? random.pick(helpers) : random.pick(owners)).id
  const make = (type: string, names: readonly string[]): OwnedObjectTable[] =>
    names.map((name, nth) => ({
      id: random.id(),
      type,
      name,
      owner_id: namesake && nth === 1 && (type === 'ROLE' || type === 'ACCESS_PROFILE') ? namesake.id : drawn(),
    }))
  return [
    ...make(
      'ROLE',
      roles.map(({ name }) => name),
    ),
    ...make(
      'SOURCE',
      sources.map(({ name }) => name),
    ),
    ...otherObjects.flatMap(({ type, names }) => make(type, names)),
  ]
}

interface Given {
  random: Random
  person: Person
  role: RoleData
  roleObject: OwnedObjectTable
  sourceObject: OwnedObjectTable | undefined
  now: number
}

/** The vendor writes this one time in a form of its own: `Tue Nov 04 10:58:42`. */
const computedDate = (ms: number): string =>
  new Date(ms).toUTCString().replace(/^(\w+), (\d+) (\w+) \d+ (\S+) GMT$/, '$1 $3 $2 $4')

function assignmentOf(given: Given, assigner: Person | undefined): RoleAssignmentTable {
  const { random, person, role, roleObject, sourceObject, now } = given
  const isByRule = role.department === person.department
  const roleRef = { type: 'ROLE', id: roleObject.id, name: roleObject.name }
  const added = Math.max(person.created, now - random.between(3, 900) * DAY)
  const account = sources.find(({ name }) => name === role.source)?.account(person)
  const matched = [{ attribute: 'department', value: person.department, derived: false }]
  return {
    id: random.id(),
    identity_id: person.id,
    role_id: roleObject.id,
    added,
    starts: random.chance(0.1) ? added + 7 * DAY : null,
    removes: !isByRule && random.chance(0.3) ? now + random.between(10, 400) * DAY : null,
    comments: isByRule
      ? null
      : random.pick(['Covers month end', 'For the project', 'Stands in for a colleague', 'Asked for by the team']),
    assignment_source: isByRule ? 'MEMBERSHIP' : random.pick(['UI', 'ACCESS_REQUEST']),
    assigner_id: isByRule ? null : (assigner?.id ?? null),
    assigner_name: isByRule ? null : (assigner?.name ?? null),
    context: isByRule
      ? JSON.stringify({
          requested: { contextAttributes: [] },
          matched: [{ roleRef, matchedAttributes: matched }],
          computedDate: computedDate(added),
        })
      : null,
    account_targets: JSON.stringify([
      {
        source: { type: 'SOURCE', id: sourceObject?.id ?? '', name: role.source },
        accountInfo: { nativeIdentity: account ?? person.alias, displayName: person.alias, uuid: `{${random.id()}}` },
        role: roleRef,
      },
    ]),
  }
}

/** What each person was given: by rule for the department, and now and then something more on request. */
function makeAssignments(
  random: Random,
  people: readonly Person[],
  objects: readonly OwnedObjectTable[],
  now: number,
): RoleAssignmentTable[] {
  const administrator = people.find(({ persona }) => persona === 'admin')
  const objectOf = (type: string, name: string) => objects.find((object) => object.type === type && object.name === name)
  const onRequest = roles.filter(({ department }) => department === null)
  return people.flatMap((person) => {
    const byRule = roles.filter(({ department }) => department === person.department)
    const more = random.chance(0.45) ? random.sample(onRequest, random.between(1, 2)) : []
    return [...byRule, ...more].flatMap((role) => {
      const roleObject = objectOf('ROLE', role.name)
      if (!roleObject) return []
      const given = { random, person, role, roleObject, sourceObject: objectOf('SOURCE', role.source), now }
      return [assignmentOf(given, random.chance(0.8) ? administrator : undefined)]
    })
  })
}

/** The first people of the company, in the order they were invented. */
async function firstPeople(trx: SandboxTransaction): Promise<Person[]> {
  const rows = await trx
    .selectFrom('identity')
    .select(['id', 'name', 'alias', 'firstname', 'lastname', 'attributes', 'is_manager', 'persona', 'status', 'created'])
    .where('correlated', '=', 1)
    .orderBy(sql`rowid`)
    .limit(ASSIGNED_PEOPLE)
    .execute()
  return rows.map(({ attributes, ...row }) => ({ ...row, department: departmentOf(attributes) }))
}

/**
 * Gives a seeded company its owned objects and role assignments, once. Apart from the rest of the seed and from a number of its own, so
 * that a company of an earlier release gets them too and stays what it was. Answers whether it did.
 */
export async function seedObjectsIfMissing(store: SandboxStore): Promise<boolean> {
  return store.transaction().execute(async (trx) => {
    const settings = await trx.selectFrom('setting').selectAll().where('name', 'in', ['seeded', 'seeded-objects']).execute()
    const seeded: unknown = JSON.parse(settings.find(({ name }) => name === 'seeded')?.value ?? 'null')
    if (!isRecord(seeded) || settings.some(({ name }) => name === 'seeded-objects')) return false
    const now = Number(seeded['at'])
    const random = seededRandom(Number(seeded['seed']) + 7_001)
    const people = await firstPeople(trx)
    const objects = makeObjects(random, people)
    await trx.insertInto('owned_object').values(objects).execute()
    const assignments = makeAssignments(random, people, objects, now)
    for (let start = 0; start < assignments.length; start += CHUNK) {
      await trx
        .insertInto('role_assignment')
        .values(assignments.slice(start, start + CHUNK))
        .execute()
    }
    await trx
      .insertInto('setting')
      .values({ name: 'seeded-objects', value: JSON.stringify({ at: isoTime(now) }) })
      .execute()
    return true
  })
}

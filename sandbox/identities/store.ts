import { sql } from 'kysely'
import type { SandboxStore, SandboxTransaction } from '../store/open.ts'
import type { IdentityTable } from '../store/schema.ts'
import type { Association } from './ownership.ts'

type Reader = SandboxStore | SandboxTransaction

/** At most so many entities of one kind are named; a tenant's list is not complete either. */
const MOST_ENTITIES = 250

export async function findIdentity(db: Reader, id: string): Promise<IdentityTable | undefined> {
  return db.selectFrom('identity').selectAll().where('id', '=', id).executeTakeFirst()
}

/** The identities of these ids, in the order of the ids; undefined when one of them is unknown. */
export async function findAll(db: Reader, ids: readonly string[]): Promise<IdentityTable[] | undefined> {
  const found = await db.selectFrom('identity').selectAll().where('id', 'in', ids).execute()
  const byId = new Map(found.map((identity) => [identity.id, identity]))
  const inOrder = ids.flatMap((id) => byId.get(id) ?? [])
  return inOrder.length === ids.length ? inOrder : undefined
}

/** The first of those who were never invited, by name. */
export async function findUninvited(db: Reader, limit: number): Promise<IdentityTable[]> {
  return db
    .selectFrom('identity')
    .selectAll()
    .where('status', '=', 'UNREGISTERED')
    .where('email', 'is not', null)
    .orderBy('name_key')
    .orderBy('id')
    .limit(limit)
    .execute()
}

/** Sets the registration status, in the column and in the attribute that carries it too. `now` in ms. */
export async function setStatus(trx: SandboxTransaction, ids: readonly string[], status: string, now: number): Promise<void> {
  if (ids.length === 0) return
  await trx
    .updateTable('identity')
    .set({ status, modified: now, attributes: sql<string>`json_set(attributes, '$.cloudStatus', ${status})` })
    .where('id', 'in', ids)
    .execute()
}

/** What an identity owns, grouped: its objects, and the work items that wait for it. */
export async function findOwned(db: Reader, identityId: string): Promise<Association[]> {
  const objects = await db
    .selectFrom('owned_object')
    .select(['id', 'name', 'type'])
    .where('owner_id', '=', identityId)
    .orderBy('type')
    .orderBy('name')
    .execute()
  const workItems = await db
    .selectFrom('work_item')
    .select(['id', 'name'])
    .where('owner_id', '=', identityId)
    .where('is_open', '=', 1)
    .orderBy('created', 'desc')
    .limit(MOST_ENTITIES)
    .execute()
  const groups = new Map<string, Array<{ id: string; name: string; type: string }>>()
  const named = workItems.map(({ id, name }) => ({ id, name: name ?? 'Work item', type: 'WORK_ITEM' }))
  for (const entity of [...objects, ...named]) {
    const associationType = `${entity.type}_OWNER`
    groups.set(associationType, [...(groups.get(associationType) ?? []), entity])
  }
  return [...groups].map(([associationType, entities]) => ({ associationType, entities }))
}

import type { SandboxStore, SandboxTransaction } from '../store/open.ts'
import type { SandboxSchema } from '../store/schema.ts'
import { makeIdentities } from './identities.ts'
import { seededRandom } from './random.ts'
import type { SeedWorkItem } from './work-items.ts'
import { WorkItemMaker } from './work-items.ts'

export interface SeedOptions {
  /** The number everything is drawn from. */
  seed: number
  /** How many identities the company has. */
  identities: number
  /** How many open work items the persona `manager` owns. */
  openItems: number
  /** All dates are relative to this, in ms. */
  now: number
}

const MANAGER_COMPLETED = 220
const OTHERS = [
  { persona: 'colleague', open: 7, completed: 14 },
  { persona: 'helpdesk', open: 5, completed: 9 },
  { persona: 'admin', open: 4, completed: 6 },
] as const
const WITHOUT_OWNER = 2
/** Rows per statement: below SQLite's 32,766 parameters for the widest table. */
const CHUNK = 500

async function insertAll<Table extends 'identity' | 'work_item' | 'approval_item'>(
  trx: SandboxTransaction,
  table: Table,
  rows: ReadonlyArray<SandboxSchema[Table]>,
): Promise<void> {
  for (let start = 0; start < rows.length; start += CHUNK) {
    await trx
      .insertInto<'identity' | 'work_item' | 'approval_item'>(table)
      .values(rows.slice(start, start + CHUNK))
      .execute()
  }
}

/** Fills an empty store in one transaction; does nothing when the store has been seeded before. Answers whether it did. */
export async function seedIfEmpty(store: SandboxStore, options: SeedOptions): Promise<boolean> {
  return store.transaction().execute(async (trx) => {
    const seeded = await trx.selectFrom('setting').select('value').where('name', '=', 'seeded').executeTakeFirst()
    if (seeded) return false
    const random = seededRandom(options.seed)
    const people = makeIdentities(random, options.identities, options.now)
    const maker = new WorkItemMaker(random, options.now, people)
    const ownerOf = (persona: string) => {
      const owner = people.find((person) => person.persona === persona)
      if (!owner) throw new Error(`The seeded company has no ${persona}.`)
      return owner
    }
    const made: SeedWorkItem[] = []
    const add = (persona: string, open: number, completed: number) => {
      const owner = ownerOf(persona)
      for (let nth = 0; nth < open; nth += 1) made.push(maker.open(owner, nth))
      for (let nth = 0; nth < completed; nth += 1) made.push(maker.completed(owner, nth))
    }
    add('manager', options.openItems, MANAGER_COMPLETED)
    for (const other of OTHERS) add(other.persona, other.open, other.completed)
    for (let nth = 0; nth < WITHOUT_OWNER; nth += 1) made.push(maker.open(undefined, nth + 2))

    await insertAll(trx, 'identity', people)
    await insertAll(
      trx,
      'work_item',
      made.map(({ item }) => item),
    )
    await insertAll(
      trx,
      'approval_item',
      made.flatMap(({ approvals }) => approvals),
    )
    await trx
      .insertInto('setting')
      .values({ name: 'seeded', value: JSON.stringify({ seed: options.seed, at: options.now }) })
      .execute()
    return true
  })
}

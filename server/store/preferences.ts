/** Saved views and snoozes: what the desk keeps for one person in one tenant. */
import type { Kysely } from 'kysely'
import type { UserKey } from '../tenant/token-source.ts'
import type { Schema } from './schema.ts'

export interface View {
  readonly id: string
  readonly name: string
  readonly query: string
}

/** `until` is in ms since 1970. */
export interface Snooze {
  readonly workItemId: string
  readonly until: number
}

/** Promise S13: nobody fills the disk with these. */
const MOST_VIEWS = 100
const MOST_SNOOZES = 5_000

export type Kept = 'kept' | 'name-taken' | 'too-many'

const nameKey = (name: string): string => name.normalize('NFKC').trim().replaceAll(/\s+/g, ' ').toLowerCase()

const ofUser = (user: UserKey) => ({ tenant_id: user.tenantId, user_id: user.userId })

export type PreferenceStore = ReturnType<typeof createPreferenceStore>

/** Methods reject when the database cannot be read or written. */
export function createPreferenceStore(db: Kysely<Schema>) {
  return {
    /** By name. */
    views: async (user: UserKey): Promise<View[]> => {
      const rows = await db
        .selectFrom('view')
        .select(['view_id as id', 'name', 'query'])
        .where((eb) => eb.and(ofUser(user)))
        .orderBy('name_key')
        .execute()
      return rows
    },

    /** Stores the view under its id, in place of what was there. */
    putView: (user: UserKey, view: View): Promise<Kept> =>
      db.transaction().execute(async (trx): Promise<Kept> => {
        const others = await trx
          .selectFrom('view')
          .select('name_key')
          .where((eb) => eb.and(ofUser(user)))
          .where('view_id', '!=', view.id)
          .execute()
        const key = nameKey(view.name)
        if (others.some((other) => other.name_key === key)) return 'name-taken'
        if (others.length >= MOST_VIEWS) return 'too-many'
        const content = { name: view.name, name_key: key, query: view.query }
        await trx
          .insertInto('view')
          .values({ ...ofUser(user), view_id: view.id, ...content })
          .onConflict((conflict) => conflict.columns(['tenant_id', 'user_id', 'view_id']).doUpdateSet(content))
          .execute()
        return 'kept'
      }),

    deleteView: async (user: UserKey, id: string): Promise<void> => {
      await db
        .deleteFrom('view')
        .where((eb) => eb.and(ofUser(user)))
        .where('view_id', '=', id)
        .execute()
    },

    /** Those whose time has not come at `now`, the soonest first. */
    snoozes: async (user: UserKey, now: number): Promise<Snooze[]> => {
      const rows = await db
        .selectFrom('snooze')
        .select(['work_item_id as workItemId', 'until'])
        .where((eb) => eb.and(ofUser(user)))
        .where('until', '>', now)
        .orderBy('until')
        .orderBy('work_item_id')
        .execute()
      return rows
    },

    putSnooze: (user: UserKey, { workItemId, until }: Snooze, now: number): Promise<Exclude<Kept, 'name-taken'>> =>
      db.transaction().execute(async (trx): Promise<Exclude<Kept, 'name-taken'>> => {
        await trx
          .deleteFrom('snooze')
          .where((eb) => eb.and(ofUser(user)))
          .where('until', '<=', now)
          .execute()
        const others = await trx
          .selectFrom('snooze')
          .select((eb) => eb.fn.countAll<number>().as('count'))
          .where((eb) => eb.and(ofUser(user)))
          .where('work_item_id', '!=', workItemId)
          .executeTakeFirstOrThrow()
        if (others.count >= MOST_SNOOZES) return 'too-many'
        await trx
          .insertInto('snooze')
          .values({ ...ofUser(user), work_item_id: workItemId, until })
          .onConflict((conflict) => conflict.columns(['tenant_id', 'user_id', 'work_item_id']).doUpdateSet({ until }))
          .execute()
        return 'kept'
      }),

    deleteSnooze: async (user: UserKey, workItemId: string): Promise<void> => {
      await db
        .deleteFrom('snooze')
        .where((eb) => eb.and(ofUser(user)))
        .where('work_item_id', '=', workItemId)
        .execute()
    },
  }
}

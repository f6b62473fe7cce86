import type { Selectable } from 'kysely'
import type { UserKey } from '../tenant/token-source.ts'
import type { SessionTables } from './session-tables.ts'
import type { Store } from './store.ts'

export type SessionRow = Selectable<SessionTables['session']>
export type LoginRow = Selectable<SessionTables['login']>

/** When a session counts as over: not used since `usedSince`, or past its end. Milliseconds since 1970. */
export interface Liveness {
  readonly now: number
  readonly usedSince: number
}

/** The tables of sessions and begun sign-ins. Holds no rule but "one use" and "who refreshes". */
export class SessionStore {
  readonly #store: Store
  constructor(store: Store) {
    this.#store = store
  }

  async addLogin(row: LoginRow, now: number): Promise<void> {
    await this.#store.deleteFrom('login').where('expires_at', '<=', now).execute()
    await this.#store.insertInto('login').values(row).execute()
  }

  /** Takes a begun sign-in out of the store: whoever gets it is the only one. */
  async takeLogin(stateHash: string, browserHash: string, now: number): Promise<LoginRow | undefined> {
    return this.#store
      .deleteFrom('login')
      .where('state_hash', '=', stateHash)
      .where('browser_hash', '=', browserHash)
      .where('expires_at', '>', now)
      .returningAll()
      .executeTakeFirst()
  }

  async add(row: SessionRow): Promise<void> {
    await this.#store.insertInto('session').values(row).execute()
  }

  async removeOver({ now, usedSince }: Liveness): Promise<void> {
    await this.#store
      .deleteFrom('session')
      .where((where) => where.or([where('expires_at', '<=', now), where('used_at', '<=', usedSince)]))
      .execute()
  }

  async count(): Promise<number> {
    const row = await this.#store
      .selectFrom('session')
      .select((select) => select.fn.countAll<number>().as('sessions'))
      .executeTakeFirstOrThrow()
    return row.sessions
  }

  async find(idHash: string, { now, usedSince }: Liveness): Promise<SessionRow | undefined> {
    return this.#store
      .selectFrom('session')
      .selectAll()
      .where('id_hash', '=', idHash)
      .where('expires_at', '>', now)
      .where('used_at', '>', usedSince)
      .executeTakeFirst()
  }

  /** This user's live sessions, the one used last first. */
  async liveOf(user: UserKey, { now, usedSince }: Liveness): Promise<SessionRow[]> {
    return this.#store
      .selectFrom('session')
      .selectAll()
      .where('tenant_id', '=', user.tenantId)
      .where('user_id', '=', user.userId)
      .where('expires_at', '>', now)
      .where('used_at', '>', usedSince)
      .orderBy('used_at', 'desc')
      .orderBy('created_at', 'desc')
      .execute()
  }

  async touch(idHash: string, now: number): Promise<void> {
    await this.#store
      .updateTable('session')
      .set({ used_at: now })
      .where('id_hash', '=', idHash)
      .where('used_at', '<', now)
      .execute()
  }

  /** True for the one caller that may refresh this generation of tokens until `until`. */
  async takeRefreshLease(idHash: string, generation: number, now: number, until: number): Promise<boolean> {
    const result = await this.#store
      .updateTable('session')
      .set({ refresh_lease_until: until })
      .where('id_hash', '=', idHash)
      .where('generation', '=', generation)
      .where('refresh_lease_until', '<=', now)
      .executeTakeFirst()
    return result.numUpdatedRows === 1n
  }

  async giveUpRefreshLease(idHash: string, generation: number): Promise<void> {
    await this.#store
      .updateTable('session')
      .set({ refresh_lease_until: 0 })
      .where('id_hash', '=', idHash)
      .where('generation', '=', generation)
      .execute()
  }

  /** Puts the next generation of tokens in place of `generation`; false when the session has ended or moved on meanwhile. */
  async replaceTokens(idHash: string, generation: number, tokens: string, accessExpiresAt: number): Promise<boolean> {
    const result = await this.#store
      .updateTable('session')
      .set({ tokens, access_expires_at: accessExpiresAt, generation: generation + 1, refresh_lease_until: 0 })
      .where('id_hash', '=', idHash)
      .where('generation', '=', generation)
      .executeTakeFirst()
    return result.numUpdatedRows === 1n
  }

  /** Ends one session; answers the row when it was there. */
  async remove(idHash: string): Promise<SessionRow | undefined> {
    return this.#store.deleteFrom('session').where('id_hash', '=', idHash).returningAll().executeTakeFirst()
  }

  async removeAllOf(user: UserKey): Promise<SessionRow[]> {
    return this.#store
      .deleteFrom('session')
      .where('tenant_id', '=', user.tenantId)
      .where('user_id', '=', user.userId)
      .returningAll()
      .execute()
  }
}

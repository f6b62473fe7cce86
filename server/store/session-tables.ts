import type { Migration } from '#platform/migrate.ts'

/** A signed-in browser. Times are milliseconds since 1970. Tokens are sealed; the cookie's value is kept as a hash only. */
interface SessionTable {
  readonly id_hash: string
  readonly tenant_id: string
  readonly user_id: string
  /** JSON: who the person is and which tenant, for showing. */
  readonly profile: string
  /** Sealed JSON: access and refresh token. */
  readonly tokens: string
  readonly access_expires_at: number
  /** Counts refreshes, so that a late writer cannot put an older token back. */
  readonly generation: number
  /** Another process may refresh only after this. */
  readonly refresh_lease_until: number
  readonly created_at: number
  readonly used_at: number
  readonly expires_at: number
}

/** A sign-in that has begun: found by the hash of `state`, and only together with the hash of the browser's cookie. */
interface LoginTable {
  readonly state_hash: string
  readonly browser_hash: string
  /** Sealed JSON: PKCE verifier, where to return to, which session it replaces. */
  readonly sealed: string
  readonly expires_at: number
}

export interface SessionTables {
  readonly session: SessionTable
  readonly login: LoginTable
}

export const sessionMigrations: readonly Migration[] = [
  {
    name: 'sessions',
    up: [
      `create table session (
        id_hash text primary key,
        tenant_id text not null,
        user_id text not null,
        profile text not null,
        tokens text not null,
        access_expires_at bigint not null,
        generation integer not null,
        refresh_lease_until bigint not null,
        created_at bigint not null,
        used_at bigint not null,
        expires_at bigint not null
      )`,
      'create index session_user on session (tenant_id, user_id, used_at)',
      `create table login (
        state_hash text primary key,
        browser_hash text not null,
        sealed text not null,
        expires_at bigint not null
      )`,
    ],
  },
]

import type { Migration } from '#platform/migrate.ts'

export const migrations: readonly Migration[] = [
  {
    name: '0001 company, work items, effects, sign-in',
    up: [
      `create table identity (
        id text primary key, name text not null, alias text not null, firstname text not null, lastname text not null, email text,
        name_key text not null, alias_key text not null, firstname_key text not null, lastname_key text not null, email_key text,
        status text not null, processing_state text, correlated integer not null, protected integer not null,
        manager_id text, manager_name text, is_manager integer not null,
        created integer not null, modified integer not null, last_refresh integer, lifecycle_state text,
        attributes text not null, persona text unique, authorities text not null)`,
      'create index identity_name on identity (name_key, id)',
      'create unique index identity_alias on identity (alias_key)',
      'create index identity_firstname on identity (firstname_key)',
      'create index identity_lastname on identity (lastname_key)',
      'create index identity_email on identity (email_key)',
      'create index identity_status on identity (status)',
      `create table work_item (
        id text primary key, name text, description text not null, type text not null, state text, is_open integer not null,
        owner_id text, owner_name text, requester_id text, requester_name text,
        created integer not null, modified integer, completed integer, num_items integer, errors text not null,
        has_approval_items integer not null, remediation_items text, form text, account_selection text)`,
      'create index work_item_open on work_item (owner_id, is_open, created, id)',
      'create index work_item_completed on work_item (owner_id, is_open, completed, id)',
      `create table approval_item (
        id text primary key, work_item_id text not null references work_item (id), position integer not null,
        account text, application text not null, name text, operation text not null, value text, state text)`,
      'create unique index approval_item_position on approval_item (work_item_id, position)',
      `create table effect (
        seq integer primary key autoincrement, at integer not null, operation text not null, "by" text not null,
        work_item_id text, approval_item_id text, identity_id text)`,
      'create unique index effect_once_per_approval_item on effect (approval_item_id) where approval_item_id is not null',
      `create unique index effect_once_per_work_item on effect (work_item_id)
        where operation in ('completeWorkItem', 'submitAccountSelection')`,
      `create trigger effect_is_append_only_update before update on effect begin select raise(abort, 'effects are append-only'); end`,
      `create trigger effect_is_append_only_delete before delete on effect begin select raise(abort, 'effects are append-only'); end`,
      `create table forward (
        seq integer primary key autoincrement, at integer not null, work_item_id text not null, from_id text, to_id text not null,
        by_id text not null, comment text not null, send_notifications integer not null)`,
      'create table signing_key (kid text primary key, private_jwk text not null, created integer not null)',
      `create table oauth_grant (
        id text primary key, client_id text not null, identity_id text not null, scope text not null,
        created integer not null, revoked integer)`,
      `create table oauth_token (
        id text primary key, grant_id text not null references oauth_grant (id), kind text not null, expires integer not null,
        used integer, detail text)`,
      'create index oauth_token_grant on oauth_token (grant_id)',
      'create table setting (name text primary key, value text not null)',
    ],
  },
  {
    name: '0002 what identities own and are given, tasks, mail',
    up: [
      'create table owned_object (id text primary key, type text not null, name text not null, owner_id text not null)',
      'create index owned_object_owner on owned_object (owner_id)',
      `create table role_assignment (
        id text primary key, identity_id text not null, role_id text not null references owned_object (id),
        added integer not null, starts integer, removes integer, comments text, assignment_source text not null,
        assigner_id text, assigner_name text, context text, account_targets text not null)`,
      'create index role_assignment_identity on role_assignment (identity_id)',
      `create table task (
        seq integer primary key autoincrement, id text not null unique, kind text not null, launcher text not null,
        created integer not null, duration integer not null, plan text not null)`,
      'create index task_created on task (created)',
      `create table mail (
        seq integer primary key autoincrement, token text not null unique, kind text not null, at integer not null,
        recipient text not null, recipient_key text not null, identity_id text not null, identity_name text not null,
        via text, source_name text, expires integer not null, used integer, replaced integer)`,
      'create index mail_identity on mail (identity_id)',
      'create table sync_job (id text primary key, identity_id text not null, at integer not null)',
      'create index sync_job_identity on sync_job (identity_id, at)',
      'alter table effect add column task_id text',
      // Without the state guard a decision may take effect again; every such row says so, and the others stay unique.
      'alter table effect add column naive integer not null default 0',
      'drop index effect_once_per_approval_item',
      'drop index effect_once_per_work_item',
      `create unique index effect_once_per_approval_item on effect (approval_item_id)
        where approval_item_id is not null and naive = 0`,
      `create unique index effect_once_per_work_item on effect (work_item_id)
        where operation in ('completeWorkItem', 'submitAccountSelection') and naive = 0`,
    ],
  },
  {
    name: '0003 pages of identities straight from an index',
    up: [
      'create index identity_page_name on identity (correlated, name_key, id)',
      'create index identity_page_alias on identity (correlated, alias_key, id)',
      'create index identity_page_status on identity (correlated, status, name_key, id)',
      // Status one way and name the other is an order of its own.
      'create index identity_page_status_down on identity (correlated, status desc, name_key, id)',
    ],
  },
]

import type { Kysely } from 'kysely'
import type { Schema } from './schema.ts'

/** Entries with what they have of their run. */
export const entriesWithRun = (db: Kysely<Schema>) =>
  db
    .selectFrom('entry')
    .innerJoin('run', 'run.id', 'entry.run_id')
    .selectAll('entry')
    .select(['run.note', 'run.user_name', 'run.for_owner_id', 'run.for_owner_name', 'run.accept_language'])

import type { Kysely } from 'kysely'
import type { Schema } from './schema.ts'
import { taskColumns } from './tasks.ts'

/** Entries with what they have of their run, and their task. */
export const entriesWithRun = (db: Kysely<Schema>) =>
  db
    .selectFrom('entry')
    .innerJoin('run', 'run.id', 'entry.run_id')
    .leftJoin('task', (join) => join.onRef('task.run_id', '=', 'entry.run_id').onRef('task.position', '=', 'entry.position'))
    .selectAll('entry')
    .select(['run.note', 'run.user_name', 'run.for_owner_id', 'run.for_owner_name', 'run.accept_language'])
    .select(taskColumns)

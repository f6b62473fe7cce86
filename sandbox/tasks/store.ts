import { sql } from 'kysely'
import type { SandboxStore, SandboxTransaction } from '../store/open.ts'
import type { TaskTable } from '../store/schema.ts'
import { durationOf } from './plan.ts'
import type { TaskKind, TaskPlan } from './plan.ts'

/** The vendor keeps task data for 90 days. */
const KEPT_MS = 90 * 86_400_000

export type StoredTask = Omit<TaskTable, 'seq'> & { seq: number }

/** Writes a task that starts now (ms); answers it as stored. */
export async function startTask(
  trx: SandboxTransaction,
  task: { id: string; kind: TaskKind; launcher: string; now: number; plan: TaskPlan },
): Promise<StoredTask> {
  return trx
    .insertInto('task')
    .values({
      id: task.id,
      kind: task.kind,
      launcher: task.launcher,
      created: task.now,
      duration: durationOf(task.plan.subjects),
      plan: JSON.stringify(task.plan),
    })
    .returningAll()
    .executeTakeFirstOrThrow()
}

/** A task by its id, with or without dashes; undefined when it is unknown or older than 90 days. */
export async function findTask(store: SandboxStore, id: string, now: number): Promise<StoredTask | undefined> {
  return store
    .selectFrom('task')
    .selectAll()
    .where('id', '=', id.replaceAll('-', ''))
    .where('created', '>', now - KEPT_MS)
    .executeTakeFirst()
}

/** One page of the tasks of the last 90 days, and how many there are. */
export async function listTasks(
  store: SandboxStore,
  query: { limit: number; offset: number; oldestFirst: boolean; now: number },
): Promise<{ tasks: StoredTask[]; total: number }> {
  const kept = store.selectFrom('task').where('created', '>', query.now - KEPT_MS)
  const direction = query.oldestFirst ? 'asc' : 'desc'
  const tasks = await kept
    .selectAll()
    .orderBy('created', direction)
    .orderBy('seq', direction)
    .limit(query.limit)
    .offset(query.offset)
    .execute()
  const { total } = await kept.select(sql<number>`count(*)`.as('total')).executeTakeFirstOrThrow()
  return { tasks, total }
}

import type { components, operations as IdentityOperations } from '#contract/generated/identities.ts'
import { integerOf, textOf } from '#contract/json.ts'
import { parseSorters } from '#contract/sorters.ts'
import type { SandboxDeps } from '../deps.ts'
import { badRequest, notFound } from '../http/errors.ts'
import type { Handlers } from '../http/handlers.ts'
import { taskStatusAt } from './status.ts'
import { findTask, listTasks } from './store.ts'

const MAX_PAGE = 250

/** Following one task, an operation of the contract. */
export function taskHandlers({
  store,
  clock,
}: Pick<SandboxDeps, 'store' | 'clock'>): Handlers<Pick<IdentityOperations, 'getTaskStatus'>> {
  return {
    getTaskStatus: async ({ path }) => {
      const now = clock()
      const task = await findTask(store, path.id, now)
      if (!task) throw notFound('The task')
      return { body: taskStatusAt(task, now) }
    },
  }
}

/** Newest first unless `sorters=created` asks otherwise. Raises the tenant's 400 for any other sorter. */
function isOldestFirst(sorters: string | null): boolean {
  if (sorters === null) return false
  const parsed = parseSorters(sorters)
  const [first, ...rest] = parsed.ok ? parsed.sorters : []
  if (!first || rest.length > 0 || first.field !== 'created') throw badRequest('Tasks can be sorted by created only.')
  return !first.descending
}

/** One page of all tasks; the query has been held against `list-document.ts`. */
export async function listTaskStatus(
  { store, clock }: Pick<SandboxDeps, 'store' | 'clock'>,
  query: Readonly<Record<string, unknown>>,
): Promise<{ body: Array<components['schemas']['TaskStatus']>; total?: number }> {
  const now = clock()
  const { tasks, total } = await listTasks(store, {
    limit: integerOf(query['limit']) ?? MAX_PAGE,
    offset: integerOf(query['offset']) ?? 0,
    oldestFirst: isOldestFirst(textOf(query['sorters'])),
    now,
  })
  const body = tasks.map((task) => taskStatusAt(task, now))
  return query['count'] === true ? { body, total } : { body }
}

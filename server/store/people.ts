/** What this installation has done to people, by whomever. Times are wall-clock ms. */
import { expressionBuilder, sql } from 'kysely'
import type { Expression, Kysely, SqlBool } from 'kysely'
import type { ActionOperation } from '../runs/action.ts'
import { EVERYONE, isActionOperation } from '../runs/action.ts'
import type { Person } from '../runs/decision.ts'
import type { EntryState } from '../runs/entry-machine.ts'
import { readState } from './entry-rows.ts'
import type { Schema } from './schema.ts'
import { taskColumns, toTask } from './tasks.ts'
import type { TaskRecord } from './tasks.ts'

/** One act on one person. */
export interface PersonAct {
  readonly identityId: string
  readonly operation: ActionOperation
  readonly runId: string
  readonly state: EntryState
  /** The request may have been carried out. */
  readonly mayHaveRun: boolean
  readonly isOpen: boolean
  readonly by: Person
  readonly createdAt: number
  readonly sentAt: number | null
  /** Of a password mail only. */
  readonly body: unknown
  readonly task: TaskRecord | null
}

/** The last invitation of one person. */
export interface InvitedPerson {
  readonly identityId: string
  readonly sentAt: number
  readonly by: Person
}

const LINK_VALID_MS = 7 * 86_400_000

/** Whether the entry, or the receipt's entry, is about this person: a condition for a query that reads `table`. */
export function isAbout(table: 'entry' | 'receipt', identityId: string): Expression<SqlBool> {
  const eb = expressionBuilder<Schema, 'entry' | 'receipt'>()
  return eb.exists(
    eb
      .selectFrom('entry_person')
      .select('entry_person.open')
      .whereRef('entry_person.run_id', '=', `${table}.run_id`)
      .whereRef('entry_person.position', '=', `${table}.position`)
      .where('entry_person.identity_id', '=', identityId),
  )
}

/** Methods reject when the database cannot be read. */
export const createPeopleStore = (db: Kysely<Schema>) => ({
  /** Every act on these people that is open, or may have taken effect; the newest first. */
  actsOn: async (tenantId: string, identityIds: readonly string[]): Promise<PersonAct[]> => {
    if (identityIds.length === 0) return []
    const rows = await db
      .selectFrom('entry_person')
      .innerJoin('entry', (join) =>
        join.onRef('entry.run_id', '=', 'entry_person.run_id').onRef('entry.position', '=', 'entry_person.position'),
      )
      .innerJoin('run', 'run.id', 'entry.run_id')
      .leftJoin('task', (join) => join.onRef('task.run_id', '=', 'entry.run_id').onRef('task.position', '=', 'entry.position'))
      .select(['entry_person.identity_id', 'entry_person.operation', 'entry_person.open', 'entry.run_id', 'entry.state'])
      .select(['entry.sent', 'entry.created_at', 'entry.sent_at', 'run.user_id', 'run.user_name'])
      .select(sql<string | null>`case when entry.identity_id is null then null else entry.body end`.as('body'))
      .select(taskColumns)
      .where('entry_person.tenant_id', '=', tenantId)
      .where('entry_person.identity_id', 'in', [...identityIds])
      .where((eb) =>
        eb.or([
          eb('entry_person.open', '=', 1),
          eb('entry.state', '=', 'done'),
          eb.and([eb('entry.state', '=', 'dismissed'), eb('entry.sent', '!=', 'no')]),
        ]),
      )
      .orderBy('entry.sent_at', 'desc')
      .execute()
    return rows.flatMap((row) => {
      const { operation } = row
      if (!isActionOperation(operation)) return []
      const body: unknown = row.body === null ? undefined : JSON.parse(row.body)
      return {
        identityId: row.identity_id,
        operation,
        runId: row.run_id,
        state: readState(row.state),
        mayHaveRun: row.sent !== 'no',
        isOpen: row.open === 1,
        by: { id: row.user_id, name: row.user_name },
        createdAt: row.created_at,
        sentAt: row.sent_at,
        body,
        task: toTask(row),
      }
    })
  },

  /** When the tenant last answered an act of this kind on the person, as far as it may have been carried out; null when never. */
  lastAnswered: async (tenantId: string, identityId: string, operation: ActionOperation): Promise<number | null> => {
    const row = await db
      .selectFrom('entry_person')
      .innerJoin('entry', (join) =>
        join.onRef('entry.run_id', '=', 'entry_person.run_id').onRef('entry.position', '=', 'entry_person.position'),
      )
      .select((eb) => eb.fn.max<number | null>('entry.ended_at').as('at'))
      .where('entry_person.tenant_id', '=', tenantId)
      .where('entry_person.identity_id', '=', identityId)
      .where('entry_person.operation', '=', operation)
      .where('entry.state', '=', 'done')
      .executeTakeFirst()
    return row?.at ?? null
  },

  /** The last invitation by name of each person, the oldest first; `expired` by the link's documented life at `now`. */
  invited: async (
    tenantId: string,
    query: { readonly expired?: boolean | undefined; readonly limit: number; readonly offset: number },
    now: number,
  ): Promise<{ readonly total: number; readonly people: InvitedPerson[] }> => {
    const since = now - LINK_VALID_MS
    const last = db
      .selectFrom('entry_person')
      .innerJoin('entry', (join) =>
        join.onRef('entry.run_id', '=', 'entry_person.run_id').onRef('entry.position', '=', 'entry_person.position'),
      )
      .innerJoin('run', 'run.id', 'entry.run_id')
      .select(['entry_person.identity_id', 'run.user_id', 'run.user_name', 'entry.sent_at'])
      .select(
        sql<number>`row_number() over (partition by entry_person.identity_id order by entry.sent_at desc, entry.run_id)`.as(
          'place',
        ),
      )
      .where('entry_person.tenant_id', '=', tenantId)
      .where('entry_person.operation', '=', 'startIdentitiesInvite')
      .where('entry_person.identity_id', '!=', EVERYONE)
      .where('entry.state', '=', 'done')
    const found = db
      .selectFrom(last.as('last'))
      .where('last.place', '=', 1)
      .$if(query.expired === true, (qb) => qb.where('last.sent_at', '<=', since))
      .$if(query.expired === false, (qb) => qb.where('last.sent_at', '>', since))
    const { total } = await found.select((eb) => eb.fn.countAll<number>().as('total')).executeTakeFirstOrThrow()
    const rows = await found
      .select(['last.identity_id', 'last.user_id', 'last.user_name', 'last.sent_at'])
      .orderBy('last.sent_at')
      .orderBy('last.identity_id')
      .limit(query.limit)
      .offset(query.offset)
      .execute()
    const people = rows.map((row) => ({
      identityId: row.identity_id,
      sentAt: row.sent_at ?? 0,
      by: { id: row.user_id, name: row.user_name },
    }))
    return { total, people }
  },
})

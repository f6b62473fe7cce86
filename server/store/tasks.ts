/** The tenant's background work for accepted actions: what is known of it, and which of it is still followed. */
import type { Kysely, Selectable, Transaction } from 'kysely'
import type { components } from '#contract/generated/desk.ts'
import { isRecord, listOf, textOf } from '#contract/json.ts'
import type { TaskTable } from './people-tables.ts'
import type { Schema } from './schema.ts'

type TaskView = components['schemas']['Task']
export type TaskState = TaskView['state']

/** Times are wall-clock ms. */
export interface TaskRecord {
  readonly id: string | null
  readonly state: TaskState
  readonly status: string | null
  readonly percent: number | null
  readonly progress: string | null
  readonly messages: TaskView['messages']
  readonly figures: TaskView['figures']
  readonly waiting: TaskView['waiting']
  readonly startedAt: number
  readonly checkedAt: number | null
  readonly endedAt: number | null
}

/** What a reading of the task, or the end of reading, changes. */
export type TaskChange = Pick<TaskRecord, 'state'> &
  Partial<Pick<TaskRecord, 'status' | 'percent' | 'progress' | 'messages' | 'figures'>>

const STATES: readonly TaskState[] = ['following', 'success', 'warning', 'error', 'ended', 'not-traceable', 'not-followed']

/** The task's columns as a join selects them: null where the entry has no task. */
export type TaskPart = {
  readonly [Column in keyof Selectable<TaskTable> as Column extends 'run_id' | 'position' ? never : `of_task_${Column}`]:
    | Selectable<TaskTable>[Column]
    | null
}

export const taskColumns = [
  'task.task_id as of_task_task_id',
  'task.state as of_task_state',
  'task.status as of_task_status',
  'task.percent as of_task_percent',
  'task.progress as of_task_progress',
  'task.messages as of_task_messages',
  'task.figures as of_task_figures',
  'task.waiting as of_task_waiting',
  'task.started_at as of_task_started_at',
  'task.checked_at as of_task_checked_at',
  'task.ended_at as of_task_ended_at',
] as const

export function toTask(row: TaskPart): TaskRecord | null {
  const state = STATES.find((known) => known === row.of_task_state)
  if (state === undefined) return null
  const waiting = row.of_task_waiting
  return {
    id: row.of_task_task_id,
    state,
    status: row.of_task_status,
    percent: row.of_task_percent,
    progress: row.of_task_progress,
    messages: listOf(parsed(row.of_task_messages)).flatMap((message) => {
      const text = isRecord(message) ? textOf(message['text']) : null
      return isRecord(message) && text !== null ? [{ type: textOf(message['type']), text }] : []
    }),
    figures: numbersIn(parsed(row.of_task_figures)),
    waiting: waiting === 'sign-in' || waiting === 'network' ? waiting : null,
    startedAt: row.of_task_started_at ?? 0,
    checkedAt: row.of_task_checked_at,
    endedAt: row.of_task_ended_at,
  }
}

const parsed = (text: string | null): unknown => JSON.parse(text ?? 'null')

/** The numbers among a record's members. */
export function numbersIn(value: unknown): Record<string, number> {
  const members = isRecord(value) ? Object.entries(value) : []
  return Object.fromEntries(
    members.flatMap(([name, one]) => (typeof one === 'number' && Number.isFinite(one) ? [[name, one]] : [])),
  )
}

interface EntryKey {
  readonly runId: string
  readonly position: number
}

/** Adds the task of an action that has just been accepted, in that transaction; without an id there is nothing to follow. */
export async function startTask(
  trx: Transaction<Schema>,
  { runId, position }: EntryKey,
  id: string | null,
  at: number,
): Promise<void> {
  await trx
    .insertInto('task')
    .values({
      run_id: runId,
      position,
      task_id: id,
      state: id === null ? 'not-traceable' : 'following',
      status: null,
      percent: null,
      progress: null,
      messages: '[]',
      figures: '{}',
      waiting: null,
      started_at: at,
      checked_at: null,
      ended_at: id === null ? at : null,
    })
    .execute()
}

/** Methods reject when the database cannot be read or written. */
export const createTaskStore = (db: Kysely<Schema>) => ({
  /** Entries whose task is still followed. */
  followed: async (): Promise<EntryKey[]> => {
    const rows = await db
      .selectFrom('task')
      .select(['run_id as runId', 'position'])
      .where('ended_at', 'is', null)
      .orderBy('started_at')
      .execute()
    return rows
  },

  /** Keeps what a reading showed; a task that has ended changes no more. */
  changeTask: async ({ runId, position }: EntryKey, change: TaskChange, at: number): Promise<void> => {
    await db
      .updateTable('task')
      .set({
        state: change.state,
        ...(change.status !== undefined && { status: change.status }),
        ...(change.percent !== undefined && { percent: change.percent }),
        ...(change.progress !== undefined && { progress: change.progress }),
        ...(change.messages !== undefined && { messages: JSON.stringify(change.messages) }),
        ...(change.figures !== undefined && { figures: JSON.stringify(change.figures) }),
        waiting: null,
        checked_at: at,
        ended_at: change.state === 'following' ? null : at,
      })
      .where('run_id', '=', runId)
      .where('position', '=', position)
      .where('ended_at', 'is', null)
      .execute()
  },

  setTaskWaiting: async ({ runId, position }: EntryKey, waiting: TaskRecord['waiting']): Promise<void> => {
    await db
      .updateTable('task')
      .set({ waiting })
      .where('run_id', '=', runId)
      .where('position', '=', position)
      .where('ended_at', 'is', null)
      .execute()
  },
})

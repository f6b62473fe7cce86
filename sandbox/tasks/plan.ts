import { isRecord } from '#contract/json.ts'

export type MessageType = 'INFO' | 'WARN' | 'ERROR'
export type TaskKind = 'invite' | 'process'
export type CompletionStatus = 'SUCCESS' | 'WARNING' | 'ERROR'

/** Something a task has to say, once it has come to the `at`-th of its subjects. */
export interface PlannedMessage {
  readonly at: number
  readonly type: MessageType
  readonly key: string
  readonly text: string
  readonly parameters: readonly string[]
}

/** All a task will ever say, decided when it is started; the clock only decides how much of it is told already. */
export interface TaskPlan {
  /** What it works through. */
  readonly subjects: number
  readonly target: { readonly id: string; readonly name: string } | null
  readonly completionStatus: CompletionStatus
  readonly attributes: Readonly<Record<string, number>>
  readonly messages: readonly PlannedMessage[]
}

/** Long lists of complaints are cut: a task says so many and then how many more there are. */
const MAX_MESSAGES = 100
const SHORTEST_MS = 1_500
const PER_SUBJECT_MS = 12
const LONGEST_MS = 8_000

/** How long a task over so many subjects runs, in ms: seconds, so that progress can be watched. */
export const durationOf = (subjects: number): number => Math.min(SHORTEST_MS + subjects * PER_SUBJECT_MS, LONGEST_MS)

/** The complaints as a task tells them, the last one being how many were not told. */
export function cutMessages(messages: readonly PlannedMessage[]): PlannedMessage[] {
  if (messages.length <= MAX_MESSAGES) return [...messages]
  const more = messages.length - MAX_MESSAGES
  const told = messages.slice(0, MAX_MESSAGES)
  const at = messages.at(-1)?.at ?? 0
  return [...told, { at, type: 'WARN', key: 'more_messages', text: `${more} more of this kind.`, parameters: [String(more)] }]
}

/** Holds text from our own store against the shape it was stored with. */
export function isTaskPlan(value: unknown): value is TaskPlan {
  return isRecord(value) && typeof value['subjects'] === 'number' && Array.isArray(value['messages'])
}

/** Reads background tasks. Real answers hold null nearly anywhere, and older ones write the completion status in mixed case. */
import type { components } from './generated/identities.ts'
import { dateTimeOf, filledTextOf, integerOf, isRecord, listOf, singleOf } from './json.ts'
import type { JsonRecord } from './json.ts'
import { openEnumReader } from './open-enum.ts'
import type { OpenEnum } from './open-enum.ts'

export type KnownCompletionStatus = components['schemas']['KnownCompletionStatus']
type KnownMessageType = 'INFO' | 'WARN' | 'ERROR'

export interface TaskMessage {
  readonly type: OpenEnum<KnownMessageType> | null
  readonly key: string | null
  readonly text: string | null
}

export interface TaskStatus {
  readonly id: string
  readonly uniqueName: string | null
  readonly description: string | null
  readonly launcher: string | null
  readonly created: string | null
  readonly launched: string | null
  readonly completed: string | null
  readonly completionStatus: OpenEnum<KnownCompletionStatus> | null
  /** `completed` or `completionStatus` is not null; the percentage does not decide. */
  readonly isFinished: boolean
  readonly progress: string | null
  /** For showing only. */
  readonly percentComplete: number | null
  readonly messages: readonly TaskMessage[]
  readonly attributes: JsonRecord
}

/** A reference to a task that was started. */
export interface TaskReference {
  readonly id: string
  readonly type: string | null
}

const readCompletionStatus = openEnumReader<KnownCompletionStatus>(['SUCCESS', 'WARNING', 'ERROR', 'TERMINATED', 'TEMPERROR'])
const readMessageType = openEnumReader<KnownMessageType>(['INFO', 'WARN', 'ERROR'])

/** The task, or undefined when the answer holds none with an id. */
export function readTaskStatus(answer: unknown): TaskStatus | undefined {
  const task = singleOf(answer)
  const id = task && filledTextOf(task['id'])
  if (!task || id === null) return undefined
  return {
    id,
    uniqueName: filledTextOf(task['uniqueName']),
    description: filledTextOf(task['description']),
    launcher: filledTextOf(task['launcher']),
    created: dateTimeOf(task['created']),
    launched: dateTimeOf(task['launched']),
    completed: dateTimeOf(task['completed']),
    completionStatus: readCompletionStatus(task['completionStatus']),
    isFinished: (task['completed'] ?? null) !== null || (task['completionStatus'] ?? null) !== null,
    progress: filledTextOf(task['progress']),
    percentComplete: integerOf(task['percentComplete']),
    messages: listOf(task['messages']).flatMap((entry) => (isRecord(entry) ? readMessage(entry) : [])),
    attributes: isRecord(task['attributes']) ? task['attributes'] : {},
  }
}

/** The task that processing started, or undefined when the answer names none. */
export function readTaskReference(answer: unknown): TaskReference | undefined {
  const reference = singleOf(answer)
  const id = reference && filledTextOf(reference['id'])
  return reference && id !== null ? { id, type: filledTextOf(reference['type']) } : undefined
}

function readMessage(entry: JsonRecord): TaskMessage {
  const localized = entry['localizedText']
  return {
    type: readMessageType(entry['type']),
    key: filledTextOf(entry['key']),
    text: isRecord(localized) ? filledTextOf(localized['message']) : null,
  }
}

import type { components } from '#contract/generated/identities.ts'
import type { TaskTable } from '../store/schema.ts'
import { isoTime } from '../text.ts'
import { isTaskPlan } from './plan.ts'
import type { PlannedMessage, TaskKind } from './plan.ts'

type TaskStatus = components['schemas']['TaskStatus']
type StoredTask = Pick<TaskTable, 'id' | 'kind' | 'launcher' | 'created' | 'duration' | 'plan'> & { seq: number }

/** A task waits this long before it is launched. */
const QUEUED_MS = 400

interface Definition {
  readonly id: string
  readonly uniqueName: string
  readonly description: string
  readonly parentName: string
  /** What it says it is doing. */
  readonly doing: string
  readonly returns: ReadonlyArray<{ name: string; attributeName: string }>
}

const definitions: Readonly<Record<TaskKind, Definition>> = {
  invite: {
    id: '0e2c4a6b8d1f43759b7d5f3e1c0a2846',
    uniqueName: 'Invite Identities',
    description: 'Sends registration mail',
    parentName: 'Mail',
    doing: 'Mailing',
    returns: [
      { name: 'Mails sent', attributeName: 'sent' },
      { name: 'Left out', attributeName: 'leftOut' },
    ],
  },
  process: {
    id: '5b7d9f1a3c5e47608a9bcdef01234567',
    uniqueName: 'Process Identities',
    description: 'Works out attributes, roles, manager and missing access anew',
    parentName: 'Identity Refresh',
    doing: 'Processing',
    returns: [
      { name: 'Identities processed', attributeName: 'processed' },
      { name: 'Identities in error', attributeName: 'failed' },
    ],
  },
}

const messageOf = ({ type, key, text, parameters }: PlannedMessage): TaskStatus['messages'][number] => ({
  type,
  key,
  localizedText: { locale: 'en-US', message: text },
  parameters: [...parameters],
})

/**
 * A stored task as it stands at `now` (ms). Nothing runs: waiting, progress, messages and the end all follow from the time since it was
 * started, so a restart in between makes no difference.
 */
export function taskStatusAt(task: StoredTask, now: number): TaskStatus {
  const plan: unknown = JSON.parse(task.plan)
  if (!isTaskPlan(plan)) throw new TypeError('A stored task does not have the shape it was stored with.')
  const definition = definitions[task.kind === 'invite' ? 'invite' : 'process']
  const launched = task.created + QUEUED_MS
  const ends = launched + task.duration
  const isLaunched = now >= launched
  const isDone = now >= ends
  const share = isDone ? 1 : isLaunched ? (now - launched) / task.duration : 0
  const reached = Math.floor(share * plan.subjects)
  const running = `${definition.doing} ${Math.min(reached + 1, plan.subjects)} of ${plan.subjects}`
  return {
    id: task.id,
    type: 'QUARTZ',
    uniqueName: `${definition.uniqueName} - ${String(task.seq).padStart(4, '0')}`,
    description: definition.description,
    parentName: null,
    launcher: task.launcher,
    target: plan.target && { id: plan.target.id, type: 'IDENTITY', name: plan.target.name },
    created: isoTime(task.created),
    modified: isLaunched ? isoTime(Math.min(now, ends)) : null,
    launched: isLaunched ? isoTime(launched) : null,
    completed: isDone ? isoTime(ends) : null,
    completionStatus: isDone ? plan.completionStatus : null,
    messages: isLaunched ? plan.messages.filter(({ at }) => isDone || at < reached).map(messageOf) : [],
    returns: [...definition.returns],
    attributes: isDone ? { ...plan.attributes } : {},
    progress: isLaunched && !isDone ? running : null,
    percentComplete: isDone ? 100 : Math.min(99, Math.floor(share * 100)),
    taskDefinitionSummary: {
      id: definition.id,
      uniqueName: definition.uniqueName,
      description: definition.description,
      parentName: definition.parentName,
      executor: null,
      arguments: {},
    },
  }
}

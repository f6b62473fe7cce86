/** The people of the tenant of a few lines: what was asked of them and what was done to them; test support. */
import type { Identity } from '#contract/identity.ts'
import { readIdentity } from '#contract/identity.ts'
import { isRecord, listOf } from '#contract/json.ts'
import { refusal } from './model-answer.ts'
import type { Effect, ModelAnswer } from './tenant-model.ts'

export interface ModelPerson {
  readonly id: string
  name: string
  alias: string
  emailAddress: string
  identityStatus: string
  isManager: boolean
  /** What the ownership answer holds. */
  owns: unknown
  openItems: number
  lastSync: number | null
}

/** How long a task goes on (ms), and the pause between two synchronisations of one person. */
const TASK_MS = 6_000
const SYNC_MS = 10_000

export class PeopleModel {
  readonly people = new Map<string, ModelPerson>()
  readonly #tasks = new Map<string, number>()
  readonly #effects: Effect[]
  readonly #isNaive: () => boolean
  /** Answers the reading of tasks in their place. */
  tasksAnswer: ModelAnswer | undefined

  constructor(effects: Effect[], isNaive: () => boolean) {
    this.#effects = effects
    this.#isNaive = isNaive
  }

  /** Somebody registered who owns nothing. */
  add(id: string, change: Partial<ModelPerson> = {}): Identity {
    const person: ModelPerson = {
      id,
      name: `Person ${id}`,
      alias: `alias.${id}`,
      emailAddress: `${id}@corp.example`,
      identityStatus: 'REGISTERED',
      isManager: false,
      owns: undefined,
      openItems: 0,
      lastSync: null,
      ...change,
    }
    this.people.set(id, person)
    const identity = readIdentity(dtoOf(person))
    if (!identity) throw new Error('no identity')
    return identity
  }

  /** `path` follows the version: `identities/…` or `task-status/…`. */
  answer(method: string, path: string, body: unknown, query: URLSearchParams, at: number): ModelAnswer {
    const [service, first = '', second] = path.split('/')
    if (service === 'task-status') return this.#task(first, at)
    if (first === '') return this.#list(query)
    if (first === 'invite' || first === 'process') return this.#many(first, body, at)
    const person = this.people.get(first)
    if (!person) return refusal(404, 'The identity does not exist.')
    if (method === 'DELETE') return this.#delete(person)
    if (method === 'GET') return { status: 200, body: second === 'ownership' ? person.owns : dtoOf(person) }
    if (second === 'reset') return this.#reset(person)
    if (second === 'verification') return this.#done('send', person.id, { status: 200, body: undefined })
    if (!this.#isNaive() && person.lastSync !== null && at - person.lastSync < SYNC_MS) {
      const left = Math.ceil((person.lastSync + SYNC_MS - at) / 1_000)
      return { status: 429, body: { message: 'Rate limit exceeded.' }, headers: { 'retry-after': String(left) } }
    }
    person.lastSync = at
    return this.#done('synchronise', person.id, { status: 202, body: { id: 'job', status: 'QUEUED', payload: {} } })
  }

  countOpenItems(ownerId: string): ModelAnswer {
    return { status: 200, body: { count: this.people.get(ownerId)?.openItems ?? 0 } }
  }

  #list(query: URLSearchParams): ModelAnswer {
    const filters = query.get('filters') ?? ''
    const asked = [...filters.matchAll(/"([^"]*)"/g)].map(([, value]) => value)
    if (filters.startsWith('cloudStatus eq ')) return this.#ofStatus(asked[0], Number(query.get('limit')))
    return { status: 200, body: [...this.people.values()].filter(({ id }) => asked.includes(id)).map(dtoOf) }
  }

  #ofStatus(status: string | undefined, limit: number): ModelAnswer {
    const found = [...this.people.values()].filter(({ identityStatus }) => identityStatus === status)
    return { status: 200, body: found.slice(0, limit).map(dtoOf), headers: { 'x-total-count': String(found.length) } }
  }

  #reset(person: ModelPerson): ModelAnswer {
    if (!this.#isNaive() && person.identityStatus !== 'REGISTERED') return refusal(400, 'The identity is not registered.')
    person.identityStatus = 'UNREGISTERED'
    return this.#done('reset', person.id, { status: 202, body: undefined })
  }

  #delete(person: ModelPerson): ModelAnswer {
    if (isRecord(person.owns)) return { status: 400, body: { message: 'The identity still owns objects.', ...person.owns } }
    this.people.delete(person.id)
    return this.#done('delete', person.id, { status: 204, body: undefined })
  }

  #many(act: 'invite' | 'process', body: unknown, at: number): ModelAnswer {
    const ids = isRecord(body) ? listOf(body[act === 'invite' ? 'ids' : 'identityIds']).map(String) : []
    if (ids.some((id) => !this.people.has(id))) return refusal(400, 'The list names an identity that does not exist.')
    const taskId = `task-${this.#tasks.size + 1}`
    this.#tasks.set(taskId, at)
    for (const itemId of ids) this.#effects.push({ operation: act, itemId, approvalItemId: null })
    return { status: 202, body: act === 'invite' ? this.#task(taskId, at).body : { type: 'TASK_RESULT', id: taskId, name: null } }
  }

  #task(id: string, at: number): ModelAnswer {
    if (this.tasksAnswer) return this.tasksAnswer
    const since = this.#tasks.get(id)
    if (since === undefined) return { status: 404, body: undefined }
    const isOver = at - since >= TASK_MS
    const completionStatus = isOver ? 'SUCCESS' : null
    const messages = isOver ? [{ type: 'INFO', key: 'done', localizedText: { locale: 'en', message: 'All done.' } }] : []
    const percentComplete = Math.min(100, Math.floor(((at - since) / TASK_MS) * 100))
    return {
      status: 200,
      body: { id, completed: null, completionStatus, messages, progress: 'Working', percentComplete, attributes: { sent: 1 } },
    }
  }

  #done(operation: string, itemId: string, answer: ModelAnswer): ModelAnswer {
    this.#effects.push({ operation, itemId, approvalItemId: null })
    return answer
  }
}

const dtoOf = ({ id, name, alias, emailAddress, identityStatus, isManager }: ModelPerson) => ({
  id,
  name,
  alias,
  emailAddress,
  identityStatus,
  isManager,
  attributes: {},
})

import type { Refusal, Ruling } from '../rulings.ts'
import { refuse } from '../rulings.ts'
import { cutMessages } from '../tasks/plan.ts'
import type { PlannedMessage, TaskPlan } from '../tasks/plan.ts'
import { fold } from '../text.ts'

/** What the rules need to know of an identity. */
export interface RuledIdentity {
  readonly id: string
  readonly name: string
  readonly email: string | null
  readonly personalEmail: string | null
  readonly status: string
  readonly processingState: string | null
  readonly isCorrelated: boolean
  readonly isProtected: boolean
}

/** The most people one request may name, and the most "everyone uninvited" reaches. */
export const MOST_INVITED = 1_000

const NOT_REGISTERED = new Set(['UNREGISTERED', 'PENDING'])
const GONE = new Set(['DISABLED', 'DEACTIVATED', 'TERMINATED'])

/** Who is meant by a request to invite: named people, or everyone uninvited, never both and never nobody. */
export function ruleInviteRequest(request: {
  ids?: readonly string[] | null
  uninvited?: boolean
}): Ruling<{ ids: readonly string[] } | { everyone: true }> {
  const ids = request.ids ?? []
  if (request.uninvited === true)
    return ids.length === 0 ? { everyone: true } : refuse('uninvited is only meaningful when ids is empty.')
  if (ids.length === 0) return refuse('ids is needed unless uninvited is true.')
  if (ids.length > MOST_INVITED) return refuse(`ids names more than ${MOST_INVITED} identities.`)
  return new Set(ids).size === ids.length ? { ids } : refuse('ids names an identity twice.')
}

/** Why a person gets no invitation; undefined when they get one. `taken` holds the addresses already mailed, folded. */
function obstacleTo(person: RuledIdentity, taken: ReadonlySet<string>): Pick<PlannedMessage, 'key' | 'text'> | undefined {
  const { name, email, status } = person
  if (GONE.has(status)) return { key: 'invite_inactive', text: `${name} is ${status.toLowerCase()} and cannot be invited.` }
  if (!NOT_REGISTERED.has(status)) return { key: 'invite_registered', text: `${name} is already registered.` }
  if (email === null) return { key: 'invite_no_email', text: `${name} has no e-mail address.` }
  if (taken.has(fold(email))) return { key: 'invite_shared_email', text: `${name} shares ${email} with somebody who was mailed.` }
  return undefined
}

/**
 * Who of these people gets a registration mail, in their order, and the task that tells. Only people who are not registered do; of several
 * with one address only the first. Everybody mailed is SUCCESS, somebody left out WARNING, nobody mailed for want of an address ERROR.
 */
export function planInvitation(people: readonly RuledIdentity[]): {
  mailed: Array<RuledIdentity & { email: string }>
  plan: TaskPlan
} {
  const mailed: Array<RuledIdentity & { email: string }> = []
  const taken = new Set<string>()
  const messages: PlannedMessage[] = []
  for (const [at, person] of people.entries()) {
    const obstacle = obstacleTo(person, taken)
    if (obstacle) {
      messages.push({ at, type: 'WARN', ...obstacle, parameters: [person.name] })
    } else if (person.email !== null) {
      taken.add(fold(person.email))
      mailed.push({ ...person, email: person.email })
    }
  }
  const leftOut = people.length - mailed.length
  const isFailure = mailed.length === 0 && messages.some(({ key }) => key === 'invite_no_email')
  const summary: PlannedMessage = {
    at: people.length,
    type: isFailure ? 'ERROR' : 'INFO',
    key: isFailure ? 'invite_nobody' : 'invite_sent',
    text: isFailure ? 'Nobody could be mailed.' : `${mailed.length} of ${people.length} were mailed.`,
    parameters: [String(mailed.length), String(people.length)],
  }
  return {
    mailed,
    plan: {
      subjects: people.length,
      target: targetOf(people),
      completionStatus: isFailure ? 'ERROR' : leftOut > 0 ? 'WARNING' : 'SUCCESS',
      attributes: { sent: mailed.length, leftOut },
      messages: [...cutMessages(messages), summary],
    },
  }
}

/** A task about one person says so. */
const targetOf = (people: readonly RuledIdentity[]): TaskPlan['target'] => {
  const [only, ...others] = people
  return only && others.length === 0 ? { id: only.id, name: only.name } : null
}

function processingObstacle(person: RuledIdentity): Pick<PlannedMessage, 'key' | 'text' | 'type'> | undefined {
  const { name } = person
  if (!person.isCorrelated) return { type: 'ERROR', key: 'process_uncorrelated', text: `${name} has no authoritative account.` }
  if (person.processingState === 'ERROR')
    return { type: 'WARN', key: 'process_error', text: `${name} is still in error: an attribute could not be worked out.` }
  return undefined
}

/**
 * Which of these people are processed, and the task that tells. A person in processing state ERROR stays there and makes it a WARNING;
 * an uncorrelated one cannot be processed, and when nobody else was named that is an ERROR.
 */
export function planProcessing(people: readonly RuledIdentity[]): { processed: RuledIdentity[]; plan: TaskPlan } {
  const messages: PlannedMessage[] = []
  const processed: RuledIdentity[] = []
  for (const [at, person] of people.entries()) {
    const obstacle = processingObstacle(person)
    if (obstacle) messages.push({ at, ...obstacle, parameters: [person.name] })
    else processed.push(person)
  }
  const isFailure = people.length > 0 && people.every(({ isCorrelated }) => !isCorrelated)
  const summary: PlannedMessage = {
    at: people.length,
    type: isFailure ? 'ERROR' : 'INFO',
    key: 'process_done',
    text: `${processed.length} of ${people.length} were processed.`,
    parameters: [String(processed.length), String(people.length)],
  }
  return {
    processed,
    plan: {
      subjects: people.length,
      target: targetOf(people),
      completionStatus: isFailure ? 'ERROR' : messages.length > 0 ? 'WARNING' : 'SUCCESS',
      attributes: { processed: processed.length, failed: people.length - processed.length },
      messages: [...cutMessages(messages), summary],
    },
  }
}

/** A registered person who is still here can be reset; somebody who is not registered has nothing to take back. */
export function ruleReset(person: RuledIdentity): Ruling<{ status: 'UNREGISTERED' }> {
  if (GONE.has(person.status)) return refuse(`An identity that is ${person.status} cannot be reset.`)
  if (NOT_REGISTERED.has(person.status)) return refuse('The identity is not registered, so there is nothing to reset.')
  return { status: 'UNREGISTERED' }
}

/** Where a password mail goes. `sources` are the names that may be asked for; null or absent is the product's own password. */
export function rulePasswordMail(
  person: RuledIdentity,
  request: { via: string; sourceName?: string | null },
  sources: readonly string[],
): Ruling<{ recipient: string }> {
  const { sourceName } = request
  if (GONE.has(person.status)) return refuse(`An identity that is ${person.status} gets no password mail.`)
  if (NOT_REGISTERED.has(person.status)) return refuse('The identity is not registered yet: invite it first.')
  if (typeof sourceName === 'string' && !sources.includes(sourceName)) return refuse('sourceName names no source.')
  const isPersonal = request.via.endsWith('_PERSONAL')
  const recipient = isPersonal ? person.personalEmail : person.email
  return recipient === null ? refuse(`The identity has no ${isPersonal ? 'personal' : 'work'} e-mail address.`) : { recipient }
}

const SYNC_PAUSE_MS = 10_000

/** Once in 10 s for one identity; answers the whole seconds to wait, 0 when it may run now. `last` and `now` in ms. */
export function syncPauseSeconds(last: number | null, now: number): number {
  return last === null ? 0 : Math.max(0, Math.ceil((last + SYNC_PAUSE_MS - now) / 1000))
}

/** A protected identity cannot be deleted; what it owns is asked apart, since that refusal looks different. */
export function ruleDelete(person: RuledIdentity): Refusal | undefined {
  return person.isProtected ? refuse('The identity is protected and cannot be deleted.') : undefined
}

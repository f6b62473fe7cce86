import type { components } from '#contract/generated/desk.ts'
import type { Identity } from '#contract/identity.ts'
import { chunksOf } from './chunks.ts'
import type { Errand } from './verdicts.ts'

export type RunDraft = components['schemas']['RunDraft']
export type SeenPerson = components['schemas']['SeenPerson']

/** The most people one entry may be about: the tenant's own limit for processing, and well within what it takes for inviting. */
export const mostInChunk = 250
/** The most people "everyone uninvited" reaches. */
export const mostUninvited = 1000

const longestAge = 604_800_000

interface Moment {
  /** ms on this clock. */
  readonly now: number
  /** When the people were read, ms on this clock. */
  readonly readAt: number
  readonly holdMs: number
}

const operations = { invite: 'startIdentitiesInvite', process: 'startIdentityProcessing' } as const

/** A person as the receipt keeps them. */
export function seenPerson(person: Identity): SeenPerson {
  const { id, name, alias, email, status, lifecycleState, manager, isManager } = person
  return {
    id,
    name: short(name, 1000),
    alias: short(alias, 1000),
    email: short(email, 1000),
    status: short(status?.raw ?? null, 64),
    lifecycleState: short(lifecycleState?.name ?? null, 128),
    managerName: short(manager?.name ?? null, 1000),
    isManager,
  }
}

const short = (text: string | null, longest: number): string | null => text?.slice(0, longest) ?? null

/** The run that invites or processes these people: one entry for each chunk, in their order. */
export function runOfPeople(errand: Errand, people: readonly SeenPerson[], moment: Moment): RunDraft {
  const ageMs = ageOf(moment)
  return {
    holdMs: moment.holdMs,
    entries: chunksOf(people, mostInChunk).map((chunk) => {
      const ids = chunk.map(({ id }) => id)
      const body = errand === 'invite' ? { ids, uninvited: false } : { identityIds: ids }
      return { operation: operations[errand], body, seen: { ageMs, people: chunk } }
    }),
  }
}

/** The run that invites everyone uninvited; `count` is what was said to the person, and typed by them. */
export function runOfUninvited(count: number, moment: Moment): RunDraft {
  return {
    holdMs: moment.holdMs,
    entries: [{ operation: operations.invite, body: { uninvited: true }, seen: { ageMs: ageOf(moment), people: [], count } }],
  }
}

const ageOf = ({ now, readAt }: Moment): number => Math.min(Math.max(0, Math.round(now - readAt)), longestAge)

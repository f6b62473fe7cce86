import type { components } from '#contract/generated/desk.ts'
import { seenAge } from '../seen.ts'
import type { SeenPerson } from '../seen.ts'
import { chunksOf } from './chunks.ts'
import type { Errand } from './verdicts.ts'

export type RunDraft = components['schemas']['RunDraft']

/** The most people one entry may be about: the tenant's own limit for processing, and well within what it takes for inviting. */
export const mostInChunk = 250
/** The most people "everyone uninvited" reaches. */
export const mostUninvited = 1000

interface Moment {
  /** ms on this clock. */
  readonly now: number
  /** When the people were read, ms on this clock. */
  readonly readAt: number
  readonly holdMs: number
}

/** What is asked of the tenant for each errand. */
export const operations = { invite: 'startIdentitiesInvite', process: 'startIdentityProcessing' } as const

/** The run that invites or processes these people: one entry for each chunk, in their order. */
export function runOfPeople(errand: Errand, people: readonly SeenPerson[], moment: Moment): RunDraft {
  const ageMs = seenAge(moment.readAt, moment.now)
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
    entries: [
      {
        operation: operations.invite,
        body: { uninvited: true },
        seen: { ageMs: seenAge(moment.readAt, moment.now), people: [], count },
      },
    ],
  }
}

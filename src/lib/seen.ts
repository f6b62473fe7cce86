import type { components } from '#contract/generated/desk.ts'
import type { Identity } from '#contract/identity.ts'

export type SeenPerson = components['schemas']['SeenPerson']

/** The oldest a run may say something was seen, ms: a week. */
const longestAge = 604_800_000

/** How old is what was read then, ms; both moments are of this clock. Never below nothing, which a clock set back would make it. */
export const seenAge = (readAt: number, now: number): number => Math.min(Math.max(0, Math.round(now - readAt)), longestAge)

/** A text as the screen shows it, cut to what a receipt takes. */
export const short = (text: string | null, longest: number): string | null => text?.slice(0, longest) ?? null

/** What only some screens know of a person. */
export interface AlsoSeen {
  readonly isProtected?: boolean | undefined
  /** User levels. */
  readonly levels?: readonly string[] | null | undefined
}

/** A person as the screen shows them, cut to what a receipt takes. */
export function seenPerson(person: Identity, { isProtected, levels }: AlsoSeen = {}): SeenPerson {
  return {
    id: person.id,
    name: short(person.name, 1000),
    alias: short(person.alias, 1000),
    email: short(person.email, 1000),
    status: short(person.status?.raw ?? null, 64),
    lifecycleState: short(person.lifecycleState?.name ?? null, 128),
    managerName: short(person.manager?.name ?? null, 1000),
    isManager: person.isManager,
    ...(isProtected !== undefined && { isProtected }),
    ...(levels && { levels: levels.slice(0, 50).map((level) => level.slice(0, 128)) }),
  }
}

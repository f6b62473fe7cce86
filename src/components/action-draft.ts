import type { components } from '#contract/generated/desk.ts'
import type { Identity } from '#contract/identity.ts'
import type { ActionDraft, RunDraft } from '#src/api/runs.ts'

type SeenPerson = components['schemas']['SeenPerson']
export type Guard = components['schemas']['Guard']

/** An action on one person as somebody takes it. */
export interface PersonAction {
  readonly person: Identity
  /** When the page had read the person, ms on this clock. */
  readonly readAt: number
  readonly isProtected?: boolean | undefined
  /** User levels, where the page knows them. */
  readonly levels?: readonly string[] | null | undefined
  readonly what:
    | { readonly operation: 'sendIdentityVerificationAccountToken'; readonly via: string; readonly sourceName: string | null }
    | { readonly operation: 'synchronizeAttributesForIdentity' | 'startIdentitiesInvite' | 'startIdentityProcessing' }
    | { readonly operation: 'resetIdentity' | 'deleteIdentity'; readonly guard: Guard }
  /** Kept in the ledger here. */
  readonly note?: string
}

const longestAge = 604_800_000
const short = (text: string | null, longest: number): string | null => text?.slice(0, longest) ?? null

/** The run of one action: who was meant as the screen showed them, and how old that was. */
export function actionRun(action: PersonAction, { now, holdMs }: { readonly now: number; readonly holdMs: number }): RunDraft {
  const note = action.note?.trim() ?? ''
  return { holdMs, ...(note !== '' && { note: note.slice(0, 2000) }), entries: [entryOf(action, now)] }
}

function entryOf({ person, readAt, isProtected, levels, what }: PersonAction, now: number): ActionDraft {
  const { id } = person
  const seen = {
    ageMs: Math.min(Math.max(0, Math.round(now - readAt)), longestAge),
    people: [seenPerson(person, { isProtected, levels })],
  }
  switch (what.operation) {
    case 'sendIdentityVerificationAccountToken': {
      const { via, sourceName } = what
      return { operation: what.operation, identityId: id, body: { via, ...(sourceName !== null && { sourceName }) }, seen }
    }
    case 'startIdentitiesInvite':
      return { operation: what.operation, body: { ids: [id], uninvited: false }, seen }
    case 'startIdentityProcessing':
      return { operation: what.operation, body: { identityIds: [id] }, seen }
    case 'synchronizeAttributesForIdentity':
      return { operation: what.operation, identityId: id, seen }
    default:
      return { operation: what.operation, identityId: id, seen, guard: what.guard }
  }
}

/** A person as the screen shows them, cut to what a receipt takes. */
export function seenPerson(person: Identity, known: Pick<PersonAction, 'isProtected' | 'levels'> = {}): SeenPerson {
  return {
    id: person.id,
    name: short(person.name, 1000),
    alias: short(person.alias, 1000),
    email: short(person.email, 1000),
    status: short(person.status?.raw ?? null, 64),
    lifecycleState: short(person.lifecycleState?.name ?? null, 128),
    managerName: short(person.manager?.name ?? null, 1000),
    isManager: person.isManager,
    ...(known.isProtected !== undefined && { isProtected: known.isProtected }),
    ...(known.levels && { levels: known.levels.slice(0, 50).map((level) => level.slice(0, 128)) }),
  }
}

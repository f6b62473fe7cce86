import type { components } from '#contract/generated/desk.ts'
import type { Identity } from '#contract/identity.ts'
import type { ActionDraft, RunDraft } from '#src/api/runs.ts'
import { seenAge, seenPerson } from '#src/lib/seen.ts'
import type { AlsoSeen } from '#src/lib/seen.ts'

export type Guard = components['schemas']['Guard']

/** An action on one person as somebody takes it. */
export interface PersonAction extends AlsoSeen {
  readonly person: Identity
  /** When the page had read the person, ms on this clock. */
  readonly readAt: number
  readonly what:
    | { readonly operation: 'sendIdentityVerificationAccountToken'; readonly via: string; readonly sourceName: string | null }
    | { readonly operation: 'synchronizeAttributesForIdentity' | 'startIdentitiesInvite' | 'startIdentityProcessing' }
    | { readonly operation: 'resetIdentity' | 'deleteIdentity'; readonly guard: Guard }
  /** Kept in the ledger here. */
  readonly note?: string
}

/** The run of one action: who was meant as the screen showed them, and how old that was. */
export function actionRun(action: PersonAction, { now, holdMs }: { readonly now: number; readonly holdMs: number }): RunDraft {
  const note = action.note?.trim() ?? ''
  return { holdMs, ...(note !== '' && { note: note.slice(0, 2000) }), entries: [entryOf(action, now)] }
}

function entryOf({ person, readAt, isProtected, levels, what }: PersonAction, now: number): ActionDraft {
  const { id } = person
  const seen = {
    ageMs: seenAge(readAt, now),
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

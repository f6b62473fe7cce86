import { readIdentity } from '#contract/identity.ts'
import { fold } from '../fold.ts'
import { mayBeInvited } from '../person.ts'
import type { SeenPerson } from '../seen.ts'

/** Somebody whose invitation has run out. */
export interface Expired {
  readonly person: SeenPerson
}

/** What becomes of one of them. `shared` names who gets the one mail to their address. */
export type ResendVerdict<One extends Expired> =
  | { readonly kind: 'ready'; readonly one: One }
  | { readonly kind: 'shared'; readonly one: One; readonly first: SeenPerson }
  | { readonly kind: 'no-email'; readonly one: One }

export interface ResendPlan<One extends Expired> {
  /** Everybody who is still not registered, in the order given. */
  readonly verdicts: readonly ResendVerdict<One>[]
  /** How many have registered since, or may not be invited any more. */
  readonly settled: number
}

/** Parts those whose link has ended into whom to invite again and whom not. The statuses are those of this moment. */
export function planResend<One extends Expired>(expired: readonly One[]): ResendPlan<One> {
  const firstAt = new Map<string, SeenPerson>()
  const open = expired.filter(({ person }) => mayStillBeInvited(person))
  const verdicts = open.map((one): ResendVerdict<One> => {
    const address = fold(one.person.email ?? '')
    if (address === '') return { kind: 'no-email', one }
    const first = firstAt.get(address)
    if (first) return { kind: 'shared', one, first }
    firstAt.set(address, one.person)
    return { kind: 'ready', one }
  })
  return { verdicts, settled: expired.length - open.length }
}

function mayStillBeInvited({ id, status }: SeenPerson): boolean {
  const identity = readIdentity({ id, identityStatus: status })
  return identity === undefined || mayBeInvited(identity)
}

import type { Identity } from '#contract/identity.ts'
import { mayBeInvited, standingForInvitation } from '#src/lib/person.ts'
import type { Standing } from '#src/lib/person.ts'

/** Which acts somebody's status leaves open; where nobody knows the status, all of them: the tenant decides. */
export interface OpenActs {
  readonly invite: boolean
  /** The password mail and the reset, which are for somebody registered. */
  readonly help: boolean
  readonly standing: Standing | null
}

export function openActs(person: Pick<Identity, 'status'>): OpenActs {
  const standing = standingForInvitation(person)
  return { invite: mayBeInvited(person), help: standing === 'registered' || standing === null, standing }
}

import type { SeenPeople } from './action.ts'
import type { Seen } from './decision.ts'

/** The name of the one work item or person an entry is about, as it was on screen; null for several, nobody, or one without a name. */
export function subjectName(seen: Seen | SeenPeople): string | null {
  if (!('people' in seen)) return seen.name ?? seen.description ?? null
  const [person, ...others] = seen.people
  return person && others.length === 0 ? person.name : null
}

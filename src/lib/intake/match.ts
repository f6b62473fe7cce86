import type { Identity } from '#contract/identity.ts'
import { fold } from '../fold.ts'
import { keys } from './columns.ts'
import type { Key } from './columns.ts'
import { valuesOf } from './known-people.ts'
import type { KnownPeople } from './known-people.ts'
import type { Naming } from './people-list.ts'

/** Whom a row can mean. `contradicted` is what else it says that is not so of the one it was found by. */
export interface Match {
  readonly people: readonly Identity[]
  readonly foundBy: Key | null
  readonly contradicted: Key | null
}

const nobody: Match = { people: [], foundBy: null, contradicted: null }

/** Finds whom a row means among the people known. Nobody is guessed: of two that fit both are given. */
export function matchOf(row: Naming, known: KnownPeople): Match {
  const foundBy = keys.find((key) => row.keys[key] !== undefined && known.find(key, row.keys[key]).length > 0)
  if (foundBy === undefined) return nobody
  const found = known.find(foundBy, row.keys[foundBy] ?? '')
  // What else the row says tells apart people who share what they were found by.
  const said = keys.filter((key) => key !== foundBy && row.keys[key] !== undefined)
  const fitting =
    found.length < 2 || said.length === 0 ? found : found.filter((person) => said.every((key) => agrees(person, key, row)))
  const people = fitting.length > 0 ? fitting : found
  const [only, ...others] = people
  if (!only || others.length > 0) return { people, foundBy, contradicted: null }
  // A name is written in many ways, so it contradicts nothing.
  const contradicted = (['id', 'alias', 'email'] as const).find((key) => !agrees(only, key, row)) ?? null
  return { people, foundBy, contradicted }
}

function agrees(person: Identity, key: Key, row: Naming): boolean {
  const said = row.keys[key]
  return said === undefined || valuesOf(person, key).includes(fold(said))
}

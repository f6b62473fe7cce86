import type { Identity } from '#contract/identity.ts'
import { fold } from '../fold.ts'
import type { Key } from './columns.ts'

/** The addresses of somebody, folded; some tenants carry another one among the attributes. */
export const addressesOf = (person: Identity): readonly string[] => valuesOf(person, 'email')

function foldedAddresses({ email, attributes }: Identity): readonly string[] {
  const other = attributes['email']
  const all = [email, typeof other === 'string' ? other : null].flatMap((each) => (each === null ? [] : fold(each)))
  return [...new Set(all.filter((each) => each !== ''))]
}

type Values = Readonly<Record<Key, readonly string[]>>

const valuesByPerson = new WeakMap<Identity, Values>()

const one = (value: string | null): readonly string[] => (value === null ? [] : [fold(value)])

/** What somebody is found by, folded. */
export function valuesOf(person: Identity, key: Key): readonly string[] {
  const known = valuesByPerson.get(person)
  if (known) return known[key]
  const values: Values = {
    id: one(person.id),
    alias: one(person.alias),
    email: foldedAddresses(person),
    name: one(person.name),
  }
  valuesByPerson.set(person, values)
  return values[key]
}

/** People of one value, by id; the list of them is made when it is asked for. */
interface Holders {
  readonly byId: Map<string, Identity>
  list: readonly Identity[] | null
}

const none: readonly Identity[] = []

/** People as far as the tenant was asked about them. Grows while a list is looked through. */
export class KnownPeople {
  readonly #byKey: Readonly<Record<Key, Map<string, Holders>>> = {
    id: new Map(),
    alias: new Map(),
    email: new Map(),
    name: new Map(),
  }
  readonly #asked: Readonly<Record<Key, Set<string>>> = { id: new Set(), alias: new Set(), email: new Set(), name: new Set() }

  /** Takes in what the tenant answered when it was asked for these values. */
  add(key: Key, asked: readonly string[], people: readonly Identity[]): void {
    for (const value of asked) this.#asked[key].add(fold(value))
    for (const person of people) {
      for (const each of ['id', 'alias', 'email', 'name'] as const) {
        for (const value of valuesOf(person, each)) {
          const holders = this.#byKey[each].get(value) ?? { byId: new Map<string, Identity>(), list: null }
          holders.byId.set(person.id, person)
          holders.list = null
          this.#byKey[each].set(value, holders)
        }
      }
    }
  }

  /** Whether the tenant was asked who this is. */
  wasAsked(key: Key, value: string): boolean {
    return this.#asked[key].has(fold(value))
  }

  /** Everybody known who has this value. All there are once it was asked for. */
  find(key: Key, value: string): readonly Identity[] {
    const holders = this.#byKey[key].get(fold(value))
    if (!holders) return none
    holders.list ??= [...holders.byId.values()]
    return holders.list
  }
}

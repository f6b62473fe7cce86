import type { Identity } from '#contract/identity.ts'
import type { Key } from './columns.ts'

/** As the tenant compares: without regard to case, composed and decomposed letters alike. */
export const fold = (text: string): string => text.trim().normalize('NFC').toLowerCase()

/** The addresses of somebody, folded; some tenants carry another one among the attributes. */
export function addressesOf({ email, attributes }: Identity): readonly string[] {
  const other = attributes['email']
  const all = [email, typeof other === 'string' ? other : null].flatMap((each) => (each === null ? [] : fold(each)))
  return [...new Set(all.filter((each) => each !== ''))]
}

/** What somebody is found by, folded. */
export function valuesOf(person: Identity, key: Key): readonly string[] {
  if (key === 'email') return addressesOf(person)
  const value = person[key]
  return value === null ? [] : [fold(value)]
}

/** People as far as the tenant was asked about them. Grows while a list is looked through. */
export class KnownPeople {
  readonly #byKey: Readonly<Record<Key, Map<string, Map<string, Identity>>>> = {
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
          const found = this.#byKey[each].get(value) ?? new Map<string, Identity>()
          found.set(person.id, person)
          this.#byKey[each].set(value, found)
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
    return [...(this.#byKey[key].get(fold(value))?.values() ?? [])]
  }
}

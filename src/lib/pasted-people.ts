import type { Identity } from '#contract/identity.ts'
import { fold } from './fold.ts'
import { looksLikeId, plainId } from './identity-id.ts'
import type { KnownPeople } from './intake/known-people.ts'
import type { Naming } from './intake/people-list.ts'

/** One entry of a pasted list: an identity's id, an e-mail address, or else an account name. */
export interface Sought {
  readonly kind: 'id' | 'email' | 'alias'
  /** As it was pasted. */
  readonly text: string
  /** As the tenant is asked for it. */
  readonly value: string
}

/** What became of a pasted list. */
export interface Found {
  /** Everybody who was found, each once, in the order of the list. */
  readonly people: readonly Identity[]
  readonly missing: readonly Sought[]
  /** Entries that more than one person answers to, with how many. */
  readonly several: readonly { readonly sought: Sought; readonly count: number }[]
}

const longestEntry = 254

/**
 * Reads ids, e-mail addresses and account names out of pasted text, each once: parted by blanks, commas or semicolons, in quotes or angle
 * brackets ("Anna Schmidt <anna@corp.example>" counts as the address), as mail programs and spreadsheets give them.
 */
export function readPastedPeople(text: string): Sought[] {
  const found = new Map<string, Sought>()
  for (const line of text.split(/[\r\n;]+/)) {
    // Beside an address in brackets, words are somebody's name and not what is sought.
    const isNamed = /<[^<>\s]+@[^<>\s]+>/.test(line)
    for (const entry of line.split(/[\s,]+/)) {
      const plain = entry.replaceAll(/^["'<(]+|[>)"',.]+$/g, '')
      if (plain === '' || plain.length > longestEntry) continue
      const kind = looksLikeId(plain) ? 'id' : plain.includes('@') ? 'email' : 'alias'
      if (isNamed && kind === 'alias') continue
      const value = kind === 'id' ? plainId(plain) : plain
      const key = `${kind} ${fold(value)}`
      if (!found.has(key)) found.set(key, { kind, text: plain, value })
    }
  }
  return [...found.values()]
}

/** An entry as `lookUp` takes it. */
export const namingOf = ({ kind, value }: Sought): Naming => ({ keys: { [kind]: value } })

/** What became of a list whose entries were all looked up. */
export function foundOf(sought: readonly Sought[], known: KnownPeople): Found {
  const people = new Map<string, Identity>()
  const missing: Sought[] = []
  const several: { sought: Sought; count: number }[] = []
  for (const one of sought) {
    const hits = known.find(one.kind, one.value)
    if (hits.length === 0) missing.push(one)
    if (hits.length > 1) several.push({ sought: one, count: hits.length })
    for (const hit of hits) people.set(hit.id, hit)
  }
  return { people: [...people.values()], missing, several }
}

import type { Filter } from '#contract/filter.ts'
import { eq, formatFilter, isIn, or } from '#contract/filter-builder.ts'
import type { Identity } from '#contract/identity.ts'

/** One entry of a pasted list: an identity's id, an e-mail address, or else an account name. */
export interface Sought {
  readonly kind: 'id' | 'email' | 'alias'
  /** As it was pasted. */
  readonly text: string
}

/** What became of a pasted list. */
export interface Found {
  /** Everybody who was found, each once, in the order of the list. */
  readonly people: readonly Identity[]
  readonly missing: readonly Sought[]
  /** Entries that more than one person answers to, with how many. */
  readonly several: readonly { readonly sought: Sought; readonly count: number }[]
}

/** Ids in one question; e-mail addresses and account names need more room each. */
const idsAtOnce = 100
const textsAtOnce = 40

const idForm = /^(?:[0-9a-f]{32}|[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/i
const longestEntry = 254

/** Letter case and the way accents are written do not matter to the tenant. */
const folded = (text: string): string => text.normalize('NFC').toLowerCase()

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
      const kind = idForm.test(plain) ? 'id' : plain.includes('@') ? 'email' : 'alias'
      if (isNamed && kind === 'alias') continue
      const key = `${kind} ${folded(plain)}`
      if (!found.has(key)) found.set(key, { kind, text: plain })
    }
  }
  return [...found.values()]
}

/** The questions that find everybody on a list, as filters: each short enough for a tenant. */
export function questionsFor(sought: readonly Sought[]): string[] {
  const ids = sought.flatMap(({ kind, text }) => (kind === 'id' ? text.toLowerCase() : []))
  const byId = chunks(ids, idsAtOnce).map((some): Filter => isIn('id', some))
  const texts = sought.flatMap(({ kind, text }): Filter[] => (kind === 'id' ? [] : [eq(kind, text)]))
  const byText = chunks(texts, textsAtOnce).flatMap(([first, ...others]): Filter[] => (first ? [or(first, ...others)] : []))
  return [...byId, ...byText].map(formatFilter)
}

/** Puts what the tenant answered back beside what was asked. */
export function matchPeople(sought: readonly Sought[], answered: readonly Identity[]): Found {
  const byKey = new Map<string, Identity[]>()
  for (const person of answered) {
    for (const [kind, text] of [
      ['id', person.id],
      ['email', person.email],
      ['alias', person.alias],
    ] as const) {
      if (text === null) continue
      const key = `${kind} ${folded(text)}`
      byKey.set(key, [...(byKey.get(key) ?? []), person])
    }
  }
  const people = new Map<string, Identity>()
  const missing: Sought[] = []
  const several: { sought: Sought; count: number }[] = []
  for (const one of sought) {
    const hits = byKey.get(`${one.kind} ${folded(one.text)}`) ?? []
    if (hits.length === 0) missing.push(one)
    if (hits.length > 1) several.push({ sought: one, count: hits.length })
    for (const hit of hits) people.set(hit.id, hit)
  }
  return { people: [...people.values()], missing, several }
}

const chunks = <Value>(values: readonly Value[], size: number): Value[][] =>
  Array.from({ length: Math.ceil(values.length / size) }, (_, index) => values.slice(index * size, (index + 1) * size))

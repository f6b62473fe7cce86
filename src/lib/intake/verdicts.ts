import type { Identity } from '#contract/identity.ts'
import { fold } from '../fold.ts'
import { standingForInvitation } from '../person.ts'
import { addressesOf } from './known-people.ts'
import type { KnownPeople } from './known-people.ts'
import { keys } from './columns.ts'
import type { Key } from './columns.ts'
import { matchOf } from './match.ts'
import type { PersonRow } from './people-list.ts'

/** What is to be done with the people of a list. */
export type Errand = 'invite' | 'process'

/** What becomes of a row. */
export type Verdict =
  /** Will be sent. `sharers` are others with the same address, who may read or get the mail instead. */
  | { readonly kind: 'ready'; readonly person: Identity; readonly sharers: readonly Identity[] }
  /** Names nobody at all. */
  | { readonly kind: 'blank' }
  | { readonly kind: 'not-found' }
  /** Several people fit, and a person has to say which. */
  | { readonly kind: 'several'; readonly people: readonly Identity[] }
  /** Found, but something else in the row is not so of the person. */
  | { readonly kind: 'differs'; readonly person: Identity; readonly key: Key }
  | { readonly kind: 'duplicate'; readonly person: Identity | null; readonly ofLine: number }
  | { readonly kind: 'registered'; readonly person: Identity }
  | { readonly kind: 'inactive'; readonly person: Identity }
  | { readonly kind: 'no-email'; readonly person: Identity }
  /** Another row's person has the same address and comes first: only one mail goes to an address. */
  | { readonly kind: 'shared'; readonly person: Identity; readonly first: Identity; readonly ofLine: number }
  /** Left out by whoever looks at the list. */
  | { readonly kind: 'skipped'; readonly person: Identity }

export type VerdictKind = Verdict['kind']

/** What a person said about single rows, by line. */
export interface Choices {
  /** Whom a row means, for rows of several people or with a contradiction. */
  readonly people: ReadonlyMap<number, string>
  readonly skipped: ReadonlySet<number>
}

export const noChoices: Choices = { people: new Map(), skipped: new Set() }

export interface JudgedRow {
  readonly row: PersonRow
  readonly verdict: Verdict
}

/**
 * What becomes of every row, in the order of the list; a row is told against the rows before it. Once everything was asked of the tenant
 * the answer is final, and the same for the same choices.
 */
export function judge(rows: readonly PersonRow[], known: KnownPeople, errand: Errand, choices: Choices): JudgedRow[] {
  const lineOfText = new Map<string, number>()
  const lineOfPerson = new Map<string, number>()
  const firstAt = new Map<string, { readonly person: Identity; readonly line: number }>()

  const verdictOf = (row: PersonRow): Verdict => {
    const text = textOf(row)
    if (text === null) return { kind: 'blank' }
    const who = personOf(row, known, choices)
    const person = who.kind === 'ready' ? who.person : null
    const ofLine = person === null ? lineOfText.get(text) : lineOfPerson.get(person.id)
    if (ofLine !== undefined) return { kind: 'duplicate', person, ofLine }
    lineOfText.set(text, row.line)
    if (person === null) return who
    lineOfPerson.set(person.id, row.line)
    const obstacle = errand === 'invite' ? obstacleTo(person) : null
    if (obstacle !== null) return { kind: obstacle, person }
    if (choices.skipped.has(row.line)) return { kind: 'skipped', person }
    if (errand === 'process') return { kind: 'ready', person, sharers: [] }
    const addresses = addressesOf(person)
    const first = addresses.map((address) => firstAt.get(address)).find((other) => other !== undefined)
    if (first) return { kind: 'shared', person, first: first.person, ofLine: first.line }
    for (const address of addresses) firstAt.set(address, { person, line: row.line })
    const sharers = addresses.flatMap((address) => known.find('email', address)).filter(({ id }) => id !== person.id)
    return { kind: 'ready', person, sharers }
  }
  return rows.map((row) => ({ row, verdict: verdictOf(row) }))
}

function obstacleTo(person: Identity): 'registered' | 'inactive' | 'no-email' | null {
  const standing = standingForInvitation(person)
  if (standing === 'registered' || standing === 'inactive') return standing
  return addressesOf(person).length === 0 ? 'no-email' : null
}

function personOf(row: PersonRow, known: KnownPeople, choices: Choices): Verdict {
  const { people, contradicted } = matchOf(row, known)
  const chosen = people.find(({ id }) => id === choices.people.get(row.line))
  if (chosen) return { kind: 'ready', person: chosen, sharers: [] }
  const [only, ...others] = people
  if (!only) return { kind: 'not-found' }
  if (others.length > 0) return { kind: 'several', people }
  return contradicted === null
    ? { kind: 'ready', person: only, sharers: [] }
    : { kind: 'differs', person: only, key: contradicted }
}

/** What the row says, as one text to find it again by; null when it says nothing. */
function textOf(row: PersonRow): string | null {
  const said = keys.flatMap((key) => (row.keys[key] === undefined ? [] : [`${key} ${fold(row.keys[key])}`]))
  return said.length === 0 ? null : said.join('\n')
}

/** How many rows there are of each kind. */
export function countKinds(judged: readonly JudgedRow[]): ReadonlyMap<VerdictKind, number> {
  const counts = new Map<VerdictKind, number>()
  for (const { verdict } of judged) counts.set(verdict.kind, (counts.get(verdict.kind) ?? 0) + 1)
  return counts
}

/** Whom to send, in the order of the list. */
export const readyPeople = (judged: readonly JudgedRow[]): Identity[] =>
  judged.flatMap(({ verdict }) => (verdict.kind === 'ready' ? [verdict.person] : []))

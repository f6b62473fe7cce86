import { eq, formatFilter, isIn, or } from '#contract/filter-builder.ts'
import type { Filter } from '#contract/filter.ts'
import { fold } from '../fold.ts'
import { mayBeInvited } from '../person.ts'
import { keys } from './columns.ts'
import type { Key } from './columns.ts'
import { addressesOf } from './known-people.ts'
import type { KnownPeople } from './known-people.ts'
import { matchOf } from './match.ts'
import type { Naming } from './people-list.ts'
import type { Errand } from './verdicts.ts'

/**
 * How long a filter may be once it is written into an address, in characters. The desk's server and the tenant take addresses of 8 kB;
 * the rest is for the path and the other parameters.
 */
const longestFilter = 7_400
/** One question for more people than a page of the answer holds would be two. */
const mostValues = 200

/** One request: everybody who has one of these values. */
export interface Question {
  readonly key: Key
  readonly values: readonly string[]
}

export const filterOf = ({ key, values }: Question): Filter => {
  const [first = '', ...others] = values
  return key === 'id' ? isIn('id', values) : or(eq(key, first), ...others.map((value) => eq(key, value)))
}

/** What people are looked up for; to find them, it is enough to know who they are. */
export type Purpose = Errand | 'find'

/** What has to be asked next: who the rows are, or, once that is known, who shares their addresses. */
export interface Round {
  readonly about: 'people' | 'sharers'
  readonly questions: readonly Question[]
}

/** The next round of questions, in as few requests as there can be; null when all is known. */
export function nextRound(rows: readonly Naming[], known: KnownPeople, purpose: Purpose): Round | null {
  const people = questionsFor(rows.flatMap((row) => valueToAsk(row, known)))
  if (people.length > 0) return { about: 'people', questions: people }
  if (purpose !== 'invite') return null
  const invitable = rows.flatMap((row) => matchOf(row, known).people.filter(mayBeInvited))
  const addresses = invitable.flatMap((person) => addressesOf(person)).filter((address) => !known.wasAsked('email', address))
  const questions = questionsFor(addresses.map((value) => ({ key: 'email', value })))
  return questions.length === 0 ? null : { about: 'sharers', questions }
}

interface Wanted {
  readonly key: Key
  readonly value: string
}

/** The most certain of a row's values that has not been asked for, as long as those before it found nobody. */
function valueToAsk(row: Naming, known: KnownPeople): Wanted[] {
  for (const key of keys) {
    const value = row.keys[key]
    if (value === undefined) continue
    const isFound = known.find(key, value).length > 0
    // An id is one person's; who else has an address is only known once it was asked for.
    if (key === 'id' && isFound) return []
    if (!known.wasAsked(key, value)) return [{ key, value }]
    if (isFound) return []
  }
  return []
}

/** Every value once, as many in one question as fit. */
function questionsFor(wanted: readonly Wanted[]): Question[] {
  return keys.flatMap((key) => {
    const values = new Map(wanted.flatMap((each) => (each.key === key ? [[fold(each.value), each.value] as const] : [])))
    return chunked(key, [...values.values()])
  })
}

/** As many values in one question as its address can hold. */
function chunked(key: Key, values: readonly string[]): Question[] {
  const questions: Question[] = []
  let chunk: string[] = []
  let length = 0
  for (const value of values) {
    const cost = costOf(key, value)
    if (chunk.length > 0 && (length + cost > longestFilter || chunk.length === mostValues)) {
      questions.push({ key, values: chunk })
      chunk = []
      length = 0
    }
    chunk.push(value)
    length += cost
  }
  if (chunk.length > 0) questions.push({ key, values: chunk })
  return questions
}

/** What one more value adds to an address, with what stands between it and the one before. Measured: a letter takes up to twelve characters. */
function costOf(key: Key, value: string): number {
  const text = formatFilter(eq(key, value))
  // Of a list of ids only the id and a comma are repeated, not `id eq `.
  return encodeURIComponent(key === 'id' ? text.slice('id eq '.length) : `${text} or `).length + 3
}

/** Whose name could be taken for somebody else's. Pure. */

interface Named {
  readonly id: string
  readonly name: string | null
}

/** Letter case, accents and double blanks do not tell people apart on the telephone. */
const plain = (name: string): string =>
  name
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .split(/[\s,]+/)
    .filter((word) => word !== '')
    .join(' ')

/** How many letters of each name have to agree before the tenant is asked. */
const sameLetters = 2
/** Names that differ by more letters than this do not look alike. */
const mostDifferent = 2
const mostShown = 5

const startOf = (word: string | undefined): string =>
  Array.from(word ?? '')
    .slice(0, sameLetters)
    .join('')

/** The beginnings of the first and the last word of a name, as written; null for a name of one word. */
export function nameStarts(name: string | null): { readonly first: string; readonly last: string } | null {
  const words = (name ?? '').split(/[\s,]+/).filter((word) => word !== '')
  return words.length < 2 ? null : { first: startOf(words[0]), last: startOf(words.at(-1)) }
}

/** Those whose name reads nearly the same, namesakes first; the person themself left out. At most five. */
export function looksLike<Person extends Named>(person: Named, others: readonly Person[]): Person[] {
  const own = plain(person.name ?? '')
  if (own === '') return []
  return others
    .flatMap((other) => {
      if (other.id === person.id || other.name === null) return []
      const distance = editDistance(own, plain(other.name))
      return distance <= mostDifferent ? { other, distance } : []
    })
    .toSorted((a, b) => a.distance - b.distance || (a.other.name ?? '').localeCompare(b.other.name ?? ''))
    .slice(0, mostShown)
    .map(({ other }) => other)
}

/** How many letters have to be put in, taken out or changed to make one text the other. */
function editDistance(a: string, b: string): number {
  const [from, to] = [Array.from(a), Array.from(b)]
  let row = Array.from({ length: to.length + 1 }, (_, index) => index)
  for (const [index, letter] of from.entries()) {
    const next = [index + 1]
    for (const [place, other] of to.entries()) {
      const kept = (row[place] ?? 0) + Number(letter !== other)
      next.push(Math.min(kept, (row[place + 1] ?? 0) + 1, (next[place] ?? 0) + 1))
    }
    row = next
  }
  return row.at(-1) ?? 0
}

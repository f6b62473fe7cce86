import type { components } from '#contract/generated/desk.ts'
import type { SeenPerson } from '../seen.ts'
import type { KeptIntake } from './kept-intake.ts'
import type { PeopleList, SourceRow } from './people-list.ts'

type ActionEntry = components['schemas']['ActionEntry']
/** What is known of one chunk. */
export type Chunk = Pick<ActionEntry, 'runId' | 'position' | 'state' | 'seen' | 'task'>

/** How a chunk stands, as far as its people are concerned. */
export type Standing = 'open' | 'accepted' | 'refused' | 'cancelled' | 'unknown'

export function standingOfChunk({ state, task }: Pick<Chunk, 'state' | 'task'>): Standing {
  // A task may end in an error with half of its work done: sending all of it again would mail people twice.
  if (state === 'done') return task?.state === 'error' ? 'unknown' : 'accepted'
  if (state === 'refused' || state === 'conflict') return 'refused'
  if (state === 'cancelled') return 'cancelled'
  return state === 'needs-you' || state === 'dismissed' ? 'unknown' : 'open'
}

/** How many people a chunk is about. */
export const peopleOfChunk = ({ seen }: Pick<Chunk, 'seen'>): number => seen.count ?? seen.people.length

/** Whether a later chunk is about the same people: then this one has been sent again. */
export function wasSentAgain(chunk: Chunk, chunks: readonly Chunk[]): boolean {
  const [first] = chunk.seen.people
  const later = chunks.slice(chunks.indexOf(chunk) + 1)
  return first !== undefined && later.some(({ seen }) => seen.people.some(({ id }) => id === first.id))
}

/** The chunk itself, or the last one before it about some of its people, of which nobody can say how much was carried out. */
function doubtOf(chunk: Chunk, chunks: readonly Chunk[]): Chunk | null {
  const ids = new Set(chunk.seen.people.map(({ id }) => id))
  const before = chunks.slice(0, chunks.indexOf(chunk)).filter(({ seen }) => seen.people.some(({ id }) => ids.has(id)))
  return [...before, chunk].findLast((each) => standingOfChunk(each) === 'unknown') ?? null
}

/** Whether its people are named, and in no later chunk. */
const isLast = (chunk: Chunk, chunks: readonly Chunk[]): boolean => chunk.seen.people.length > 0 && !wasSentAgain(chunk, chunks)

const wasNotTaken = (chunk: Chunk): boolean => ['refused', 'cancelled'].includes(standingOfChunk(chunk))
const hasFailedLater = (chunk: Chunk): boolean => chunk.state === 'done' && standingOfChunk(chunk) === 'unknown'

/** The chunks whose people can be sent again: they were provably not carried out, and nobody has yet. */
export const chunksToRetry = (chunks: readonly Chunk[]): Chunk[] =>
  chunks.filter((chunk) => wasNotTaken(chunk) && isLast(chunk, chunks) && doubtOf(chunk, chunks) === null)

/** A chunk whose people can go again once somebody has looked, and the one, maybe itself, of which some may have been carried out. */
export interface Doubtful {
  readonly chunk: Chunk
  readonly doubt: Chunk
}

/**
 * The chunks whose task failed after SailPoint had accepted them, or had done so before they were tried again in vain: some of their people
 * may have been reached. What waits for somebody to settle it (`needs-you`) is not among them.
 */
export const chunksInDoubt = (chunks: readonly Chunk[]): Doubtful[] =>
  chunks.flatMap((chunk) => {
    const doubt = (hasFailedLater(chunk) || wasNotTaken(chunk)) && isLast(chunk, chunks) ? doubtOf(chunk, chunks) : null
    return doubt === null ? [] : { chunk, doubt }
  })

/** How many people there are, each in their last chunk; of how many nobody can say whether they were reached; the rest is under way. */
export function countPeople(chunks: readonly Chunk[]) {
  const counts = { total: 0, accepted: 0, failed: 0, inDoubt: 0 }
  for (const chunk of chunks) {
    if (wasSentAgain(chunk, chunks)) continue
    const count = peopleOfChunk(chunk)
    counts.total += count
    if (standingOfChunk(chunk) === 'accepted') counts.accepted += count
    else if (standingOfChunk(chunk) === 'unknown') counts.inDoubt += count
    else if (wasNotTaken(chunk)) counts[doubtOf(chunk, chunks) === null ? 'failed' : 'inDoubt'] += count
  }
  return counts
}

export interface Unsent {
  readonly list: Pick<PeopleList, 'header' | 'roles'>
  readonly rows: readonly { readonly row: SourceRow; readonly reason: string }[]
}

/** Columns for people who are known from a run alone. */
const ownColumns = { header: null, roles: ['id', 'name', 'alias', 'email'] } as const

/**
 * Everybody who was not sent, as rows of the list they came from; without that list (another tab, another day) as rows of the run's own.
 * A person whose chunk is still on its way is not among them.
 */
export function unsentRows(
  kept: KeptIntake | null,
  chunks: readonly Chunk[],
  reasonOf: (standing: 'refused' | 'cancelled' | 'unknown') => string,
): Unsent {
  const failed = chunks.flatMap((chunk) => {
    const standing = standingOfChunk(chunk)
    if (standing === 'open' || standing === 'accepted' || wasSentAgain(chunk, chunks)) return []
    return chunk.seen.people.map((person) => ({
      person,
      reason: reasonOf(doubtOf(chunk, chunks) === null ? standing : 'unknown'),
    }))
  })
  const sent = kept?.sent
  if (!kept || !sent || !chunks.some(({ runId }) => runId === sent.runId)) {
    return { list: ownColumns, rows: failed.map(({ person, reason }, index) => ({ row: rowOf(person, index), reason })) }
  }
  const reasons = new Map(sent.left)
  for (const { person, reason } of failed) {
    const line = sent.sent.get(person.id)
    if (line !== undefined) reasons.set(line, reason)
  }
  const rows = kept.list.rows.flatMap((row) => {
    const reason = reasons.get(row.line)
    return reason === undefined ? [] : { row, reason }
  })
  return { list: kept.list, rows }
}

const rowOf = ({ id, name, alias, email }: SeenPerson, index: number): SourceRow => ({
  line: index + 2,
  cells: [id, name ?? '', alias ?? '', email ?? ''],
})

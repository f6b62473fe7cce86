import type { Identity } from '#contract/identity.ts'
import type { KnownPeople } from './known-people.ts'
import { nextRound } from './look-up.ts'
import type { Purpose, Question, Round } from './look-up.ts'
import type { Naming } from './people-list.ts'

export interface Progress {
  readonly about: Round['about']
  /** How many of the values of this round have been answered, and of how many. */
  readonly done: number
  readonly of: number
  /** Requests made so far, in all rounds. */
  readonly requests: number
}

/** One page of the answer to a question, from this offset on. `isLast` once it held fewer than a page can. */
export type AskPage = (
  question: Question,
  offset: number,
  signal: AbortSignal,
) => Promise<{ readonly people: readonly Identity[]; readonly isLast: boolean; readonly received: number }>

interface Options {
  readonly rows: readonly Naming[]
  readonly purpose: Purpose
  /** Filled as answers come, also when this ends early: starting again goes on where it stopped. */
  readonly known: KnownPeople
  readonly ask: AskPage
  readonly onProgress: (progress: Progress) => void
  readonly signal: AbortSignal
  /** Requests made before, by an attempt that ended early. */
  readonly requestsBefore?: number
}

/** How many requests are under way side by side. The server paces them; more would only wait there. */
const atOnce = 4

/**
 * Asks the tenant about everybody on a list, until there is nothing left to know. Gives the number of requests it took.
 * Ends with the first failure, or with the signal's reason when it is stopped; what was answered until then is kept in `known`.
 */
export async function lookUp(options: Options): Promise<number> {
  const { rows, purpose, known, signal, onProgress } = options
  let requests = options.requestsBefore ?? 0
  for (let round = nextRound(rows, known, purpose); round !== null; round = nextRound(rows, known, purpose)) {
    const { about, questions } = round
    const of = questions.reduce((sum, { values }) => sum + values.length, 0)
    let done = 0
    const left = [...questions]
    const tell = () => onProgress({ about, done, of, requests })
    tell()
    const work = async () => {
      for (let question = left.shift(); question; question = left.shift()) {
        const people: Identity[] = []
        for (let offset = 0, isLast = false; !isLast;) {
          signal.throwIfAborted()
          // oxlint-disable-next-line no-await-in-loop -- one after the other is the pace
          const page = await options.ask(question, offset, signal)
          requests += 1
          people.push(...page.people)
          offset += page.received
          isLast = page.isLast || page.received === 0
        }
        known.add(question.key, question.values, people)
        done += question.values.length
        tell()
      }
    }
    // oxlint-disable-next-line no-await-in-loop -- what is asked next depends on what was answered
    await Promise.all(
      Array.from({ length: atOnce }, async () => {
        try {
          await work()
        } finally {
          // Once one has failed the others ask no more.
          left.length = 0
        }
      }),
    )
  }
  return requests
}

import { asApiError } from '#src/api/errors.ts'
import type { ApiError } from '#src/api/errors.ts'
import type { DecisionEntry } from '#src/api/runs.ts'
import type { Decision } from '#src/components/decision-draft.ts'
import type { Reviewed } from '#src/components/use-decide.ts'

/** What a run has, as far as it tells which decision it is. */
export type InRun = Pick<DecisionEntry, 'workItemId' | 'approvalItemId' | 'operation' | 'body' | 'state'>

interface Ways {
  /** Hands over under these ids in their order; stops at the first that fails. */
  readonly handOver: (decisions: readonly Decision[], runIds: readonly string[]) => Promise<Reviewed>
  /** The entries of a run of this person, as they are now. */
  readonly read: (runId: string) => Promise<readonly InRun[]>
}

interface HandedOver {
  /** The runs that have it, those from before too. */
  readonly runIds: readonly string[]
  /** The ids that stand for a run now, whether or not it has any of this. */
  readonly spent: readonly string[]
  /** Work items of which every decision is in a run. */
  readonly workItemIds: ReadonlySet<string>
  /** Work items with a decision that a run had already. */
  readonly known: ReadonlySet<string>
  /** Why the rest was not taken. */
  readonly error: ApiError | null
  /** How many decisions that is. */
  readonly left: number
}

/**
 * Hands over all of these decisions. Where an id stands for a run already, such as one whose answer never arrived, that run may hold
 * something else: it is read, the very decisions it has are not made twice, and the others go under the next id.
 */
export async function handOverAll(decisions: readonly Decision[], runIds: readonly string[], ways: Ways): Promise<HandedOver> {
  const holding: string[] = []
  const spent: string[] = []
  const known = new Set<string>()
  let rest = decisions
  let error: ApiError | null = null
  while (rest.length > 0) {
    const ids = runIds.filter((id) => !spent.includes(id))
    // Each answer decides what the next one is asked.
    // oxlint-disable-next-line no-await-in-loop
    const taken = await ways.handOver(rest, ids)
    holding.push(...taken.runIds)
    spent.push(...taken.runIds)
    rest = rest.slice(taken.count)
    error = taken.error
    const reused = ids[taken.runIds.length]
    if (error?.code !== 'id_reused' || reused === undefined) break
    try {
      // oxlint-disable-next-line no-await-in-loop
      const entries = await ways.read(reused)
      const had = new Set(entries.filter(({ state }) => state !== 'cancelled').map(keyOf))
      const others = rest.filter((decision) => !had.has(keyOfDecision(decision)))
      if (others.length < rest.length) holding.push(reused)
      for (const decision of rest) if (had.has(keyOfDecision(decision))) known.add(decision.item.id)
      spent.push(reused)
      rest = others
      error = null
    } catch (thrown) {
      error = asApiError(thrown)
      break
    }
  }
  const unfinished = new Set(rest.map(({ item }) => item.id))
  const workItemIds = new Set(decisions.map(({ item }) => item.id).filter((id) => !unfinished.has(id)))
  return { runIds: holding, spent, workItemIds, known, error, left: rest.length }
}

const keyOf = ({ workItemId, approvalItemId, operation, body }: Omit<InRun, 'state'>): string =>
  JSON.stringify([workItemId, approvalItemId, operation, body ?? null])

const keyOfDecision = ({ item, approvalItemId, operation, body }: Decision): string =>
  keyOf({ workItemId: item.id, approvalItemId: approvalItemId ?? null, operation, body })

/**
 * Tells two kinds of 429 apart, pure: the tenant's limit of requests for the whole client, and its pause between two synchronisations of one
 * person (once in 10 s). Both look alike. The client's own window keeps the first from happening, so a refused synchronisation is taken for
 * the second; when the next one, of somebody else, is refused too with no success between, it was the first after all.
 */
import type { OperationId } from '#contract/operations.ts'

/** How long a refusal counts as the one before (ms): as long as the pause of one person. */
const MEMORY_MS = 10_000

const hasOwnPace = (operation: OperationId): boolean => operation === 'synchronizeAttributesForIdentity'

export class OwnPace {
  #last: { readonly identityId: string; readonly at: number } | undefined

  /** Whether an answer of 429 holds everybody back; to be told every answer's status, in ms by the clock that only grows. */
  holdsEverybody(operation: OperationId, path: Readonly<Record<string, string>>, status: number, now: number): boolean {
    if (!hasOwnPace(operation)) return true
    const identityId = path['identityId'] ?? ''
    if (status !== 429) {
      this.#last = undefined
      return true
    }
    const before = this.#last
    this.#last = { identityId, at: now }
    return before !== undefined && before.identityId !== identityId && now - before.at < MEMORY_MS
  }
}

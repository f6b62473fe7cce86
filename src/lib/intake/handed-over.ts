import { operations } from './chunk-run.ts'
import type { RunDraft } from './chunk-run.ts'
import type { Errand } from './verdicts.ts'

/** Somebody who is to be sent, or everybody who has not been invited. */
export type Subject = readonly { readonly id: string }[] | 'everyone'

/** Whether one of these drafts, which the server may have or get yet, is to do the same with somebody of these. */
export function isHandedOver(drafts: readonly RunDraft[], errand: Errand, subject: Subject): boolean {
  const ids = subject === 'everyone' ? null : new Set(subject.map(({ id }) => id))
  return drafts.some(({ entries }) =>
    entries.some(({ operation, seen }) => {
      if (operation !== operations[errand] || !('people' in seen)) return false
      // Without people it is about everybody who has not been invited.
      return ids === null || seen.people.length === 0 || seen.people.some(({ id }) => ids.has(id))
    }),
  )
}

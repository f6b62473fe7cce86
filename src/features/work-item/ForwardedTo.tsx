import { useQuery } from '@tanstack/react-query'
import { filledTextOf, isRecord } from '#contract/json.ts'
import { identityQueries } from '#src/api/identities.ts'
import type { DecisionEntry } from '#src/api/runs.ts'
import { useMessages } from '#src/lib/messages/context.tsx'
import { visibleText } from '#src/lib/visible-text.ts'
import { useForwardTexts } from '#src/components/forward-words.ts'

/** Whom a work item was forwarded to, by name where it may be read. */
export function useForwardTarget(entry: DecisionEntry): string {
  const { person } = useMessages()
  const id = isRecord(entry.body) ? filledTextOf(entry.body['targetOwnerId']) : null
  const { data: identity } = useQuery({ ...identityQueries.card(id ?? ''), enabled: id !== null })
  return visibleText(identity?.name ?? person.byId(id ?? '?'))
}

/** To whom, and with which words. */
export function ForwardedTo({ entry }: { readonly entry: DecisionEntry }) {
  const forward = useForwardTexts()
  const name = useForwardTarget(entry)
  const comment = isRecord(entry.body) ? filledTextOf(entry.body['comment']) : null
  return (
    <p>
      {forward.toWhom(name)}
      {comment !== null && ` “${visibleText(comment)}”`}
    </p>
  )
}

import { useQuery } from '@tanstack/react-query'
import type { WorkItem } from '#contract/work-item.ts'
import { outcomeQueries } from '#src/api/desk-keeps.ts'
import { workItemQueries } from '#src/api/work-items.ts'
import { stateWord } from '#src/components/StateLabel.tsx'
import { useMessages } from '#src/lib/messages/context.tsx'
import { visibleText } from '#src/lib/visible-text.ts'

/** What became of a work item that left the list: its state and when, and by whom where our own ledger knows. Asked only while in sight. */
export function GoneNote({ item, now }: { readonly item: WorkItem; readonly now: number }) {
  const messages = useMessages()
  const { gone, age, acts } = messages
  const { data: current } = useQuery({
    ...workItemQueries.detail(item.id),
    enabled: item.isOpen,
    retry: false,
    staleTime: 60_000,
    refetchOnWindowFocus: false,
  })
  const { data: outcome } = useQuery({ ...outcomeQueries.of(item.id), retry: false })
  const known = item.isOpen ? current : item
  const when = known && !known.isOpen ? (known.completed ?? known.modified) : (outcome?.at ?? null)
  const what =
    known && !known.isOpen
      ? stateWord(messages, known.state, 'states')
      : outcome
        ? outcome.operation === 'forwardWorkItem' && known?.owner?.name
          ? gone.forwarded(visibleText(known.owner.name))
          : acts[outcome.operation]
        : known?.owner?.name && known.owner.id !== item.owner?.id
          ? gone.forwarded(visibleText(known.owner.name))
          : gone.plain
  const text = gone.state(what, when === null ? null : age.moment(when, now))
  return (
    <span>
      {text}
      {outcome ? ` · ${gone.by(visibleText(outcome.by))}` : outcome === null && known && !known.isOpen ? ` · ${gone.maybe}` : ''}
    </span>
  )
}

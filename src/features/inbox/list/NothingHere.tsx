import { useMessages } from '#src/lib/messages/context.tsx'
import { Button } from '#src/ui/Button.tsx'
import { EmptyState } from '#src/ui/EmptyState.tsx'
import { ListSkeleton } from './ListSkeleton.tsx'
import { theme } from '#src/ui/theme.ts'

interface Props {
  readonly query: string
  readonly isNarrowed: boolean
  readonly words: { readonly emptyTitle: string; readonly emptyText: string }
  readonly isComplete: boolean
  readonly onClear: () => void
}

/** Why the list is empty: nothing matches, nothing there, or nothing yet. */
export function NothingHere({ query, isNarrowed, words, isComplete, onClear }: Props) {
  const { list, facets } = useMessages()
  if (!isNarrowed) {
    if (!isComplete) return <ListSkeleton />
    return <EmptyState icon="check" title={words.emptyTitle} text={words.emptyText} />
  }
  return (
    <EmptyState
      icon="search"
      title={list.noMatchTitle}
      text={query === '' ? facets.noMatch(isComplete) : list.noMatchText(query, isComplete)}
    >
      <Button variant="outlined" onClick={onClear} sx={{ marginTop: theme.spacing(3) }}>
        {list.clearFilter}
      </Button>
    </EmptyState>
  )
}

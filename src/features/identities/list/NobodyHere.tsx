import type { IdentityListParams } from '#src/lib/identity-params.ts'
import { Button } from '#src/ui/Button.tsx'
import { EmptyState } from '#src/ui/EmptyState.tsx'
import { theme } from '#src/ui/theme.ts'
import { useIdentitiesTexts } from '../texts.ts'

interface Props {
  readonly params: IdentityListParams
  readonly total: number | null
  readonly isNarrowed: boolean
  readonly onClear: () => void
  readonly onFirst: () => void
  readonly onInclude: () => void
}

/** Why there is nobody on this page, and what to do about it. */
export function NobodyHere({ params, total, isNarrowed, onClear, onFirst, onInclude }: Props) {
  const { empty: words, pages } = useIdentitiesTexts()
  if (params.page > 1)
    return (
      <EmptyState icon="search" title={pages.beyond} {...(total !== null && { text: pages.beyondText(total) })}>
        <Button variant="outlined" onClick={onFirst} sx={{ marginTop: theme.spacing(3) }}>
          {pages.toFirst}
        </Button>
      </EmptyState>
    )
  if (!isNarrowed || params.list !== null) return <EmptyState icon="people" title={words.title} text={words.text} />
  const isPartial = params.crowd === 'correlated'
  const why = params.query === '' ? words.noMatchChips : words.noMatchQuery(params.query)
  return (
    <EmptyState icon="search" title={words.noMatch} text={isPartial ? `${why} ${words.hint}` : why}>
      {isPartial && (
        <Button variant="outlined" onClick={onInclude} sx={{ marginTop: theme.spacing(3) }}>
          {words.include}
        </Button>
      )}
      <Button variant="text" onClick={onClear} sx={{ marginTop: theme.spacing(1) }}>
        {words.clear}
      </Button>
    </EmptyState>
  )
}

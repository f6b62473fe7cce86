import { useMessages } from '#src/lib/messages/context.tsx'
import { countFacets, noFacets } from '#src/lib/search-params.ts'
import type { Facets, ListParams } from '#src/lib/search-params.ts'
import { Button } from '#src/ui/Button.tsx'
import { theme } from '#src/ui/theme.ts'

interface Props {
  readonly facets: Facets
  readonly onChange: (part: Partial<ListParams>) => void
}

/** Takes all filters away, where there are any. */
export function ClearFilters({ facets, onChange }: Props) {
  const { facets: words } = useMessages()
  if (countFacets(facets) === 0) return null
  return (
    <Button
      variant="text"
      aria-label={words.clearAll}
      onClick={() => onChange({ facets: noFacets })}
      sx={{
        minHeight: 26,
        minWidth: 0,
        paddingInline: theme.spacing(1.5),
        fontSize: '0.75rem',
        color: theme.vars.palette.text.secondary,
      }}
    >
      {words.clear}
    </Button>
  )
}

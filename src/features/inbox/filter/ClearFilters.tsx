import { useMessages } from '#src/lib/messages/context.tsx'
import { countFacets, noFacets } from '#src/lib/search-params.ts'
import type { Facets, ListParams } from '#src/lib/search-params.ts'
import { ClearButton } from '#src/ui/ClearButton.tsx'

interface Props {
  readonly facets: Facets
  readonly onChange: (part: Partial<ListParams>) => void
}

/** Takes all filters away, where there are any. */
export function ClearFilters({ facets, onChange }: Props) {
  const { facets: words } = useMessages()
  if (countFacets(facets) === 0) return null
  return <ClearButton label={words.clearAll} text={words.clear} onClick={() => onChange({ facets: noFacets })} />
}

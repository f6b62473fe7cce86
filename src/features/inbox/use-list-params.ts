import { startTransition, useMemo } from 'react'
import { useSearchParams } from 'react-router'
import { parseListParams, writeListParams } from '#src/lib/search-params.ts'
import type { ListParams } from '#src/lib/search-params.ts'
import { useSteady } from '#src/ui/use-steady.ts'

/**
 * What the address says of the list, and the way to change it. Typing replaces the address; a choice can be taken back with "back". Another
 * list is drawn in the background: what was pressed shows at once.
 */
export function useListParams() {
  const [search, setSearch] = useSearchParams()
  const { query } = parseListParams(search)
  const others = new URLSearchParams(search)
  others.delete('q')
  const text = others.toString()
  // Typing changes the text alone: everything else stays the same object, and so does what was worked out from it.
  const plain = useMemo(() => parseListParams(new URLSearchParams(text)), [text])
  const params = useMemo(() => ({ ...plain, query }), [plain, query])
  const change = useSteady((part: Partial<ListParams>) => {
    const isTyping = Object.keys(part).every((name) => name === 'query')
    startTransition(() =>
      setSearch((now) => new URLSearchParams(writeListParams({ ...parseListParams(now), ...part })), { replace: isTyping }),
    )
  })
  return { params, search: writeListParams(params), change }
}

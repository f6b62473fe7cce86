import { useCallback, useMemo } from 'react'
import { useSearchParams } from 'react-router'
import { parseListParams, writeListParams } from '#src/lib/search-params.ts'
import type { ListParams } from '#src/lib/search-params.ts'

/** What the address says of the list, and the way to change it. Typing replaces the address; a choice can be taken back with "back". */
export function useListParams() {
  const [search, setSearch] = useSearchParams()
  const text = search.toString()
  const params = useMemo(() => parseListParams(new URLSearchParams(text)), [text])
  const change = useCallback(
    (part: Partial<ListParams>) => {
      const isTyping = Object.keys(part).every((name) => name === 'query')
      setSearch((now) => new URLSearchParams(writeListParams({ ...parseListParams(now), ...part })), { replace: isTyping })
    },
    [setSearch],
  )
  return { params, search: writeListParams(params), change }
}

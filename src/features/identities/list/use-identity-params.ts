import { useCallback, useMemo } from 'react'
import { useSearchParams } from 'react-router'
import { parseIdentityParams, writeIdentityParams } from '#src/lib/identity-params.ts'
import type { IdentityListParams } from '#src/lib/identity-params.ts'

export type ChangeList = (part: Partial<IdentityListParams>) => void

/**
 * What the address says of the list, and the way to change it. Typing replaces the address, a choice can be taken back with "back"; both
 * begin at the first page.
 */
export function useIdentityParams() {
  const [search, setSearch] = useSearchParams()
  const text = search.toString()
  const params = useMemo(() => parseIdentityParams(new URLSearchParams(text)), [text])
  const change: ChangeList = useCallback(
    (part) => {
      const isTyping = Object.keys(part).every((name) => name === 'query')
      setSearch((now) => new URLSearchParams(writeIdentityParams({ ...parseIdentityParams(now), page: 1, ...part })), {
        replace: isTyping,
      })
    },
    [setSearch],
  )
  return { params, search: writeIdentityParams(params), change }
}

import { useCallback } from 'react'
import type { MouseEvent } from 'react'
import { useNavigate } from 'react-router'
import { noFacets, writeListParams } from '#src/lib/search-params.ts'
import type { ListParams } from '#src/lib/search-params.ts'
import { useLater } from '#src/ui/use-later.ts'
import { useSteady } from '#src/ui/use-steady.ts'
import { useTypedQuery } from '#src/ui/use-typed-query.ts'

/** ms */
const addressFollows = 200

/**
 * What is typed into the search box. The list follows at once, the address when the typing pauses: each new address is drawn into every row's
 * link. `onPress` belongs on whatever holds the rows.
 */
export function useTyping(params: ListParams, change: (part: Partial<ListParams>) => void) {
  const navigate = useNavigate()
  const address = useLater((text: string) => change({ query: text }), addressFollows)
  const { typed, type } = useTypedQuery(params.query, address.later)
  /** A row pressed while the address still lags behind the typing leads on with what was typed, and nothing leads back afterwards. */
  const onPress = (event: MouseEvent) => {
    const link = event.target instanceof Element ? event.target.closest<HTMLAnchorElement>('a[href]') : null
    const isPlain = event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey && !event.altKey
    if (!link || !isPlain || event.isDefaultPrevented()) return
    event.preventDefault()
    const { pathname, search, href } = link
    const isBehind = typed.trim() !== params.query
    if (isBehind) address.cancel()
    const follow = () => {
      // First the place that "back" leads to.
      if (isBehind) change({ query: typed })
      const to = isBehind ? writeListParams({ ...params, query: typed }) : search
      void navigate(`${pathname}${to}`, { replace: !isBehind && href === location.href })
    }
    // A pressed row lights up before what it opens is drawn: what is asked for within a frame is drawn after it. A key is followed at once: the
    // next one may already be about what it opened.
    if (event.detail > 0) requestAnimationFrame(follow)
    else follow()
  }
  const steadyType = useSteady(type)
  const clear = useCallback(() => {
    steadyType('')
    change({ query: '', facets: noFacets })
  }, [steadyType, change])
  return { typed, type: steadyType, onPress, clear }
}

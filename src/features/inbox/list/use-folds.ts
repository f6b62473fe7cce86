import { useCallback, useState } from 'react'
import type { Grouping } from '#src/lib/search-params.ts'

/** Which groups are folded; none when the grouping is another one. */
export function useFolds(grouping: Grouping | null) {
  const [state, setState] = useState<{ readonly grouping: Grouping | null; readonly folded: ReadonlySet<string> }>({
    grouping,
    folded: new Set(),
  })
  if (state.grouping !== grouping) setState({ grouping, folded: new Set() })
  const toggle = useCallback(
    (key: string) =>
      setState((before) => {
        const folded = new Set(before.folded)
        if (!folded.delete(key)) folded.add(key)
        return { ...before, folded }
      }),
    [],
  )
  return { folded: state.folded, toggle }
}

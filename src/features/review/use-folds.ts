import { useState } from 'react'

/** Which groups are folded; all of a large selection at first. */
export function useFolds(keys: readonly string[], isLarge: boolean) {
  const [folded, setFolded] = useState<ReadonlySet<string>>(() => new Set(isLarge && keys.length > 1 ? keys : []))
  const toggle = (key: string) =>
    setFolded((before) => {
      const after = new Set(before)
      if (!after.delete(key)) after.add(key)
      return after
    })
  const unfold = (open: readonly string[]) => setFolded((before) => new Set([...before].filter((key) => !open.includes(key))))
  return { folded, toggle, unfold }
}

import { createElement, lazy, useState } from 'react'
import type { ComponentType } from 'react'

/**
 * A page as a piece of code of its own. `load` fetches it; `Page` draws it, and waits for the code only where it has not been fetched yet: React
 * would let a page that waits be seen 300 ms later than it could be. `isHere` tells whether it has been.
 */
export function pageOf<Props extends object>(fetchCode: () => Promise<ComponentType<Props>>) {
  let known: ComponentType<Props> | null = null
  const load = async () => {
    known ??= await fetchCode()
    return known
  }
  const Waiting = lazy(async () => ({ default: await load() }))
  function Page(props: Props) {
    const [Drawn] = useState<ComponentType<Props>>(() => known ?? Waiting)
    return createElement(Drawn, props)
  }
  return { load, Page, isHere: () => known !== null }
}

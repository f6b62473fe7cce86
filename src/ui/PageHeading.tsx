import { useEffect, useLayoutEffect, useRef } from 'react'
import { Heading } from './Heading.ts'
import { useTitleFrame } from './title-frame.ts'

interface Props {
  readonly children: string
  /** The document's title while this heading is on screen. */
  readonly documentTitle: string
  /** Another value is another page: the heading takes the focus, so that the change is heard. */
  readonly place: string
  /** Larger, where there is little else on the page. */
  readonly isLarge?: boolean
}

let isFirstPage = true

/** The page's h1. After a change of place it takes the focus, unless something on the new page already has asked for it. */
export function PageHeading({ children, documentTitle, place, isLarge = false }: Props) {
  const heading = useRef<HTMLHeadingElement>(null)
  const titled = useTitleFrame()(documentTitle)
  useEffect(() => {
    document.title = titled
  }, [titled])
  const announced = useRef<string | null>(null)
  // Before anything is painted: whoever goes on at once, with a key or in the search box, must not lose the focus again.
  useLayoutEffect(() => {
    if (announced.current === place) return
    announced.current = place
    // On the first load the browser itself announces the page.
    if (!isFirstPage) heading.current?.focus({ preventScroll: true })
    isFirstPage = false
  }, [place])
  return (
    <Heading tabIndex={-1} ref={heading} {...(isLarge && { sx: { fontSize: '1.75rem', letterSpacing: '-0.02em' } })}>
      {children}
    </Heading>
  )
}

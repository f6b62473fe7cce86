import { styled } from '#src/ui/styled.ts'
import { useQueryClient } from '@tanstack/react-query'
import { Activity, useEffect, useRef, useState } from 'react'
import type { ReactNode } from 'react'
import { knownFromLists } from '#src/api/work-items.ts'
import { PickHint } from '#src/features/inbox/PickHint.tsx'
import type { DetailProps } from '#src/features/inbox/DetailPane.tsx'
import { WorkItemPage } from './pages.ts'
import { noDrawings, turnTo } from './drawings.ts'

/** What is ahead stands behind what is in sight, painted: the browser paints nothing that is hidden, and would have that to do when it is shown. */
const Frame = styled('div')(({ theme }) => ({
  display: 'flex',
  flexDirection: 'column',
  minHeight: '100%',
  position: 'relative',
  zIndex: 1,
  backgroundColor: theme.vars.palette.background.default,
  '& > *': { flex: 1 },
  '&[data-ahead]': { position: 'absolute', inset: 0, overflow: 'clip', zIndex: 0 },
}))

/**
 * The opened work item; and out of sight, drawn while there is nothing else to do, the one that will be opened next, so that opening it only
 * has to show it. What is out of sight runs no effect: it reads nothing, takes no focus, and does not count as seen.
 */
export function WorkItemBeside({ openedId, nextId }: DetailProps) {
  const client = useQueryClient()
  const [drawn, setDrawn] = useState(noDrawings)
  const known = (id: string) => ({ id, version: knownFromLists(client, id)?.item })
  const next = nextId === null ? null : known(nextId)
  const wanted = turnTo(drawn, openedId === undefined ? null : known(openedId), next?.version === undefined ? null : next)
  if (wanted !== drawn) setDrawn(wanted)
  return (
    <>
      {openedId === undefined && (
        <Frame>
          <PickHint />
        </Frame>
      )}
      {[wanted.opened, wanted.next].map(
        (drawing) =>
          drawing && (
            <Leaf key={drawing.key} isAhead={drawing !== wanted.opened}>
              <WorkItemPage id={drawing.id} />
            </Leaf>
          ),
      )}
    </>
  )
}

/**
 * One work item, in sight or ahead of it. React hides what is ahead by taking its display away, and the browser would lay it out only when it
 * is shown, which takes as long as drawing it; so the frame keeps it out of sight instead. Not everything that reads a page knows `inert`.
 */
function Leaf({ isAhead, children }: { readonly isAhead: boolean; readonly children: ReactNode }) {
  const frame = useRef<HTMLDivElement>(null)
  useEffect(() => {
    const element = frame.current
    if (!isAhead || !element) return undefined
    const show = () => {
      for (const child of element.children) if (child instanceof HTMLElement) child.style.removeProperty('display')
    }
    show()
    const observer = new MutationObserver(show)
    observer.observe(element, { childList: true, subtree: true, attributeFilter: ['style'] })
    return () => observer.disconnect()
  }, [isAhead])
  return (
    <Frame ref={frame} data-ahead={isAhead ? '' : undefined} inert={isAhead} aria-hidden={isAhead || undefined}>
      <Activity mode={isAhead ? 'hidden' : 'visible'}>{children}</Activity>
    </Frame>
  )
}

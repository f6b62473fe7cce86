import { useQueryClient } from '@tanstack/react-query'
import { Activity, useState } from 'react'
import { knownFromLists } from '#src/api/work-items.ts'
import { PickHint } from '#src/features/inbox/PickHint.tsx'
import type { DetailProps } from '#src/features/inbox/DetailPane.tsx'
import { WorkItemPage } from './pages.ts'
import { noDrawings, turnTo } from './drawings.ts'

/**
 * The opened work item; and out of sight, drawn while there is nothing else to do, the one that will be opened next, so that opening it only
 * has to show it. What is out of sight runs no effect: it reads nothing, takes no focus, and does not count as seen.
 */
export function WorkItemBeside({ openedId, nextId }: DetailProps) {
  const client = useQueryClient()
  const [drawn, setDrawn] = useState(noDrawings)
  const known = nextId === null ? undefined : knownFromLists(client, nextId)
  const next = nextId === null || known === undefined ? null : { id: nextId, version: known.readAt }
  const wanted = turnTo(drawn, openedId ?? null, next)
  if (wanted !== drawn) setDrawn(wanted)
  return (
    <>
      {openedId === undefined && <PickHint />}
      {[wanted.opened, wanted.next].map(
        (drawing) =>
          drawing && (
            <Activity key={drawing.key} mode={drawing === wanted.opened ? 'visible' : 'hidden'}>
              <WorkItemPage id={drawing.id} />
            </Activity>
          ),
      )}
    </>
  )
}

import { useEffect, useLayoutEffect, useRef, useState } from 'react'
import type { WorkItem } from '#contract/work-item.ts'
import { useSession } from '#src/components/session-context.ts'
import { openedItems } from '#src/lib/opened-items.ts'
import { partsChanged } from '#src/lib/parts-changed.ts'
import type { PartsChanged } from '#src/lib/parts-changed.ts'

/** ms; before that nobody has read what the list knew of it, and a newer answer may be on its way. */
const isReadAfter = 1000

interface Reading {
  /** What the work item asks for now and did not when it was read; null where there is nothing. */
  readonly changed: PartsChanged | null
  /** It has been read as it is now. */
  readonly accept: () => void
}

/**
 * What somebody has read of the work item before their eyes. It may then be approved from anywhere; and where it changes afterwards, this says
 * how, so that nothing is decided that was put there under their hands.
 */
export function useReading(item: WorkItem): Reading {
  const { user } = useSession()
  const latest = useRef(item)
  const read = useRef<WorkItem>(null)
  const [changed, setChanged] = useState<PartsChanged | null>(null)
  // Before the paint: not for a frame can be decided what is new.
  useLayoutEffect(() => {
    latest.current = item
    setChanged(changedSince(read.current, item))
  }, [item])
  // After the clean-up of being hidden nothing counts as read.
  useEffect(() => {
    const timer = setTimeout(() => {
      read.current = latest.current
    }, isReadAfter)
    return () => {
      clearTimeout(timer)
      read.current = null
    }
  }, [])
  useEffect(() => {
    if (changedSince(read.current, item) === null) openedItems.add(user.id, item)
  }, [user.id, item])
  const accept = () => {
    read.current = item
    setChanged(null)
    openedItems.add(user.id, item)
  }
  return { changed, accept }
}

const changedSince = (read: WorkItem | null, now: WorkItem): PartsChanged | null =>
  read && now.isOpen ? partsChanged(read, now) : null

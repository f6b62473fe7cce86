import { useCallback, useEffect, useMemo, useState } from 'react'
import type { WorkItem } from '#contract/work-item.ts'
import { useSession } from '#src/components/session-context.ts'
import { browserSettings } from '#src/lib/browser-store.ts'
import { useOnScreen } from '#src/ui/use-on-screen.ts'

/**
 * Which steps of a work item are ticked: kept in this browser for this person until the work item is closed. It holds nothing but ids,
 * so signing out leaves it: manual work may take days. Read when the work item comes on screen, not when it is drawn ahead.
 */
export function useTicks(item: WorkItem) {
  const { user } = useSession()
  const key = `countersign.ticks.${user.id}.${item.id}`
  const [kept, setKept] = useState('')
  const ticks = useMemo(() => new Set(kept.split('\n')), [kept])
  useEffect(() => {
    if (!item.isOpen) browserSettings.write(key, null)
  }, [key, item.isOpen])
  useOnScreen(useCallback(() => setKept(browserSettings.read(key) ?? ''), [key]))
  const tick = (step: string, isOn: boolean) => {
    const next = new Set(ticks)
    if (isOn) next.add(step)
    else next.delete(step)
    setKept([...next].join('\n'))
    browserSettings.write(key, [...next].join('\n'))
  }
  return { isTicked: (step: string) => ticks.has(step), tick }
}

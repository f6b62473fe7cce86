import { useEffect, useMemo, useState } from 'react'
import type { WorkItem } from '#contract/work-item.ts'
import { useSession } from '#src/components/session-context.ts'
import { browserSettings } from '#src/lib/browser-store.ts'

/**
 * Which steps of a work item are ticked: kept in this browser for this person until the work item is closed. It holds nothing but ids,
 * so signing out leaves it: manual work may take days. Read once the work item `isOnScreen`, not when it is drawn ahead.
 */
export function useTicks(item: WorkItem, isOnScreen: boolean) {
  const { user } = useSession()
  const key = `countersign.ticks.${user.id}.${item.id}`
  const [kept, setKept] = useState<string | null>(null)
  const ticks = useMemo(() => new Set((kept ?? '').split('\n')), [kept])
  if (isOnScreen && kept === null) setKept(browserSettings.read(key) ?? '')
  useEffect(() => {
    if (!item.isOpen) browserSettings.write(key, null)
  }, [key, item.isOpen])
  const tick = (step: string, isOn: boolean) => {
    const next = new Set(ticks)
    if (isOn) next.add(step)
    else next.delete(step)
    setKept([...next].join('\n'))
    browserSettings.write(key, [...next].join('\n'))
  }
  return { isTicked: (step: string) => ticks.has(step), tick }
}

import { useEffect, useState } from 'react'
import type { WorkItem } from '#contract/work-item.ts'
import { useSession } from '#src/components/session-context.ts'
import { browserSettings } from '#src/lib/browser-store.ts'

/**
 * Which steps of a work item are ticked: kept in this browser for this person until the work item is closed. It holds nothing but ids,
 * so signing out leaves it: manual work may take days.
 */
export function useTicks(item: WorkItem) {
  const { user } = useSession()
  const key = `countersign.ticks.${user.id}.${item.id}`
  const [ticks, setTicks] = useState<ReadonlySet<string>>(() => new Set((browserSettings.read(key) ?? '').split('\n')))
  useEffect(() => {
    if (!item.isOpen) browserSettings.write(key, null)
  }, [key, item.isOpen])
  const tick = (step: string, isOn: boolean) => {
    const next = new Set(ticks)
    if (isOn) next.add(step)
    else next.delete(step)
    setTicks(next)
    browserSettings.write(key, [...next].join('\n'))
  }
  return { isTicked: (step: string) => ticks.has(step), tick }
}

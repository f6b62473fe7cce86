import { useEffect, useRef } from 'react'
import { useNeighbours } from '#src/components/neighbours.ts'
import { useSettings } from '#src/components/settings.tsx'

/** Goes to the next work item or back to the list, if the person wants that and is still looking at this one. */
export function useLeaveAfterDecision(id: string): () => void {
  const { settings } = useSettings()
  const { leave, backToList } = useNeighbours()
  const isHere = useRef(true)
  useEffect(() => {
    isHere.current = true
    return () => {
      isHere.current = false
    }
  }, [])
  return () => {
    if (!isHere.current) return
    if (settings.afterDecision === 'next') leave(id)
    else if (settings.afterDecision === 'back') backToList()
  }
}

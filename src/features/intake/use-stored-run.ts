import { useQuery } from '@tanstack/react-query'
import { useEffect, useRef } from 'react'
import { intakeQueries } from '#src/api/intake.ts'
import type { PeopleRun } from '#src/api/intake.ts'
import { useDecisions } from '#src/components/decisions.tsx'

/**
 * Notices that the server has a run whose handing over was not seen to succeed: the outbox did it meanwhile, the page was left or loaded
 * again before the answer, or the answer was lost. `runId` is null while nothing is in question.
 */
export function useStoredRun(runId: string | null, onStored: (run: PeopleRun) => void): void {
  const { handovers, discard } = useDecisions()
  const waiting = handovers.find((handover) => handover.runId === runId)
  const isUnderWay = waiting?.error === null
  // Asked of what failed too: that no answer came does not say that nothing got there.
  const { data: run } = useQuery({ ...intakeQueries.run(runId ?? ''), enabled: runId !== null && !isUnderWay })
  const act = useRef({ onStored, discard })
  useEffect(() => {
    act.current = { onStored, discard }
  })
  useEffect(() => {
    if (runId === null || !run) return
    // One id is one run, so what still waits under it has nothing left to do.
    act.current.discard(runId)
    act.current.onStored(run)
  }, [run, runId])
}

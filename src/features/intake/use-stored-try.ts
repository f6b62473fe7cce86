import { useQuery } from '@tanstack/react-query'
import { useEffect, useRef } from 'react'
import { intakeQueries } from '#src/api/intake.ts'
import { useDecisions } from '#src/components/decisions.tsx'
import type { Intake } from './use-intake.ts'

/**
 * Notices that the server has a list whose handing over was not seen to succeed: the outbox did it meanwhile, the page was left or loaded
 * again before the answer, or the answer was lost. `onStored` hears of it after the list has been noted as sent.
 */
export function useStoredTry({ kept, stored }: Pick<Intake, 'kept' | 'stored'>, onStored: (runId: string) => void): void {
  const { handovers, discard } = useDecisions()
  const runId = kept?.tries.at(-1)?.runId ?? null
  const waiting = handovers.find((handover) => handover.runId === runId)
  const isUnderWay = waiting?.error === null
  // Asked of what failed too: that no answer came does not say that nothing got there.
  const { data: run } = useQuery({ ...intakeQueries.run(runId ?? ''), enabled: runId !== null && !isUnderWay })
  const act = useRef({ stored, onStored, discard })
  useEffect(() => {
    act.current = { stored, onStored, discard }
  })
  useEffect(() => {
    if (runId === null || !run) return
    // One id is one run, so what still waits under it has nothing left to do.
    act.current.discard(runId)
    act.current.stored(run.entries.flatMap(({ seen }) => seen.people.map(({ id }) => id)))
    act.current.onStored(runId)
  }, [run, runId])
}

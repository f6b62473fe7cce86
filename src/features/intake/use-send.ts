import { useCallback, useEffect, useRef, useState } from 'react'
import { holdTogether, useDecisions } from '#src/components/decisions.tsx'
import { useSettings } from '#src/components/settings.tsx'
import { runOfPeople, runOfUninvited } from '#src/lib/intake/chunk-run.ts'
import type { SeenPerson } from '#src/lib/seen.ts'
import type { Errand } from '#src/lib/intake/verdicts.ts'

/** People as they were read at a moment (ms on this clock), or the number of all who are uninvited. */
export type Wanted =
  | { readonly errand: Errand; readonly people: readonly SeenPerson[]; readonly readAt: number }
  | { readonly uninvited: number; readonly readAt: number }

/**
 * Hands people over as a run. `onStored` hears of it once the server has it, also when the outbox had to hand it over again. While the outbox
 * still keeps it nothing else is sent from here (`isInOutbox`): nobody is to get two mails.
 */
export function useSend(onStored: (runId: string) => void) {
  const { handOver, handovers, open, ended } = useDecisions()
  const { settings } = useSettings()
  const [isPending, setIsPending] = useState(false)
  const [failedId, setFailedId] = useState<string | null>(null)
  const holdFor = useCallback((count: number) => holdTogether(count, settings.holdMs), [settings.holdMs])
  const tell = useRef(onStored)
  useEffect(() => {
    tell.current = onStored
  })
  const send = useCallback(
    async (wanted: Wanted): Promise<void> => {
      setIsPending(true)
      setFailedId(null)
      const runId = crypto.randomUUID()
      const count = 'uninvited' in wanted ? wanted.uninvited : wanted.people.length
      const moment = { now: Date.now(), readAt: wanted.readAt, holdMs: holdFor(count) }
      const draft =
        'uninvited' in wanted ? runOfUninvited(wanted.uninvited, moment) : runOfPeople(wanted.errand, wanted.people, moment)
      const isStored = await handOver(draft, runId)
      setIsPending(false)
      if (isStored) tell.current(runId)
      else setFailedId(runId)
    },
    [handOver, holdFor],
  )
  const isStoredLate = failedId !== null && [...open, ...ended].some(({ runId }) => runId === failedId)
  useEffect(() => {
    if (isStoredLate && failedId !== null) tell.current(failedId)
  }, [isStoredLate, failedId])
  return { send, isPending, isInOutbox: handovers.some(({ runId }) => runId === failedId), holdFor }
}

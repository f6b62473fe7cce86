import { useCallback, useEffect, useRef, useState } from 'react'
import { useDecisions } from '#src/components/decisions.tsx'
import { useSettings } from '#src/components/settings.tsx'
import { holdTogether, useDecide } from '#src/components/use-decide.ts'
import { runOfPeople, runOfUninvited } from '#src/lib/intake/chunk-run.ts'
import { isHandedOver } from '#src/lib/intake/handed-over.ts'
import type { Subject } from '#src/lib/intake/handed-over.ts'
import type { Errand } from '#src/lib/intake/verdicts.ts'
import type { SeenPerson } from '#src/lib/seen.ts'

/** People as they were read at a moment (ms on this clock), or the number of all who are uninvited. */
export type Wanted =
  | { readonly people: readonly SeenPerson[]; readonly readAt: number }
  | { readonly uninvited: number; readonly readAt: number }

/**
 * Hands people over as a run. `onStored` hears of it once the server has answered that it has it. While the outbox keeps anything that is to
 * do the same with somebody of `subject`, nothing else is sent from here (`isInOutbox`): nobody is to get two mails.
 */
export function useSend(errand: Errand, subject: Subject, onStored: (runId: string) => void) {
  const { handovers } = useDecisions()
  const { handOver } = useDecide()
  const { settings } = useSettings()
  const [isPending, setIsPending] = useState(false)
  const holdFor = useCallback((count: number) => holdTogether(count, settings.holdMs), [settings.holdMs])
  const tell = useRef(onStored)
  const isHere = useRef(true)
  useEffect(() => {
    tell.current = onStored
  })
  useEffect(() => {
    isHere.current = true
    return () => {
      isHere.current = false
    }
  }, [])
  const send = useCallback(
    async (wanted: Wanted, runId: string): Promise<void> => {
      setIsPending(true)
      const count = 'uninvited' in wanted ? wanted.uninvited : wanted.people.length
      const moment = { now: Date.now(), readAt: wanted.readAt, holdMs: holdFor(count) }
      const draft = 'uninvited' in wanted ? runOfUninvited(wanted.uninvited, moment) : runOfPeople(errand, wanted.people, moment)
      const isStored = await handOver(draft, runId)
      // Whoever has gone to another page is not brought back.
      if (!isHere.current) return
      setIsPending(false)
      if (isStored) tell.current(runId)
    },
    [errand, handOver, holdFor],
  )
  const waiting = handovers.map(({ draft }) => draft)
  return { send, isPending, isInOutbox: isHandedOver(waiting, errand, subject), holdFor }
}

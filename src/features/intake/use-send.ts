import { useCallback, useState } from 'react'
import { holdTogether, useDecisions } from '#src/components/decisions.tsx'
import { useSettings } from '#src/components/settings.tsx'
import { runOfPeople, runOfUninvited } from '#src/lib/intake/chunk-run.ts'
import type { SeenPerson } from '#src/lib/intake/chunk-run.ts'
import type { Errand } from '#src/lib/intake/verdicts.ts'

/** People as they were read at a moment (ms on this clock), or the number of all who are uninvited. */
export type Wanted =
  | { readonly errand: Errand; readonly people: readonly SeenPerson[]; readonly readAt: number }
  | { readonly uninvited: number; readonly readAt: number }

/** Hands people over as a run. `send` gives the run's id once it is stored; else null, and the outbox says why. */
export function useSend() {
  const { handOver } = useDecisions()
  const { settings } = useSettings()
  const [isPending, setIsPending] = useState(false)
  const holdFor = useCallback((count: number) => holdTogether(count, settings.holdMs), [settings.holdMs])
  const send = useCallback(
    async (wanted: Wanted): Promise<string | null> => {
      setIsPending(true)
      const runId = crypto.randomUUID()
      const count = 'uninvited' in wanted ? wanted.uninvited : wanted.people.length
      const moment = { now: Date.now(), readAt: wanted.readAt, holdMs: holdFor(count) }
      const draft =
        'uninvited' in wanted ? runOfUninvited(wanted.uninvited, moment) : runOfPeople(wanted.errand, wanted.people, moment)
      const isStored = await handOver(draft, runId)
      setIsPending(false)
      return isStored ? runId : null
    },
    [handOver, holdFor],
  )
  return { send, isPending, holdFor }
}

import { useState } from 'react'
import { useSession } from '#src/components/session-context.ts'
import { draftKey, tabDrafts } from '#src/lib/browser-store.ts'
import { useStoredRun } from './use-stored-run.ts'

export interface Attempt {
  /** The run id to hand over under; noted before anything leaves. The same one until the server is known to have it. */
  readonly begin: () => string
  /** Notes that the server has it: the next press is for another run. */
  readonly stored: (runId: string) => void
}

/**
 * What one place of the page hands over is one run, however often it has to be pressed for: while nobody knows whether the server has it,
 * also after a reload, the next press hands over under the same id. `place` tells such places apart; `onStored` hears of a run once the
 * server has it.
 */
export function useAttempt(place: string, onStored: (runId: string) => void): Attempt {
  const { user } = useSession()
  const key = draftKey(user.id, `intake.attempt.${place}`)
  const [runId, setRunId] = useState(() => tabDrafts.read(key))
  const note = (id: string | null) => {
    tabDrafts.write(key, id)
    setRunId(id)
  }
  const stored = (id: string) => {
    note(null)
    onStored(id)
  }
  useStoredRun(runId, ({ id }) => stored(id))
  return {
    begin: () => {
      const id = runId ?? crypto.randomUUID()
      note(id)
      return id
    },
    stored,
  }
}

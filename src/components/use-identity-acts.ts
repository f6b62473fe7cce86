import { useCallback } from 'react'
import { actionRun } from './action-draft.ts'
import type { PersonAction } from './action-draft.ts'
import { useSettings } from './settings.tsx'
import { useDecide } from './use-decide.ts'

/** The one door through which somebody acts on a person: a run of one entry, held like a decision. True once the server has stored it. */
export function useIdentityActs(): (action: PersonAction) => Promise<boolean> {
  const { handOver } = useDecide()
  const { settings } = useSettings()
  const { holdMs } = settings
  return useCallback((action) => handOver(actionRun(action, { now: Date.now(), holdMs })), [handOver, holdMs])
}

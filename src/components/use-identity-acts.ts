import { useCallback } from 'react'
import { actionRun } from './action-draft.ts'
import type { PersonAction } from './action-draft.ts'
import { useDecisions } from './decisions.tsx'
import { useSettings } from './settings.tsx'

/** The one door through which somebody acts on a person: a run of one entry, held like a decision. True once the server has stored it. */
export function useIdentityActs(): (action: PersonAction) => Promise<boolean> {
  const { handOver } = useDecisions()
  const { settings } = useSettings()
  const { holdMs } = settings
  return useCallback((action) => handOver(actionRun(action, { now: Date.now(), holdMs })), [handOver, holdMs])
}

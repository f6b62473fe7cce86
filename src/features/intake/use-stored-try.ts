import type { Intake } from './use-intake.ts'
import { useStoredRun } from './use-stored-run.ts'

/** Notices that the server has a list; `onStored` hears of it after the list has been noted as sent. */
export function useStoredTry({ kept, stored }: Pick<Intake, 'kept' | 'stored'>, onStored: (runId: string) => void): void {
  useStoredRun(kept?.tries.at(-1)?.runId ?? null, (run) => {
    stored(run.entries.flatMap(({ seen }) => seen.people.map(({ id }) => id)))
    onStored(run.id)
  })
}

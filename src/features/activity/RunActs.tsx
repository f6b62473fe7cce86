import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { steerRun } from '#src/api/run-progress.ts'
import type { RunAct, RunSummary } from '#src/api/run-progress.ts'
import { errorSentence } from '#src/components/Problem.tsx'
import { useMessages } from '#src/lib/messages/context.tsx'
import { countsOf } from '#src/lib/run-counts.ts'
import { Button } from '#src/ui/Button.tsx'
import { useActivityTexts } from './activity-words.ts'
import { StopDialog } from './StopDialog.tsx'

interface Props {
  readonly run: Pick<RunSummary, 'id' | 'open' | 'paused' | 'stopped' | 'totals'>
  /** What the run does, for those who hear the buttons without seeing where they stand. */
  readonly what: string
}

/** What can be done with a run as long as it is open. */
export function RunActs({ run, what }: Props) {
  const messages = useMessages()
  const words = useActivityTexts()
  const client = useQueryClient()
  const [isStopping, setIsStopping] = useState(false)
  const { mutate, isPending, error } = useMutation({ mutationFn: (act: RunAct) => steerRun(client, run.id, act) })
  const { totals } = run
  const unsent = totals.held + totals.queued
  if (!run.open || run.stopped) return null
  const isHeld = totals.held === countsOf(totals).all
  const acts: readonly RunAct[] = [
    ...(totals.held > 0 && !run.paused ? (['send-now'] as const) : []),
    ...(unsent > 0 && isHeld ? (['take-back'] as const) : []),
    ...(run.paused ? (['resume'] as const) : unsent > 0 ? (['pause'] as const) : []),
    ...(unsent > 0 && !isHeld ? (['stop'] as const) : []),
  ]
  return (
    <>
      {acts.map((act) => (
        <Button
          key={act}
          variant={act === 'send-now' ? 'text' : 'outlined'}
          disabled={isPending}
          aria-label={words.actOf(words.acts[act], what)}
          onClick={() => (act === 'stop' ? setIsStopping(true) : mutate(act))}
        >
          {words.acts[act]}
        </Button>
      ))}
      {error && (
        <span role="alert">
          {words.actFailed} {errorSentence(messages, error)}
        </span>
      )}
      {isStopping && (
        <StopDialog
          unsent={unsent}
          onClose={() => setIsStopping(false)}
          onStop={() => {
            setIsStopping(false)
            mutate('stop')
          }}
        />
      )}
    </>
  )
}

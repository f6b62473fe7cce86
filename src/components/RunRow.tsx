import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { sendAllNow, takeBackAll } from '#src/api/runs.ts'
import { useMessages } from '#src/lib/messages/context.tsx'
import { Button } from '#src/ui/Button.tsx'
import { Icon } from '#src/ui/Icon.tsx'
import { useNow } from '#src/ui/use-now.ts'
import { VisuallyHidden } from '#src/ui/VisuallyHidden.tsx'
import { pressedOnAll } from './decision-draft.ts'
import { useDecisions } from './decisions.tsx'
import { entryText } from './EntryStatus.tsx'
import { outcomeStays, OutboxRow, What } from './outbox-parts.ts'
import { errorSentence } from './Problem.tsx'
import type { RunGroup } from './run-groups.ts'

/** Many decisions made together, as one line: what, how far, and how to take back what has not gone. */
export function RunRow({ group }: { readonly group: RunGroup }) {
  const messages = useMessages()
  const { entry: words, outbox } = messages
  const { hideRun } = useDecisions()
  const client = useQueryClient()
  const now = useNow(1000)
  const { runId, entries, open, done, failed } = group
  const what = pressedOnAll(messages, entries)
  const held = open.filter(({ state }) => state === 'held')
  const back = open.filter(({ canTakeBack }) => canTakeBack)
  const [first] = held
  const progress = first && held.length === entries.length ? null : outbox.progress(done, failed, entries.length)
  const where = [progress, first ? entryText(messages, first, now) : null].filter((text) => text !== null).join('. ')
  const { mutate, isPending, error } = useMutation({
    mutationFn: (act: 'take-back' | 'send-now') =>
      act === 'take-back'
        ? takeBackAll(
            client,
            runId,
            back.map(({ position }) => position),
          )
        : sendAllNow(
            client,
            runId,
            held.map(({ position }) => position),
          ),
  })
  const goesByItself = open.length === 0 && failed === 0
  useEffect(() => {
    if (!goesByItself) return undefined
    const timer = setTimeout(() => hideRun(runId), outcomeStays)
    return () => clearTimeout(timer)
  }, [goesByItself, runId, hideRun])
  return (
    <OutboxRow isBad={failed > 0}>
      <What>
        <strong>{what}</strong>
      </What>
      <span>{where}</span>
      {back.length > 0 && (
        <Button variant="outlined" disabled={isPending} aria-label={words.takeBackOf(what)} onClick={() => mutate('take-back')}>
          {words.takeBack}
        </Button>
      )}
      {held.length > 0 && (
        <Button variant="text" disabled={isPending} aria-label={words.sendNowOf(what)} onClick={() => mutate('send-now')}>
          {words.sendNow}
        </Button>
      )}
      {open.length === 0 && (
        <Button variant="text" onClick={() => hideRun(runId)} sx={{ minWidth: 28, minHeight: 28, px: 1 }}>
          <Icon name="cross" size={14} />
          <VisuallyHidden>{words.hide(what)}</VisuallyHidden>
        </Button>
      )}
      {error && (
        <span role="alert">
          {words.actFailed} {errorSentence(messages, error)}
        </span>
      )}
    </OutboxRow>
  )
}

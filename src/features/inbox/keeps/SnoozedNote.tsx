import { useEffect, useState } from 'react'
import type { WorkItem } from '#contract/work-item.ts'
import { screenTexts, useMessages } from '#src/lib/messages/context.tsx'
import { snoozeTexts } from '#src/lib/messages/en-snooze.ts'
import { Button } from '#src/ui/Button.tsx'
import { TriageBar } from '../triage/TriageBar.ts'

const useSnoozeTexts = screenTexts(snoozeTexts)

/** So long it is offered here, ms; after that the list of snoozed work items has them. */
const offeredFor = 20_000

export interface Snoozed {
  readonly items: readonly WorkItem[]
  /** ms */
  readonly until: number
}

interface Props {
  readonly snoozed: Snoozed
  /** Brings them back; false when that failed. */
  readonly onWake: (items: readonly WorkItem[]) => Promise<boolean>
  readonly onClose: () => void
}

/** What was set aside just now and until when, and the way back. */
export function SnoozedNote({ snoozed, onWake, onClose }: Props) {
  const words = useSnoozeTexts()
  const { snooze } = useMessages()
  const [hasFailed, setHasFailed] = useState(false)
  useEffect(() => {
    const timer = setTimeout(onClose, offeredFor)
    return () => clearTimeout(timer)
  }, [onClose])
  const undo = async () => {
    if (await onWake(snoozed.items)) onClose()
    else setHasFailed(true)
  }
  return (
    <TriageBar aria-label={words.noteLabel}>
      <p role={hasFailed ? 'alert' : undefined}>{hasFailed ? snooze.notBack : words.done(snoozed.items.length, snoozed.until)}</p>
      <Button variant="outlined" onClick={() => void undo()}>
        {words.undo}
      </Button>
      <Button variant="text" onClick={onClose}>
        {words.dismiss}
      </Button>
    </TriageBar>
  )
}

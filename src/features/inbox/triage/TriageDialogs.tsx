import { Suspense, lazy } from 'react'
import type { useTriage } from './use-triage.ts'

const KeyConfirm = lazy(async () => ({ default: (await import('./KeyConfirm.tsx')).KeyConfirm }))
const SnoozeDialog = lazy(async () => ({ default: (await import('../keeps/SnoozeDialog.tsx')).SnoozeDialog }))
const ForwardDialog = lazy(async () => ({ default: (await import('#src/components/ForwardDialog.tsx')).ForwardDialog }))

interface Props {
  readonly triage: ReturnType<typeof useTriage>
  readonly onForwarded: () => void
  readonly onSnoozed: (ids: readonly string[]) => void
}

/** What a key or an act over the list asks back. */
export function TriageDialogs({ triage, onForwarded, onSnoozed }: Props) {
  const { asked, confirm, cancel, dialogue, closeDialogue, moveOn } = triage
  const snoozed = (ids: readonly string[]) => {
    onSnoozed(ids)
    moveOn()
  }
  return (
    <Suspense>
      {asked && <KeyConfirm key={asked.item.id} asked={asked} onConfirm={confirm} onCancel={cancel} />}
      {dialogue?.kind === 'forward' && <ForwardDialog items={dialogue.items} onClose={closeDialogue} onForwarded={onForwarded} />}
      {dialogue?.kind === 'snooze' && <SnoozeDialog items={dialogue.items} onClose={closeDialogue} onSnoozed={snoozed} />}
    </Suspense>
  )
}

import { Suspense, lazy, useCallback, useState } from 'react'
import type { WorkItem } from '#contract/work-item.ts'
import type { Snoozed } from '../keeps/SnoozedNote.tsx'
import type { useTriage } from './use-triage.ts'

const KeyConfirm = lazy(async () => ({ default: (await import('./KeyConfirm.tsx')).KeyConfirm }))
const SnoozeDialog = lazy(async () => ({ default: (await import('../keeps/SnoozeDialog.tsx')).SnoozeDialog }))
const SnoozedNote = lazy(async () => ({ default: (await import('../keeps/SnoozedNote.tsx')).SnoozedNote }))
const SaveViewDialog = lazy(async () => ({ default: (await import('../keeps/SaveViewDialog.tsx')).SaveViewDialog }))
const ForwardDialog = lazy(async () => ({ default: (await import('#src/components/ForwardDialog.tsx')).ForwardDialog }))

interface Props {
  readonly triage: ReturnType<typeof useTriage>
  /** The list's search parameters, as in its address. */
  readonly search: string
  readonly onForwarded: () => void
  readonly onSnoozed: (ids: readonly string[]) => void
  /** Brings work items that were set aside back; false when that failed. */
  readonly onWake: (items: readonly WorkItem[]) => Promise<boolean>
}

/** What a key or an act over the list asks back, and how it can be undone. */
export function TriageDialogs({ triage, search, onForwarded, onSnoozed, onWake }: Props) {
  const { asked, confirm, cancel, dialogue, closeDialogue, moveOn } = triage
  const [snoozed, setSnoozed] = useState<Snoozed | null>(null)
  const forget = useCallback(() => setSnoozed(null), [])
  const keep = (items: readonly WorkItem[], until: number) => {
    onSnoozed(items.map(({ id }) => id))
    setSnoozed({ items, until })
    moveOn()
  }
  // Each by itself: while the code of one is fetched, the others must come and go.
  return (
    <>
      <Suspense>
        {asked && <KeyConfirm key={asked.item.id} asked={asked} onConfirm={confirm} onCancel={cancel} />}
        {dialogue?.kind === 'forward' && (
          <ForwardDialog items={dialogue.items} onClose={closeDialogue} onForwarded={onForwarded} />
        )}
        {dialogue?.kind === 'save-view' && <SaveViewDialog query={search.replace(/^\?/, '')} onClose={closeDialogue} />}
        {dialogue?.kind === 'snooze' && <SnoozeDialog items={dialogue.items} onClose={closeDialogue} onSnoozed={keep} />}
      </Suspense>
      <Suspense>
        {snoozed && !asked && (
          <SnoozedNote key={snoozed.items.map(({ id }) => id).join()} snoozed={snoozed} onWake={onWake} onClose={forget} />
        )}
      </Suspense>
    </>
  )
}

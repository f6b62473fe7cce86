import { chunksOf } from '#src/lib/intake/chunks.ts'
import { mostInChunk } from '#src/lib/intake/chunk-run.ts'
import type { Errand, VerdictKind } from '#src/lib/intake/verdicts.ts'
import { Dialog } from '#src/ui/Dialog.tsx'
import { DialogButtons } from './DialogButtons.tsx'
import { useIntakeTexts } from './intake-words.ts'
import { kindOrder } from './KindChips.tsx'
import { DialogText } from './layout.ts'

interface Props {
  readonly errand: Errand
  readonly count: number
  readonly counts: ReadonlyMap<VerdictKind, number>
  /** Rows beyond those looked at. */
  readonly beyond: number
  /** How long the run can be taken back, ms. */
  readonly holdMs: number
  readonly isPending: boolean
  readonly onSend: () => void
  readonly onClose: () => void
}

/** What will happen, to how many, and who is left out and why: the last look before it goes. */
export function SendDialog({ errand, count, counts, beyond, holdMs, isPending, onSend, onClose }: Props) {
  const words = useIntakeTexts()
  const { send } = words
  const left = kindOrder.filter((kind) => kind !== 'ready' && (counts.get(kind) ?? 0) > 0)
  const chunks = chunksOf(Array.from({ length: count }), mostInChunk).length
  return (
    <Dialog title={send.title[errand](count)} onClose={onClose}>
      <DialogText>
        <p>{send.tells[errand](count)}</p>
        <p>
          {send.chunks(chunks, mostInChunk)} {send.held(holdMs)}
        </p>
        {(left.length > 0 || beyond > 0) && (
          <>
            <h3>{send.leftTitle}</h3>
            <dl>
              {left.map((kind) => (
                <div key={kind} style={{ display: 'contents' }}>
                  <dt data-figures="">{words.number(counts.get(kind) ?? 0)}</dt>
                  <dd>{words.kinds[errand][kind]}</dd>
                </div>
              ))}
              {beyond > 0 && (
                <>
                  <dt data-figures="">{words.number(beyond)}</dt>
                  <dd>{words.list.notAsked}</dd>
                </>
              )}
            </dl>
          </>
        )}
      </DialogText>
      <DialogButtons label={send.confirm[errand](count)} isPending={isPending} onConfirm={onSend} onCancel={onClose} />
    </Dialog>
  )
}

import { TaskLine } from '#src/components/TaskLine.tsx'
import type { Chunk } from '#src/lib/intake/run-outcome.ts'
import type { Errand } from '#src/lib/intake/verdicts.ts'
import { Dialog } from '#src/ui/Dialog.tsx'
import { DialogButtons } from './DialogButtons.tsx'
import { useIntakeTexts } from './intake-words.ts'
import { DialogText } from './layout.ts'

interface Props {
  readonly errand: Errand
  readonly count: number
  /** The one that failed; null where it is not known. */
  readonly task: Chunk['task']
  /** How long the run can be taken back, ms. */
  readonly holdMs: number
  readonly isPending: boolean
  readonly onSend: () => void
  readonly onClose: () => void
}

/** The look before people go again of whom some may have been reached: what is known of the task that failed. */
export function DoubtDialog({ errand, count, task, holdMs, isPending, onSend, onClose }: Props) {
  const { doubt: words, send } = useIntakeTexts()
  return (
    <Dialog title={words.title[errand](count)} onClose={onClose}>
      <DialogText>
        <p>{words.tells[errand](count)}</p>
        {task && (
          <>
            <h3>{words.task}</h3>
            <TaskLine task={task} isWhole />
          </>
        )}
        <p>{send.held(holdMs)}</p>
      </DialogText>
      <DialogButtons label={words.confirm[errand](count)} isPending={isPending} onConfirm={onSend} onCancel={onClose} />
    </Dialog>
  )
}

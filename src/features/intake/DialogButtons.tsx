import { useMessages } from '#src/lib/messages/context.tsx'
import { Button } from '#src/ui/Button.tsx'
import { Buttons } from './layout.ts'

interface Props {
  /** What is confirmed, in words. */
  readonly label: string
  readonly isPending: boolean
  readonly onConfirm: () => void
  readonly onCancel: () => void
}

/** The two ways out of a dialog that sends people somewhere. */
export function DialogButtons({ label, isPending, onConfirm, onCancel }: Props) {
  const { cancel } = useMessages()
  return (
    <Buttons>
      <Button variant="text" onClick={onCancel}>
        {cancel}
      </Button>
      <Button variant="contained" disabled={isPending} onClick={onConfirm}>
        {label}
      </Button>
    </Buttons>
  )
}

import { styled } from '#src/ui/styled.ts'
import { SmallText } from '#src/ui/text.ts'
import { Button } from '#src/ui/Button.tsx'
import { Dialog } from '#src/ui/Dialog.tsx'
import { useActivityTexts } from './activity-words.ts'
import { theme } from '#src/ui/theme.ts'

export const DialogButtons = styled('div')(({ theme }) => ({
  display: 'flex',
  justifyContent: 'flex-end',
  gap: theme.spacing(2),
  marginTop: theme.spacing(4),
  '@media (pointer: coarse)': { '& > button': { flex: 1 } },
}))

interface Props {
  /** Entries that have not been sent. */
  readonly unsent: number
  readonly onClose: () => void
  readonly onStop: () => void
}

/** Says what stopping a run means, before it is stopped for good. */
export function StopDialog({ unsent, onClose, onStop }: Props) {
  const { stop: words } = useActivityTexts()
  return (
    <Dialog title={words.title} onClose={onClose}>
      <SmallText sx={{ marginTop: theme.spacing(2) }}>{words.text(unsent)}</SmallText>
      <DialogButtons>
        <Button variant="text" onClick={onClose}>
          {words.keep}
        </Button>
        <Button variant="contained" tone="danger" onClick={onStop}>
          {words.confirm}
        </Button>
      </DialogButtons>
    </Dialog>
  )
}

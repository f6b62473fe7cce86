import { styled } from '@mui/material/styles'
import Typography from '@mui/material/Typography'
import { Button } from '#src/ui/Button.tsx'
import { Dialog } from '#src/ui/Dialog.tsx'
import { useActivityTexts } from './activity-words.ts'

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
      <Typography variant="body2" sx={{ mt: 2 }}>
        {words.text(unsent)}
      </Typography>
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

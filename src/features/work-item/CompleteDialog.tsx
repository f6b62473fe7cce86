import { styled } from '@mui/material/styles'
import Typography from '@mui/material/Typography'
import { useMessages } from '#src/lib/messages/context.tsx'
import { Button } from '#src/ui/Button.tsx'
import { Dialog } from '#src/ui/Dialog.tsx'
import { useWorkItemTexts } from './work-item-words.ts'

const Buttons = styled('div')(({ theme }) => ({
  display: 'flex',
  justifyContent: 'flex-end',
  gap: theme.spacing(2),
  marginTop: theme.spacing(4),
}))

interface Props {
  /** Steps of the list that are not ticked. */
  readonly left: number
  readonly onComplete: () => void
  readonly onCancel: () => void
}

/** Says what completing tells SailPoint, and what it does not do. */
export function CompleteDialog({ left, onComplete, onCancel }: Props) {
  const { cancel } = useMessages()
  const { complete: words } = useWorkItemTexts()
  return (
    <Dialog title={words.title} onClose={onCancel}>
      <Typography variant="body2" sx={{ mt: 2 }}>
        {words.tells} {words.final}
      </Typography>
      {left > 0 && (
        <Typography variant="body2" sx={{ mt: 2, color: 'warning.main', fontWeight: 560 }}>
          {words.notTicked(left)}
        </Typography>
      )}
      <Buttons>
        <Button variant="text" onClick={onCancel}>
          {cancel}
        </Button>
        <Button variant="contained" onClick={onComplete}>
          {words.confirm}
        </Button>
      </Buttons>
    </Dialog>
  )
}

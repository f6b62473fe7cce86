import { Button } from '#src/ui/Button.tsx'
import Typography from '@mui/material/Typography'
import { styled } from '@mui/material/styles'
import { useMessages } from '#src/lib/messages/context.tsx'
import { Dialog } from '#src/ui/Dialog.tsx'
import { useAccountTexts } from './account-words.ts'

const Buttons = styled('div')(({ theme }) => ({ display: 'grid', gap: theme.spacing(2), marginTop: theme.spacing(5) }))

interface Props {
  readonly onClose: () => void
  readonly onLeave: (openEntries: 'finish' | 'take-back') => void
}

/** Asks what is to become of decisions that are still open before the session ends. */
export function SignOutDialog({ onClose, onLeave }: Props) {
  const { cancel } = useMessages()
  const account = useAccountTexts()
  return (
    <Dialog title={account.openEntriesTitle} onClose={onClose}>
      <Typography variant="body2" sx={{ mt: 2 }}>
        {account.openEntriesText}
      </Typography>
      <Buttons>
        <Button variant="contained" onClick={() => onLeave('finish')}>
          {account.finish}
        </Button>
        <Button variant="outlined" onClick={() => onLeave('take-back')}>
          {account.takeBack}
        </Button>
        <Button variant="text" onClick={onClose}>
          {cancel}
        </Button>
      </Buttons>
    </Dialog>
  )
}

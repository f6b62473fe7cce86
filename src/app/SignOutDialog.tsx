import { Button } from '#src/ui/Button.tsx'
import { SmallText } from '#src/ui/text.ts'
import { styled } from '#src/ui/styled.ts'
import { useMessages } from '#src/lib/messages/context.tsx'
import { Dialog } from '#src/ui/Dialog.tsx'
import { useAccountTexts } from './account-words.ts'
import { theme } from '#src/ui/theme.ts'

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
      <SmallText sx={{ marginTop: theme.spacing(2) }}>{account.openEntriesText}</SmallText>
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

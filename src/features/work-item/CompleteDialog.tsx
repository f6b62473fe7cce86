import { styled } from '#src/ui/styled.ts'
import { SmallText } from '#src/ui/text.ts'
import { useMessages } from '#src/lib/messages/context.tsx'
import { Button } from '#src/ui/Button.tsx'
import { Dialog } from '#src/ui/Dialog.tsx'
import { useWorkItemTexts } from './work-item-words.ts'
import { theme } from '#src/ui/theme.ts'

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
      <SmallText sx={{ marginTop: theme.spacing(2) }}>
        {words.tells} {words.final}
      </SmallText>
      {left > 0 && (
        <SmallText sx={{ marginTop: theme.spacing(2), color: theme.vars.palette.warning.main, fontWeight: 560 }}>
          {words.notTicked(left)}
        </SmallText>
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

import { styled } from '#src/ui/styled.ts'
import { useMessages } from '#src/lib/messages/context.tsx'
import { EmptyState } from '#src/ui/EmptyState.tsx'

const Keys = styled('dl')(({ theme }) => ({
  ...theme.typography.caption,
  display: 'grid',
  gridTemplateColumns: 'auto auto',
  justifyContent: 'center',
  columnGap: theme.spacing(3),
  rowGap: theme.spacing(1.5),
  marginTop: theme.spacing(5),
  textAlign: 'left',
  '& dt': { textAlign: 'right' },
  '& dd': { margin: 0 },
  '& kbd': {
    font: 'inherit',
    padding: '1px 6px',
    borderRadius: 4,
    border: `1px solid ${theme.vars.palette.divider}`,
    background: theme.vars.palette.surface.rail,
    '& + kbd': { marginLeft: 4 },
  },
}))

/** The right half while nothing is open. */
export function PickHint() {
  const { inbox } = useMessages()
  return (
    <EmptyState isTall icon="inbox" title={inbox.pickTitle} text={inbox.pickText}>
      <Keys>
        <dt>
          <kbd>↑</kbd>
          <kbd>↓</kbd>
        </dt>
        <dd>{inbox.keys.move}</dd>
        <dt>
          <kbd>↵</kbd>
        </dt>
        <dd>{inbox.keys.open}</dd>
        <dt>
          <kbd>Esc</kbd>
        </dt>
        <dd>{inbox.keys.back}</dd>
      </Keys>
    </EmptyState>
  )
}

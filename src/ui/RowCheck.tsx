import { styled } from './styled.ts'

const Frame = styled('label')(({ theme }) => ({
  position: 'absolute',
  zIndex: 1,
  inset: '0 auto 0 0',
  width: 44,
  display: 'grid',
  placeItems: 'center',
  paddingLeft: theme.spacing(2.5),
  opacity: 0,
  cursor: 'pointer',
  '& input': { width: 16, height: 16, margin: 0, accentColor: theme.vars.palette.primary.main, cursor: 'inherit' },
  // A finger would hit it by accident: there it appears, and works, while selecting.
  '@media (hover: none)': { pointerEvents: 'none' },
  '@media (hover: hover)': { '[data-id]:hover > &': { opacity: 1 } },
  '[data-id]:focus-within > &': { opacity: 1 },
  '[data-selecting] &': { opacity: 1, pointerEvents: 'auto' },
}))

interface Props {
  readonly label: string
  readonly isChecked: boolean
  readonly isTabStop: boolean
  readonly onChange: (isRange: boolean) => void
}

/** The box that selects a row; it takes the place of the verb's sign while it is in sight. */
export function RowCheck({ label, isChecked, isTabStop, onChange }: Props) {
  return (
    <Frame>
      <input
        type="checkbox"
        aria-label={label}
        checked={isChecked}
        tabIndex={isTabStop ? 0 : -1}
        onChange={({ nativeEvent }) => onChange(nativeEvent instanceof MouseEvent && nativeEvent.shiftKey)}
      />
    </Frame>
  )
}

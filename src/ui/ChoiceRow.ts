import { styled } from './styled.ts'

/** A box or a button to choose, with its words; a `small` at the end, such as a count. */
export const ChoiceRow = styled('label')(({ theme }) => ({
  ...theme.typography.body2,
  display: 'flex',
  alignItems: 'center',
  gap: theme.spacing(2),
  minHeight: 30,
  padding: theme.spacing(0, 2),
  borderRadius: 5,
  cursor: 'pointer',
  '&:hover, &:focus-within': { background: theme.vars.palette.surface.hover },
  '& > input': { width: 15, height: 15, margin: 0, flex: 'none', accentColor: theme.vars.palette.primary.main },
  '& > span': { flex: 1, minWidth: 0, overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' },
  '& > small': { fontSize: '0.75rem', color: theme.vars.palette.text.secondary },
  '@media (pointer: coarse)': { minHeight: 44 },
}))

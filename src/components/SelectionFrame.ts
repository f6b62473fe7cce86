import { styled } from '#src/ui/styled.ts'

/** The bar under a list while rows are selected: a line of text, then what can be done with them. */
export const SelectionFrame = styled('section')(({ theme }) => ({
  ...theme.typography.caption,
  display: 'flex',
  flexWrap: 'wrap',
  alignItems: 'center',
  gap: theme.spacing(1, 1.5),
  padding: theme.spacing(1.5, 4),
  borderTop: `1px solid ${theme.vars.palette.divider}`,
  background: theme.vars.palette.surface.selected,
  '& > p': { margin: 0 },
  '& strong': { fontWeight: 600 },
  '& > button': { minHeight: 28, fontSize: '0.75rem', padding: theme.spacing(0, 2.5) },
  '@media (pointer: coarse)': { '& > button': { minHeight: 44 } },
}))

import { styled } from '#src/ui/styled.ts'

/** A bar under list and work item, for what was pressed just now: a line of text, then what to do about it. */
export const TriageBar = styled('section')(({ theme }) => ({
  ...theme.typography.body2,
  gridColumn: '1 / -1',
  display: 'flex',
  flexWrap: 'wrap',
  alignItems: 'center',
  gap: theme.spacing(2, 3),
  padding: theme.spacing(2, 4),
  borderTop: `2px solid ${theme.vars.palette.primary.main}`,
  background: theme.vars.palette.surface.raised,
  boxShadow: '0 -6px 24px rgb(0 0 0 / 0.08)',
  '&[data-tone=danger]': { borderTopColor: theme.vars.palette.error.main },
  '& > p': { margin: 0, flex: '1 1 160px', minWidth: 0, overflowWrap: 'anywhere' },
}))

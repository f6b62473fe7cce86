import { styled } from '#src/ui/styled.ts'

/** The form of a dialogue about a person. */
export const DialogForm = styled('form')(({ theme }) => ({
  display: 'grid',
  gridTemplateColumns: 'minmax(0, 1fr)',
  gap: theme.spacing(4),
  marginTop: theme.spacing(2),
  '& > p': { ...theme.typography.body2, margin: 0, overflowWrap: 'anywhere' },
  '& > p[data-quiet]': { color: theme.vars.palette.text.secondary },
  '& > p[data-weight]': { fontWeight: 520 },
  '& > [data-buttons]': {
    display: 'flex',
    flexWrap: 'wrap',
    justifyContent: 'flex-end',
    gap: theme.spacing(2),
    '@media (pointer: coarse)': { '& > button': { flex: 1 } },
  },
}))

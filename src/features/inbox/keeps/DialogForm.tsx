import { styled } from '#src/ui/styled.ts'

/** Fields under each other, buttons at the end. */
export const DialogForm = styled('form')(({ theme }) => ({
  display: 'grid',
  gridTemplateColumns: 'minmax(0, 1fr)',
  gap: theme.spacing(4),
  marginTop: theme.spacing(2),
  '& > [data-buttons]': {
    display: 'flex',
    justifyContent: 'flex-end',
    gap: theme.spacing(2),
    '@media (pointer: coarse)': { '& > button': { flex: 1 } },
  },
}))

import { styled } from '@mui/material/styles'

/** One line of the outbox. */
export const OutboxRow = styled('li', { shouldForwardProp: (name) => name !== 'isBad' })<{ readonly isBad?: boolean }>(
  ({ theme, isBad }) => ({
    ...theme.typography.body2,
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    columnGap: theme.spacing(3),
    rowGap: theme.spacing(1),
    minHeight: 44,
    padding: theme.spacing(1.5, 4),
    background: isBad ? theme.vars.palette.surface.danger : undefined,
    [theme.breakpoints.down('sm')]: {
      columnGap: theme.spacing(1),
      fontSize: '0.75rem',
      '& > button': { minWidth: 44, padding: theme.spacing(0, 2) },
    },
    '& + &': { borderTop: `1px solid ${theme.vars.palette.divider}` },
  }),
)

/** What was pressed, and on what. */
export const What = styled('span')(({ theme }) => ({
  flex: '1 1 240px',
  minWidth: 0,
  overflow: 'hidden',
  textOverflow: 'ellipsis',
  whiteSpace: 'nowrap',
  '& strong': { fontWeight: 600 },
  '& a, & span': { color: theme.vars.palette.text.secondary, textDecoration: 'none' },
  '& strong + a, & strong + span': { marginLeft: theme.spacing(2) },
  '& a:hover': { textDecoration: 'underline' },
}))

/** How long a good outcome stays in sight, ms. It can be read later on the work item. */
export const outcomeStays = 12_000

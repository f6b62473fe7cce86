import { styled } from '#src/ui/styled.ts'

/** One line of the outbox; `data-bad` where something went wrong. */
export const OutboxRow = styled('li')(({ theme }) => ({
  ...theme.typography.body2,
  display: 'flex',
  flexWrap: 'wrap',
  alignItems: 'center',
  columnGap: theme.spacing(3),
  rowGap: theme.spacing(1),
  minHeight: 44,
  padding: theme.spacing(1.5, 4),
  '&[data-bad]': { background: theme.vars.palette.surface.danger },
  [theme.breakpoints.down('sm')]: {
    columnGap: theme.spacing(1),
    fontSize: '0.75rem',
    '& > button': { minWidth: 44, padding: theme.spacing(0, 2) },
    // What it is and the way to put it aside on one line, how it ended below.
    '& > span:first-of-type': { order: -2, flexBasis: 'calc(100% - 52px)' },
    '& > [data-hide]': { order: -1 },
  },
  '& + &': { borderTop: `1px solid ${theme.vars.palette.divider}` },
}))

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

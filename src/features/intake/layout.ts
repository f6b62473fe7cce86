import { styled } from '#src/ui/styled.ts'

/** The page of one errand: a head, and below it what fills the rest. Where that is too low to be of use, the whole page scrolls. */
export const PageFrame = styled('div')({
  display: 'flex',
  flexDirection: 'column',
  flex: 1,
  minHeight: 0,
  overflowY: 'auto',
})

export const Head = styled('header')(({ theme }) => ({
  display: 'flex',
  flexWrap: 'wrap',
  alignItems: 'center',
  gap: theme.spacing(0, 6),
  padding: theme.spacing(3, 6, 0),
  borderBottom: `1px solid ${theme.vars.palette.divider}`,
  '& > div': { flex: '1 1 300px', minWidth: 0, paddingBottom: theme.spacing(3) },
  '& p': { ...theme.typography.body2, margin: 0, color: theme.vars.palette.text.secondary },
  [theme.breakpoints.down('sm')]: { padding: theme.spacing(3, 4, 0), '& > div': { paddingBottom: theme.spacing(2) } },
}))

/** One line of facts and controls between hairlines. */
export const Strip = styled('div')(({ theme }) => ({
  ...theme.typography.body2,
  display: 'flex',
  flexWrap: 'wrap',
  alignItems: 'center',
  gap: theme.spacing(1, 3),
  padding: theme.spacing(2, 6),
  borderBottom: `1px solid ${theme.vars.palette.divider}`,
  '& > p': { margin: 0, minWidth: 0 },
  '& > [role=alert]': { display: 'flex', alignItems: 'center', gap: theme.spacing(2), color: theme.vars.palette.error.main },
  '& > [data-grow]': { flex: 1 },
  '& > [data-wide]': { flex: '1 1 320px' },
  '& small': { ...theme.typography.caption, color: theme.vars.palette.text.secondary },
  [theme.breakpoints.down('sm')]: {
    padding: theme.spacing(2, 4),
    // The name of the list and the way to another one share a line.
    '& > [data-lead]': { order: -1 },
    '& > p[data-lead]': { flex: '1 0 calc(100% - 112px)', overflowWrap: 'anywhere' },
    '& > [data-grow]': { display: 'none' },
  },
}))

/** A plain text column for what is no list. */
export const Column = styled('div')(({ theme }) => ({
  display: 'grid',
  alignContent: 'start',
  gap: theme.spacing(5),
  width: '100%',
  maxWidth: 880,
  padding: theme.spacing(5, 6, 8),
  '& ul': { paddingLeft: theme.spacing(4) },
  '& p, & ul': { ...theme.typography.body2, margin: 0, color: theme.vars.palette.text.secondary },
  [theme.breakpoints.down('sm')]: { padding: theme.spacing(4) },
}))

export const Buttons = styled('div')(({ theme }) => ({
  display: 'flex',
  flexWrap: 'wrap',
  justifyContent: 'flex-end',
  gap: theme.spacing(2),
  marginTop: theme.spacing(4),
}))

/** What a dialog has to say. */
export const DialogText = styled('div')(({ theme }) => ({
  ...theme.typography.body2,
  display: 'grid',
  gap: theme.spacing(2),
  marginTop: theme.spacing(3),
  '& p': { margin: 0 },
  '& h3': {
    ...theme.typography.caption,
    fontWeight: 600,
    margin: theme.spacing(2, 0, 0),
    color: theme.vars.palette.text.secondary,
  },
  '& dl': { display: 'grid', gridTemplateColumns: 'auto 1fr', gap: theme.spacing(0.5, 3), margin: 0 },
  '& dt': { textAlign: 'right', fontWeight: 560 },
  '& dd': { margin: 0, color: theme.vars.palette.text.secondary },
}))

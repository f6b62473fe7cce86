import { styled } from '@mui/material/styles'

/** One thing to know before deciding: a sign, and a sentence or two. */
export const NoticeLine = styled('div', { shouldForwardProp: (name) => name !== 'tone' })<{
  readonly tone: 'remove' | 'unknown'
}>(({ theme, tone }) => ({
  ...theme.typography.body2,
  display: 'flex',
  gap: theme.spacing(2),
  padding: theme.spacing(0, 6, 4),
  color: theme.vars.palette.verb[tone],
  '& svg': { marginTop: 2 },
  '& ul': { margin: 0, paddingLeft: theme.spacing(4), overflowWrap: 'anywhere' },
  '& p': { margin: 0 },
  [theme.breakpoints.down('sm')]: { padding: theme.spacing(0, 4, 3) },
}))

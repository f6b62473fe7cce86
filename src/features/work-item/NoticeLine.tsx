import { styled } from '#src/ui/styled.ts'

/** One thing to know before deciding: a sign, and a sentence or two. Its `data-tone` is a kind of verb. */
export const NoticeLine = styled('div')<{ readonly 'data-tone': 'remove' | 'unknown' }>(({ theme }) => ({
  ...theme.typography.body2,
  display: 'flex',
  gap: theme.spacing(2),
  padding: theme.spacing(0, 6, 4),
  '&[data-tone=remove]': { color: theme.vars.palette.verb.remove },
  '&[data-tone=unknown]': { color: theme.vars.palette.verb.unknown },
  '& svg': { marginTop: 2 },
  '& ul': { margin: 0, paddingLeft: theme.spacing(4), overflowWrap: 'anywhere' },
  '& p': { margin: 0 },
  [theme.breakpoints.down('sm')]: { padding: theme.spacing(0, 4, 3) },
}))

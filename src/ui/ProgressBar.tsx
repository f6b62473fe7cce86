import { styled } from './styled.ts'

/** How far something has come; give it an `aria-label`. */
export const ProgressBar = styled('progress')(({ theme }) => ({
  appearance: 'none',
  height: 4,
  border: 0,
  borderRadius: 2,
  overflow: 'hidden',
  background: theme.vars.palette.divider,
  '&::-webkit-progress-bar': { background: theme.vars.palette.divider },
  '&::-webkit-progress-value': { background: theme.vars.palette.primary.main, transition: 'inline-size 140ms' },
  '&::-moz-progress-bar': { background: theme.vars.palette.primary.main },
}))

import { styled } from '#src/ui/styled.ts'

/** The list and what is open beside it. */
export const Split = styled('div')(({ theme }) => ({
  flex: 1,
  minHeight: 0,
  display: 'grid',
  gridTemplateColumns: 'minmax(0, 1fr)',
  gridTemplateRows: 'minmax(0, 1fr) auto',
  [theme.breakpoints.up('md')]: { gridTemplateColumns: 'clamp(392px, 34vw, 560px) minmax(0, 1fr)' },
}))

export const Pane = styled('section')(({ theme }) => ({
  display: 'flex',
  flexDirection: 'column',
  minHeight: 0,
  minWidth: 0,
  borderRight: `1px solid ${theme.vars.palette.divider}`,
  [theme.breakpoints.down('md')]: { borderRight: 0, '&[data-covered]': { display: 'none' } },
}))

/** Not a box of its own, only the place where presses on rows are heard. */
export const Rows = styled('div')({ display: 'contents' })

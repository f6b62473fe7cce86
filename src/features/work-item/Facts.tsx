import { styled } from '#src/ui/styled.ts'
import type { ReactNode } from 'react'

/** Named facts, in two columns where there is room. */
export const Facts = styled('dl')(({ theme }) => ({
  ...theme.typography.body2,
  display: 'grid',
  gridTemplateColumns: '96px minmax(0, 1fr)',
  margin: 0,
  rowGap: theme.spacing(2),
  columnGap: theme.spacing(3),
  '@container (min-width: 600px)': { gridTemplateColumns: '96px minmax(0, 1.25fr) 96px minmax(0, 1fr)' },
  '& dt': { color: theme.vars.palette.text.secondary },
  '& dd': { margin: 0, overflowWrap: 'anywhere' },
  '& small': { ...theme.typography.caption, color: theme.vars.palette.text.secondary },
}))

export function Fact({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  return (
    <>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </>
  )
}

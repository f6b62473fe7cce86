import { styled } from '#src/ui/styled.ts'
import { initialsOf } from '#src/lib/initials.ts'

const Circle = styled('span')(({ theme }) => ({
  display: 'grid',
  placeItems: 'center',
  width: 24,
  height: 24,
  borderRadius: '50%',
  fontSize: '0.625rem',
  fontWeight: 600,
  letterSpacing: '0.02em',
  color: theme.vars.palette.text.secondary,
  background: theme.vars.palette.divider,
  '&[data-large]': { width: 44, height: 44, fontSize: '0.9375rem' },
}))

/** A person's initials. A decoration: the name stands beside it. */
export function PersonSign({ name, isLarge = false }: { readonly name: string; readonly isLarge?: boolean }) {
  return (
    <Circle aria-hidden="true" data-large={isLarge ? '' : undefined}>
      {initialsOf(name)}
    </Circle>
  )
}

import { styled } from '@mui/material/styles'

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

/** The first letters of the first and the last word. */
function initialsOf(name: string): string {
  const words = name.split(/[\s.-]+/).filter((word) => word !== '')
  const letters = [words[0], words.length > 1 ? words.at(-1) : undefined].map((word) => Array.from(word ?? '')[0] ?? '')
  return letters.join('').toLocaleUpperCase()
}

/** A person's initials. A decoration: the name stands beside it. */
export function PersonSign({ name, isLarge = false }: { readonly name: string; readonly isLarge?: boolean }) {
  return (
    <Circle aria-hidden="true" data-large={isLarge ? '' : undefined}>
      {initialsOf(name)}
    </Circle>
  )
}

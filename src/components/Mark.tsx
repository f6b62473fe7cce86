import { styled } from '#src/ui/styled.ts'

const Tile = styled('svg')(({ theme }) => ({ flex: 'none', display: 'block', color: theme.vars.palette.primary.main }))

/** The product's sign: a tick over a signature line. */
export function Mark({ size = 26 }: { readonly size?: number }) {
  return (
    <Tile viewBox="0 0 32 32" width={size} height={size} aria-hidden="true">
      <rect width="32" height="32" rx="8" fill="currentColor" />
      <Tick d="M8 16.4 13.2 21 24 9.4" strokeWidth={3.2} />
      <Tick d="M8 26h16" strokeWidth={2} opacity={0.6} />
    </Tile>
  )
}

const Tick = styled('path')(({ theme }) => ({
  fill: 'none',
  stroke: theme.vars.palette.primary.contrastText,
  strokeLinecap: 'round',
  strokeLinejoin: 'round',
}))

import { styled } from '@mui/material/styles'
import type { Theme } from '@mui/material/styles'
import type { ComponentProps } from 'react'

interface Look {
  /** `contained` for the one act that matters, `outlined` for its neighbours, `text` for the rest. */
  readonly variant: 'contained' | 'outlined' | 'text'
  readonly tone?: 'danger'
}

const isLook = (name: PropertyKey): boolean => name === 'variant' || name === 'tone'

function look({ theme, variant, tone }: Look & { readonly theme: Theme }) {
  const { palette } = theme.vars
  const colour = tone === 'danger' ? palette.error : palette.primary
  return {
    ...theme.typography.button,
    display: 'inline-flex',
    alignItems: 'center',
    justifyContent: 'center',
    gap: theme.spacing(1.5),
    minWidth: 44,
    minHeight: 30,
    padding: theme.spacing(0.5, 3),
    border: '1px solid transparent',
    borderRadius: 6,
    color: palette.text.primary,
    background: 'none',
    whiteSpace: 'nowrap',
    textDecoration: 'none',
    cursor: 'pointer',
    userSelect: 'none',
    transition: 'background-color 80ms',
    '&:hover': { background: palette.surface.hover },
    '&:disabled': { color: palette.text.disabled, cursor: 'default', background: 'none' },
    '@media (pointer: coarse)': { minHeight: 44 },
    ...(variant === 'outlined' && {
      borderColor: palette.divider,
      '&:not(:disabled)': { borderColor: `color-mix(in srgb, ${palette.divider}, ${palette.text.disabled} 35%)` },
    }),
    ...(variant === 'contained' && {
      color: colour.contrastText,
      background: colour.main,
      '&:hover': { background: colour.dark },
      '&:disabled': { color: palette.text.disabled, cursor: 'default', background: palette.surface.muted },
    }),
  } as const
}

const Base = styled('button', { shouldForwardProp: (name) => !isLook(name) && name !== 'sx' })<Look>(look)

/** MUI's button without its ripple and spinner, which would cost the first screen 9 kB. It submits only where that is said. */
export function Button(props: ComponentProps<typeof Base>) {
  return <Base type="button" {...props} />
}

/** The same look for a link that leaves the page. */
export const ButtonLink = styled('a', { shouldForwardProp: (name) => !isLook(name) && name !== 'sx' })<Look>(look)

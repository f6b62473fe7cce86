import type { ComponentProps } from 'react'
import type { Styles } from './style-rules.ts'
import { styled } from './styled.ts'
import type { StyledProps } from './styled.ts'
import { theme } from './theme.ts'

const { palette } = theme.vars

const plain = {
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
} as const satisfies Styles

const outlined: Styles = {
  ...plain,
  borderColor: palette.divider,
  '&:not(:disabled)': { borderColor: `color-mix(in srgb, ${palette.divider}, ${palette.text.disabled} 35%)` },
}

const filled = (colour: Readonly<Record<'main' | 'dark' | 'contrastText', string>>): Styles => ({
  ...plain,
  color: colour.contrastText,
  background: colour.main,
  '&:hover': { background: colour.dark },
  '&:disabled': { color: palette.text.disabled, cursor: 'default', background: palette.surface.muted },
})

const kinds = {
  text: styled('button')(plain),
  outlined: styled('button')(outlined),
  contained: styled('button')(filled(palette.primary)),
  danger: styled('button')(filled(palette.error)),
}

interface Props extends ComponentProps<'button'>, StyledProps {
  /** `contained` for the one act that matters, `outlined` for its neighbours, `text` for the rest. */
  readonly variant: 'contained' | 'outlined' | 'text'
  /** Of a contained one: what it does cannot be made good again. */
  readonly tone?: 'danger'
}

/** It submits only where that is said. */
export function Button({ variant, tone, ...props }: Props) {
  const Kind = kinds[variant === 'contained' && tone ? tone : variant]
  return <Kind type="button" {...props} />
}

/** A link that leaves the page and looks like the act that matters. */
export const ButtonLink = styled('a')(filled(palette.primary))

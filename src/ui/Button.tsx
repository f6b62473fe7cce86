import type { ComponentProps } from 'react'
import type { Styles } from './style-rules.ts'
import { styled } from './styled.ts'
import type { StyledProps } from './styled.ts'
import { theme } from './theme.ts'

const { palette } = theme.vars

const filled = (colour: Readonly<Record<'main' | 'dark' | 'contrastText', string>>): Styles => ({
  color: colour.contrastText,
  background: colour.main,
  '&:hover': { background: colour.dark },
  '&:disabled': { color: palette.text.disabled, cursor: 'default', background: palette.surface.muted },
})

const plain: Styles = {
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
}

/** One kind for all variants, or a button that becomes another one in its place would lose the focus; none of them outweighs what stands around it. */
const Base = styled('button')({
  ...plain,
  '&:where([data-variant=outlined])': {
    borderColor: palette.divider,
    '&:not(:disabled)': { borderColor: `color-mix(in srgb, ${palette.divider}, ${palette.text.disabled} 35%)` },
  },
  '&:where([data-variant=contained])': filled(palette.primary),
  '&:where([data-variant=contained][data-tone=danger])': filled(palette.error),
})

interface Props extends ComponentProps<'button'>, StyledProps {
  /** `contained` for the one act that matters, `outlined` for its neighbours, `text` for the rest. */
  readonly variant: 'contained' | 'outlined' | 'text'
  /** Of a contained one: what it does cannot be made good again. */
  readonly tone?: 'danger'
}

/** It submits only where that is said. */
export function Button({ variant, tone, ...props }: Props) {
  return <Base type="button" data-variant={variant} data-tone={tone} {...props} />
}

/** A link that leaves the page and looks like the act that matters. */
export const ButtonLink = styled('a')({ ...plain, ...filled(palette.primary) })

import { styled } from '@mui/material/styles'

type Tone = 'good' | 'open' | 'warning' | 'off'

const tones: Readonly<Record<string, Tone>> = {
  REGISTERED: 'good',
  ACTIVE: 'good',
  UNREGISTERED: 'open',
  PENDING: 'open',
  WARNING: 'warning',
  LOCKED: 'warning',
  ERROR: 'warning',
  DISABLED: 'off',
  DEACTIVATED: 'off',
  TERMINATED: 'off',
}

const Label = styled('span', { shouldForwardProp: (name) => name !== 'tone' })<{ readonly tone: Tone }>(({ theme, tone }) => {
  const { palette } = theme.vars
  const colour = {
    good: palette.success.main,
    open: palette.text.secondary,
    warning: palette.warning.main,
    off: palette.text.disabled,
  }
  return {
    display: 'inline-flex',
    alignItems: 'center',
    gap: theme.spacing(1.5),
    whiteSpace: 'nowrap',
    ...(tone === 'warning' && { color: palette.warning.main }),
    '&::before': {
      content: '""',
      width: 7,
      height: 7,
      flex: 'none',
      boxSizing: 'border-box',
      borderRadius: tone === 'warning' ? 1 : '50%',
      border: tone === 'open' ? `1.5px solid ${colour.open}` : 'none',
      background: tone === 'open' ? 'transparent' : colour[tone],
    },
  }
})

/** Somebody's status: a sign and the word. A status nobody knows looks neutral. */
export function PersonStatus({ raw, word }: { readonly raw: string; readonly word: string }) {
  return <Label tone={tones[raw.toUpperCase()] ?? 'open'}>{word}</Label>
}

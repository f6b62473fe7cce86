import { styled } from '#src/ui/styled.ts'

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

const Label = styled('span')<{ readonly 'data-tone': Tone }>(({ theme }) => {
  const { palette } = theme.vars
  return {
    display: 'inline-flex',
    alignItems: 'center',
    gap: theme.spacing(1.5),
    whiteSpace: 'nowrap',
    '&::before': {
      content: '""',
      width: 7,
      height: 7,
      flex: 'none',
      boxSizing: 'border-box',
      borderRadius: '50%',
    },
    '&[data-tone=good]::before': { background: palette.success.main },
    '&[data-tone=off]::before': { background: palette.text.disabled },
    '&[data-tone=open]::before': { border: `1.5px solid ${palette.text.secondary}` },
    '&[data-tone=warning]': { color: palette.warning.main },
    '&[data-tone=warning]::before': { borderRadius: 1, background: palette.warning.main },
  }
})

/** Somebody's status: a sign and the word. A status nobody knows looks neutral. */
export function PersonStatus({ raw, word }: { readonly raw: string; readonly word: string }) {
  return <Label data-tone={tones[raw.toUpperCase()] ?? 'open'}>{word}</Label>
}

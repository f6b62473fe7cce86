import { styled } from './styled.ts'
import { Icon } from './Icon.tsx'
import { VisuallyHidden } from './VisuallyHidden.tsx'

const Frame = styled('label')(({ theme }) => ({
  display: 'flex',
  alignItems: 'center',
  gap: theme.spacing(2),
  height: 32,
  padding: theme.spacing(0, 2.5),
  borderRadius: 6,
  border: `1px solid ${theme.vars.palette.divider}`,
  background: theme.vars.palette.surface.rail,
  color: theme.vars.palette.text.secondary,
  '@media (pointer: coarse)': { height: 44 },
  '&:focus-within': { outline: `2px solid ${theme.vars.palette.primary.main}`, outlineOffset: -1 },
  '& input': {
    flex: 1,
    minWidth: 0,
    height: '100%',
    border: 0,
    padding: 0,
    background: 'none',
    outline: 'none',
    font: 'inherit',
    fontSize: '0.8125rem',
    color: theme.vars.palette.text.primary,
  },
  '& input::placeholder': { color: theme.vars.palette.text.secondary, opacity: 1 },
  '@media (pointer: coarse) and (max-width: 699px)': { '& input': { fontSize: '1rem' } },
}))

interface Props {
  readonly label: string
  readonly placeholder: string
  /** As typed, blanks included. */
  readonly text: string
  readonly onChange: (text: string) => void
}

/** The search box of a list; `/` leads to it. */
export function SearchField({ label, placeholder, text, onChange }: Props) {
  return (
    <Frame>
      <Icon name="search" size={14} />
      <VisuallyHidden>{label}</VisuallyHidden>
      <input
        type="search"
        data-quick-filter=""
        value={text}
        placeholder={placeholder}
        autoComplete="off"
        spellCheck={false}
        onChange={({ target }) => onChange(target.value)}
      />
    </Frame>
  )
}

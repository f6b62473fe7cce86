import { Button } from './Button.tsx'
import { theme } from './theme.ts'

interface Props {
  /** What it clears, for screen readers. */
  readonly label: string
  readonly text: string
  readonly onClick: () => void
}

/** Takes away all that narrows a list; as small as the chips it stands beside. */
export function ClearButton({ label, text, onClick }: Props) {
  return (
    <Button
      variant="text"
      aria-label={label}
      onClick={onClick}
      sx={{
        minHeight: 26,
        minWidth: 0,
        paddingInline: theme.spacing(1.5),
        fontSize: '0.75rem',
        color: theme.vars.palette.text.secondary,
      }}
    >
      {text}
    </Button>
  )
}

import { styled } from '#src/ui/styled.ts'
import { useId } from 'react'
import type { ReviewVerdict } from '#src/components/review-draft.ts'
import { useReviewTexts } from './review-words.ts'

const Frame = styled('fieldset')(({ theme }) => ({
  display: 'inline-flex',
  margin: 0,
  padding: 0,
  border: `1px solid color-mix(in srgb, ${theme.vars.palette.divider}, ${theme.vars.palette.text.disabled} 35%)`,
  borderRadius: 6,
  overflow: 'hidden',
  '& label': {
    ...theme.typography.button,
    position: 'relative',
    display: 'grid',
    placeItems: 'center',
    minHeight: 28,
    padding: theme.spacing(0, 2.5),
    color: theme.vars.palette.text.secondary,
    cursor: 'pointer',
    whiteSpace: 'nowrap',
    '@media (pointer: coarse)': { minHeight: 44 },
  },
  '& label + label': { borderLeft: `1px solid ${theme.vars.palette.divider}` },
  '& label:hover': { background: theme.vars.palette.surface.hover },
  '& label:has(:checked)': { color: theme.vars.palette.text.primary, background: theme.vars.palette.surface.selected },
  '& label[data-verdict=approve]:has(:checked)': { color: theme.vars.palette.success.main },
  '& label[data-verdict=reject]:has(:checked)': { color: theme.vars.palette.error.main },
  '& label:has(:focus-visible)': { outline: `2px solid ${theme.vars.palette.primary.main}`, outlineOffset: -2, borderRadius: 5 },
  '& input': { position: 'absolute', inset: 0, margin: 0, opacity: 0, cursor: 'inherit' },
  [theme.breakpoints.down('sm')]: { display: 'flex', '& label': { flex: 1, padding: theme.spacing(0, 1) } },
}))

interface Props {
  readonly label: string
  readonly can: readonly ReviewVerdict[]
  readonly value: ReviewVerdict | null
  readonly onChange: (verdict: ReviewVerdict) => void
}

/** What becomes of a group: one of a few, side by side. */
export function VerdictChoice({ label, can, value, onChange }: Props) {
  const { verdicts } = useReviewTexts()
  const name = useId()
  return (
    <Frame aria-label={label} role="radiogroup">
      {can.map((verdict) => (
        <label key={verdict} data-verdict={verdict}>
          <input type="radio" name={name} checked={verdict === value} onChange={() => onChange(verdict)} />
          {verdicts[verdict]}
        </label>
      ))}
    </Frame>
  )
}

import { styled } from '#src/ui/styled.ts'

/** The verb's sign and word. */
export const VerbCell = styled('span')(({ theme }) => ({
  display: 'inline-flex',
  alignItems: 'center',
  gap: theme.spacing(2),
  whiteSpace: 'nowrap',
}))

/** What matters, and below it what it belongs to. */
export const TwoLines = styled('span')(({ theme }) => ({
  display: 'block',
  '& b': { fontWeight: 560 },
  '& > small': { display: 'block', fontSize: '0.75rem', lineHeight: '16px', color: theme.vars.palette.text.secondary },
  '& svg': { display: 'inline-block', verticalAlign: '-2px', margin: theme.spacing(0, 1) },
}))

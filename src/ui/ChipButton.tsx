import { styled } from './styled.ts'

/** A small round button that opens a panel; in colour while it does something. `data-plain` leaves out the outline. */
export const ChipButton = styled('button')(({ theme }) => ({
  ...theme.typography.caption,
  display: 'inline-flex',
  alignItems: 'center',
  gap: theme.spacing(0.5),
  minHeight: 26,
  maxWidth: 168,
  padding: theme.spacing(0, 1.5, 0, 2),
  border: `1px solid ${theme.vars.palette.divider}`,
  borderRadius: 13,
  color: theme.vars.palette.text.secondary,
  background: 'none',
  fontFamily: 'inherit',
  fontWeight: 500,
  cursor: 'pointer',
  '& > span': { overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' },
  '&:hover, &[aria-expanded=true]': { background: theme.vars.palette.surface.hover, color: theme.vars.palette.text.primary },
  '&[data-chosen]': {
    color: theme.vars.palette.primary.main,
    borderColor: 'transparent',
    background: theme.vars.palette.surface.selected,
  },
  '&[data-plain]': {
    maxWidth: 220,
    borderColor: 'transparent',
    borderRadius: 6,
    gap: theme.spacing(1),
    marginRight: theme.spacing(-1.5),
  },
}))

import { palette } from '#src/components/overlays.ts'
import { useMessages } from '#src/lib/messages/context.tsx'
import { Icon } from '#src/ui/Icon.tsx'
import { styled } from '#src/ui/styled.ts'
import { ItemText } from './rail-text.ts'

const Search = styled('button')(({ theme }) => ({
  ...theme.typography.body2,
  display: 'flex',
  alignItems: 'center',
  gap: theme.spacing(2.5),
  minHeight: 32,
  padding: theme.spacing(0, 2),
  border: `1px solid ${theme.vars.palette.divider}`,
  borderRadius: 6,
  color: theme.vars.palette.text.secondary,
  background: theme.vars.palette.background.default,
  cursor: 'pointer',
  '&:hover': { background: theme.vars.palette.surface.hover },
  '& > kbd': { marginLeft: 'auto', font: 'inherit', fontSize: '0.6875rem' },
  [theme.breakpoints.down('lg')]: { justifyContent: 'center', width: 40, minHeight: 40 },
  [theme.breakpoints.down('sm')]: { display: 'none' },
}))

/** Opens the command palette; on a phone the list's own menu does. */
export function RailSearch() {
  const { rail } = useMessages()
  return (
    <Search type="button" aria-keyshortcuts="Control+K Meta+K" title={rail.search} onClick={() => palette.show(true)}>
      <Icon name="search" />
      <ItemText>{rail.search}</ItemText>
      <kbd data-wide="" aria-hidden="true">
        {rail.searchKey}
      </kbd>
    </Search>
  )
}

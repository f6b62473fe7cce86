import { styled } from '#src/ui/styled.ts'
import { useQuery } from '@tanstack/react-query'
import { Link, useLocation } from 'react-router'
import { viewQueries } from '#src/api/desk-keeps.ts'
import { useMessages } from '#src/lib/messages/context.tsx'
import { paths } from '#src/lib/paths.ts'
import { visibleText } from '#src/lib/visible-text.ts'

const List = styled('ul')(({ theme }) => ({
  '&&': { margin: theme.spacing(0, 0, 1), gap: 0 },
  '& a': {
    ...theme.typography.caption,
    display: 'block',
    padding: theme.spacing(1.25, 2, 1.25, 8.5),
    borderRadius: 6,
    color: theme.vars.palette.text.secondary,
    textDecoration: 'none',
    overflow: 'hidden',
    textOverflow: 'ellipsis',
    whiteSpace: 'nowrap',
  },
  '& a:hover': { background: theme.vars.palette.surface.muted },
  '& a[aria-current]': { color: theme.vars.palette.text.primary, fontWeight: 560 },
  [theme.breakpoints.down('lg')]: { '&&': { display: 'none' } },
}))

/** The saved views, under the inbox, where there is room; they are in the list's own menu as well. */
export function RailViews() {
  const { views: words } = useMessages()
  const { search } = useLocation()
  const { data: views } = useQuery(viewQueries.all())
  if (!views || views.length === 0) return null
  return (
    <List aria-label={words.label}>
      {views.map(({ id, name, query }) => (
        <li key={id}>
          <Link
            to={`${paths.inbox}${query === '' ? '' : `?${query}`}`}
            title={visibleText(name)}
            aria-current={query !== '' && search === `?${query}` ? 'page' : undefined}
          >
            {visibleText(name)}
          </Link>
        </li>
      ))}
    </List>
  )
}

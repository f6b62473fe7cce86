import { styled } from '@mui/material/styles'
import { useQuery } from '@tanstack/react-query'
import { Link, useLocation } from 'react-router'
import { identityQueries } from '#src/api/identities.ts'
import { useMessages } from '#src/lib/messages/context.tsx'
import { paths } from '#src/lib/paths.ts'
import { parseListParams } from '#src/lib/search-params.ts'
import { visibleText } from '#src/lib/visible-text.ts'

const Strip = styled('aside')(({ theme }) => ({
  ...theme.typography.body2,
  display: 'flex',
  flexWrap: 'wrap',
  alignItems: 'center',
  justifyContent: 'center',
  gap: theme.spacing(1, 4),
  padding: theme.spacing(1.5, 4),
  color: theme.vars.palette.primary.contrastText,
  background: theme.vars.palette.primary.main,
  '& a': { fontWeight: 600, whiteSpace: 'nowrap' },
  '& a:focus-visible': { outlineColor: theme.vars.palette.primary.contrastText },
}))

/** Whose list this is, for as long as it is somebody else's. */
export function OwnerBanner() {
  const { pathname, search } = useLocation()
  const { owner } = parseListParams(new URLSearchParams(search))
  return owner !== null && /^\/(inbox|completed|review)(\/|$)/.test(pathname) ? <Named owner={owner} /> : null
}

function Named({ owner }: { readonly owner: string }) {
  const { ownerList } = useMessages()
  const { data: person } = useQuery(identityQueries.card(owner))
  return (
    <Strip aria-label={ownerList.bannerLabel}>
      <span>{ownerList.banner(visibleText(person?.name ?? owner))}</span>
      <Link to={paths.inbox}>{ownerList.back}</Link>
    </Strip>
  )
}

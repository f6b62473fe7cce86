import { styled } from '#src/ui/styled.ts'
import { useQuery } from '@tanstack/react-query'
import { Link } from 'react-router'
import { identityQueries } from '#src/api/identities.ts'
import { paths } from '#src/lib/paths.ts'
import { visibleText } from '#src/lib/visible-text.ts'
import { useOwnerListTexts } from '#src/components/owner-list-words.ts'

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

/** Says whose list this is, and leads back to one's own. */
export function OwnerStrip({ owner }: { readonly owner: string }) {
  const ownerList = useOwnerListTexts()
  const { data: person } = useQuery(identityQueries.card(owner))
  return (
    <Strip aria-label={ownerList.bannerLabel}>
      <span>{ownerList.banner(visibleText(person?.name ?? owner))}</span>
      <Link to={paths.inbox}>{ownerList.back}</Link>
    </Strip>
  )
}

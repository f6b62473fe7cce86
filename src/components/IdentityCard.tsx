import { styled } from '@mui/material/styles'
import { useQuery } from '@tanstack/react-query'
import { identityQueries } from '#src/api/identities.ts'
import { scalarTextOf } from '#contract/json.ts'
import { useMessages } from '#src/lib/messages/context.tsx'
import { visibleText } from '#src/lib/visible-text.ts'

const Facts = styled('span')(({ theme }) => ({
  ...theme.typography.caption,
  display: 'block',
  color: theme.vars.palette.text.secondary,
}))

/** What the tenant says about a person, beside their name. Nothing at all where it may not be read, or not yet. */
export function IdentityCard({ id }: { readonly id: string }) {
  const { identity: words } = useMessages()
  const { data: identity } = useQuery(identityQueries.card(id))
  if (!identity) return null
  const department = scalarTextOf(identity.attributes['department'])
  const facts = [
    department,
    identity.status === null ? null : `${words.status}: ${humanised(identity.status.raw)}`,
    identity.lifecycleState === null ? null : `${words.lifecycle}: ${identity.lifecycleState.name}`,
    identity.manager?.name ? `${words.manager}: ${identity.manager.name}` : null,
  ].flatMap((fact) => (fact === null || fact === '' ? [] : visibleText(fact)))
  return <Facts>{facts.join(' · ')}</Facts>
}

/** `REGISTERED` reads as `registered`; the tenant's own words otherwise. */
const humanised = (status: string): string => status.toLowerCase().replaceAll('_', ' ')

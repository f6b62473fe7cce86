import { styled } from '#src/ui/styled.ts'
import { useQuery } from '@tanstack/react-query'
import { scalarTextOf } from '#contract/json.ts'
import type { Identity } from '#contract/identity.ts'
import { identityQueries } from '#src/api/identities.ts'
import { useMessages } from '#src/lib/messages/context.tsx'
import { statusWords } from '#src/lib/person.ts'
import { visibleText } from '#src/lib/visible-text.ts'
import { usePersonTexts } from './person-words.ts'

const Facts = styled('span')(({ theme }) => ({
  ...theme.typography.caption,
  display: 'block',
  color: theme.vars.palette.text.secondary,
  '& > span': { display: 'block' },
}))

const mostRoles = 4

interface Props {
  readonly identity: Identity
  /** Found by what the work item calls them: says so. */
  readonly matched: boolean
}

/** What the tenant says about a person, below their name. */
export function IdentityCard({ identity, matched }: Props) {
  const messages = useMessages()
  const { identity: words, match } = usePersonTexts()
  const { data: roles } = useQuery(identityQueries.roles(identity.id))
  const lines = [
    [identity.alias, scalarTextOf(identity.attributes['department'])],
    [
      identity.status === null ? null : `${words.status}: ${statusWords(identity.status.raw)}`,
      identity.lifecycleState === null ? null : `${words.lifecycle}: ${identity.lifecycleState.name}`,
      identity.manager?.name ? `${words.manager}: ${identity.manager.name}` : null,
    ],
  ].map((facts) => facts.flatMap((fact) => (fact === null || fact === '' ? [] : visibleText(fact))).join(' · '))
  const roleNames = (roles ?? []).map(({ role }) => visibleText(role?.name ?? role?.id ?? words.unnamedRole))
  const first = roleNames.slice(0, mostRoles)
  const listed = roleNames.length > mostRoles ? [...first, messages.more(roleNames.length - mostRoles)] : first
  return (
    <Facts>
      {lines.map((line) => line !== '' && <span key={line}>{line}</span>)}
      {roles && <span>{match.roles(roleNames.length, messages.enumerate(listed))}</span>}
      {matched && <span>{match.one}</span>}
    </Facts>
  )
}

import { styled } from '#src/ui/styled.ts'
import { useQuery } from '@tanstack/react-query'
import { scalarTextOf } from '#contract/json.ts'
import { identityQueries } from '#src/api/identities.ts'
import { useMessages } from '#src/lib/messages/context.tsx'
import { personWarningOf, standingOf, statusWords } from '#src/lib/person.ts'
import { visibleText } from '#src/lib/visible-text.ts'
import { useRested } from '#src/ui/use-rested.ts'
import { PersonCaution } from './PersonLine.tsx'
import { usePersonTexts } from './person-words.ts'

const Facts = styled('span')(({ theme }) => ({
  ...theme.typography.caption,
  display: 'block',
  color: theme.vars.palette.text.secondary,
  '& > span': { display: 'block' },
}))

/** Reads that somebody who only passes by does not need wait so long, ms. */
const restsFor = 350
const mostRoles = 4

interface Props {
  readonly id: string
  /** Found by name: says so, and how the identity calls itself. */
  readonly matched?: boolean
}

/** What the tenant says about a person, beside their name. Nothing at all where it may not be read, or not yet. */
export function IdentityCard({ id, matched = false }: Props) {
  const messages = useMessages()
  const { identity: words, match } = usePersonTexts()
  const { data: identity } = useQuery({ ...identityQueries.card(id), enabled: useRested(restsFor) })
  const { data: roles } = useQuery({ ...identityQueries.roles(id), enabled: identity !== null && identity !== undefined })
  if (!identity) return null
  const lines = [
    [matched ? identity.name : null, identity.alias, scalarTextOf(identity.attributes['department'])],
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
    <>
      <Facts>
        {lines.map((line) => line !== '' && <span key={line}>{line}</span>)}
        {roles && <span>{match.roles(roleNames.length, messages.enumerate(listed))}</span>}
        {matched && <span>{match.one}</span>}
      </Facts>
      {personWarningOf(identity) === 'inactive' && <PersonCaution text={words.inactive(visibleText(standingOf(identity)))} />}
    </>
  )
}

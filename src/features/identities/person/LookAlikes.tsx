import { styled } from '#src/ui/styled.ts'
import { useQuery } from '@tanstack/react-query'
import { Link } from 'react-router'
import type { Identity } from '#contract/identity.ts'
import { scalarTextOf } from '#contract/json.ts'
import { identityDetails } from '#src/api/identity-details.ts'
import { useMessages } from '#src/lib/messages/context.tsx'
import { paths } from '#src/lib/paths.ts'
import { visibleText } from '#src/lib/visible-text.ts'
import { Icon } from '#src/ui/Icon.tsx'
import { useIdentityTexts } from './texts.ts'

const Frame = styled('div')(({ theme }) => ({
  ...theme.typography.body2,
  display: 'grid',
  gridTemplateColumns: 'auto minmax(0, 1fr)',
  gap: theme.spacing(2),
  padding: theme.spacing(2, 3),
  borderRadius: 6,
  color: theme.vars.palette.surface.noticeText,
  background: theme.vars.palette.surface.notice,
  '& > svg': { marginTop: 2 },
  '& ul': { listStyle: 'none', margin: 0, padding: 0 },
  '& p': { margin: 0 },
  '& a': { color: 'inherit', fontWeight: 560 },
}))

interface Props {
  readonly person: Identity
  /** In a dialog people are named but not linked: leaving would lose what was typed. */
  readonly isLinked?: boolean
}

/** Who could be taken for this person; nothing where nobody could. */
export function LookAlikes({ person, isLinked = true }: Props) {
  const { unnamedPerson } = useMessages()
  const { alike: words, guard } = useIdentityTexts()
  const { data, error } = useQuery(identityDetails.lookAlikes(person))
  if (data?.length === 0 || (data === undefined && error === null)) return null
  return (
    <Frame>
      <Icon name="alert" size={14} />
      {data === undefined ? (
        <p>{words.failed}</p>
      ) : (
        <div>
          <p>{words.title(data.length)}</p>
          <ul>
            {data.map((other) => {
              const name = visibleText(other.name ?? unnamedPerson)
              const department = scalarTextOf(other.attributes['department'])
              return (
                <li key={other.id}>
                  {isLinked ? <Link to={paths.identity(other.id)}>{name}</Link> : <b>{name}</b>} (
                  {words.facts(visibleText(other.alias ?? guard.noAlias), department === null ? null : visibleText(department))})
                </li>
              )
            })}
          </ul>
        </div>
      )}
    </Frame>
  )
}

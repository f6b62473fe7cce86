import { styled } from '#src/ui/styled.ts'
import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import type { PersonRef, WorkItem } from '#contract/work-item.ts'
import { identityQueries } from '#src/api/identities.ts'
import { IdentityCard } from '#src/components/IdentityCard.tsx'
import { useMessages } from '#src/lib/messages/context.tsx'
import { sourcesOf, targetOf } from '#src/lib/triage.ts'
import { visibleText } from '#src/lib/visible-text.ts'
import { useTargetIdentity } from './use-target-identity.ts'
import { usePersonTexts } from '#src/components/person-words.ts'
import { useWorkItemTexts } from './work-item-words.ts'

const Grid = styled('dl')(({ theme }) => ({
  ...theme.typography.body2,
  display: 'grid',
  gridTemplateColumns: '96px minmax(0, 1fr)',
  margin: 0,
  rowGap: theme.spacing(2),
  columnGap: theme.spacing(3),
  '@container (min-width: 600px)': { gridTemplateColumns: '96px minmax(0, 1.25fr) 96px minmax(0, 1fr)' },
  '& dt': { color: theme.vars.palette.text.secondary },
  '& dd': { margin: 0, overflowWrap: 'anywhere' },
  '& small': { ...theme.typography.caption, color: theme.vars.palette.text.secondary },
}))

/** Who asks, for whom, who owns it, where, since when. */
export function People({ item }: { readonly item: WorkItem }) {
  const messages = useMessages()
  const { age } = messages
  const { item: words } = useWorkItemTexts()
  const { match } = usePersonTexts()
  const target = targetOf(item)
  const identity = useTargetIdentity(item)
  const sources = sourcesOf(item)
  return (
    <Grid>
      <Fact name={words.requester}>
        <Person person={item.requester} />
        {item.requester?.id && <IdentityCard id={item.requester.id} />}
      </Fact>
      {target && (
        <Fact name={words.target}>
          {target.kind === 'one' ? visibleText(target.name) : words.targetSeveral(target.count)}{' '}
          <small>{words.targetOrigin[target.origin]}</small>
          {identity.id !== null && <IdentityCard id={identity.id} matched={identity.match === 'looked-up'} />}
          {identity.match === 'several' && <small>{match.several}</small>}
        </Fact>
      )}
      {item.owner && (
        <Fact name={words.owner}>
          <Person person={item.owner} />
        </Fact>
      )}
      {sources.length > 0 && <Fact name={words.source(sources.length)}>{messages.enumerate(sources.map(visibleText))}</Fact>}
      {item.created !== null && <Fact name={words.created}>{age.exact(item.created)}</Fact>}
      {item.modified !== null && item.modified !== item.created && <Fact name={words.modified}>{age.exact(item.modified)}</Fact>}
      {item.completed !== null && <Fact name={words.completed}>{age.exact(item.completed)}</Fact>}
    </Grid>
  )
}

function Fact({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  return (
    <>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </>
  )
}

/** The name as the work item gives it; where it gives only an id, as the identity has it, if that may be read. */
function Person({ person }: { readonly person: PersonRef | null }) {
  const { unnamedPerson } = useMessages()
  const { item: words } = useWorkItemTexts()
  const id = person?.name === null ? person.id : null
  const { data: identity } = useQuery({ ...identityQueries.card(id ?? ''), enabled: id !== null })
  if (person === null) return words.notStated
  return visibleText(person.name ?? identity?.name ?? unnamedPerson)
}

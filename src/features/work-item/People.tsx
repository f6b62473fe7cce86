import { useQuery } from '@tanstack/react-query'
import type { PersonRef, WorkItem } from '#contract/work-item.ts'
import { identityQueries } from '#src/api/identities.ts'
import { useMessages } from '#src/lib/messages/context.tsx'
import { sourcesOf, targetOf } from '#src/lib/triage.ts'
import { visibleText } from '#src/lib/visible-text.ts'
import { Fact, Facts } from './Facts.tsx'
import { useWorkItemTexts } from './work-item-words.ts'

/** Who asks, for whom, who owns it, where, since when: what the work item itself says, so that nothing below it moves afterwards. */
export function People({ item }: { readonly item: WorkItem }) {
  const messages = useMessages()
  const { age } = messages
  const { item: words } = useWorkItemTexts()
  const target = targetOf(item)
  const sources = sourcesOf(item)
  return (
    <Facts>
      <Fact name={words.requester}>
        <Person person={item.requester} />
      </Fact>
      {target && (
        <Fact name={words.target}>
          {target.kind === 'one' ? visibleText(target.name) : words.targetSeveral(target.count)}{' '}
          {target.kind === 'one' && <small>{words.targetOrigin[target.origin]}</small>}
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
    </Facts>
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
